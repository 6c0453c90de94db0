/** A chart part from the model's chart: columns, bars, lines, areas and pies, as Excel writes them. */
import { CellError, type ModelAxis, type ModelChart, type ModelSeries, type ModelValue, type ModelWorkbook } from '../host/model';
import { parseRange, splitSheet } from './addresses';
import { element, type XmlElement } from './xml';

type Child = XmlElement | string;
const c = (name: string, attributes: Record<string, string | number | undefined> = {}, children: Child[] = []) => element(`c:${name}`, attributes, children);
const a = (name: string, attributes: Record<string, string | number | undefined> = {}, children: Child[] = []) => element(`a:${name}`, attributes, children);
const val = (name: string, value: string | number) => c(name, { val: value });
const optional = (name: string, value: number | null) => (value === null ? [] : [val(name, value)]);
const solid = (color: string) => a('solidFill', {}, [a('srgbClr', { val: color.replace('#', '').toUpperCase() })]);
const line = (width: number | null, color: string | null, dashed = false) =>
  a('ln', { w: width === null ? undefined : Math.round(width * 12_700), cap: 'rnd' }, [...(color ? [solid(color)] : []), ...(dashed ? [a('prstDash', { val: 'sysDash' })] : []), a('round')]);
const noLine = () => a('ln', {}, [a('noFill')]);
const letters = (size: number | null, color: string | null, bold: boolean) =>
  c('txPr', {}, [
    a('bodyPr'),
    a('lstStyle'),
    a('p', {}, [a('pPr', {}, [a('defRPr', { sz: size === null ? undefined : Math.round(size * 100), b: bold ? 1 : 0 }, color ? [solid(color)] : [])]), a('endParaRPr', { lang: 'en-US' })]),
  ]);

/** Excel's palette for series without a colour of their own. */
const PALETTE = ['#4472C4', '#ED7D31', '#A5A5A5', '#FFC000', '#5B9BD5', '#70AD47'];

export function chartPart(chart: ModelChart, workbook: ModelWorkbook): XmlElement {
  // One group per kind of series and axis, in the order in which they first come.
  const groups = new Map<string, { type: string; secondary: boolean; series: { series: ModelSeries; index: number }[] }>();
  chart.series.forEach((series, index) => {
    const type = series.chartType ?? chart.type;
    const secondary = series.axisGroup === 'Secondary';
    const key = `${type} ${secondary}`;
    if (!groups.has(key)) groups.set(key, { type, secondary, series: [] });
    groups.get(key)?.series.push({ series, index });
  });
  if (groups.size === 0) groups.set('', { type: chart.type, secondary: false, series: [] });
  const plots = [...groups.values()].map((group) => plot(group, workbook));
  const secondary = [...groups.values()].some((group) => group.secondary);
  const round = [...groups.values()].every(({ type }) => /^(Pie|Doughnut)/.test(type));
  const bars = [...groups.values()].every(({ type }) => type.startsWith('Bar'));
  const axes = round ? [] : [...axisPair(chart, 1, bars, false), ...(secondary ? axisPair(chart, 3, bars, true) : [])];
  const positions: Record<string, string> = { Top: 't', Bottom: 'b', Left: 'l', Right: 'r', Corner: 'tr' };
  return element(
    'c:chartSpace',
    {
      'xmlns:c': 'http://schemas.openxmlformats.org/drawingml/2006/chart',
      'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main',
      'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
    },
    [
      ...(workbook.dateSystem === 1904 ? [val('date1904', 1)] : []),
      val('roundedCorners', 0),
      c('chart', {}, [
        ...(chart.title === null ? [] : [title(chart.title)]),
        val('autoTitleDeleted', chart.title === null ? 1 : 0),
        c('plotArea', {}, [c('layout'), ...plots, ...axes, c('spPr', {}, [a('noFill'), noLine()])]),
        ...(chart.legend === null ? [] : [c('legend', {}, [val('legendPos', positions[chart.legend] ?? 'r'), val('overlay', 0)])]),
        val('plotVisOnly', 1),
        val('dispBlanksAs', 'gap'),
      ]),
      c('spPr', {}, [chart.fill === null ? a('noFill') : solid(chart.fill), chart.border ? line(0.75, '#D9D9D9') : noLine()]),
      c('txPr', {}, [a('bodyPr'), a('lstStyle'), a('p', {}, [a('pPr', {}, [a('defRPr')]), a('endParaRPr', { lang: 'en-US' })])]),
    ],
  );
}

function title(text: string): XmlElement {
  return c('title', {}, [c('tx', {}, [c('rich', {}, [a('bodyPr'), a('lstStyle'), a('p', {}, [a('r', {}, [a('rPr', { lang: 'en-US' }), a('t', {}, [text])])])])]), val('overlay', 0)]);
}

function plot(group: { type: string; secondary: boolean; series: { series: ModelSeries; index: number }[] }, workbook: ModelWorkbook): XmlElement {
  const { type, secondary } = group;
  const ids = [val('axId', secondary ? 3 : 1), val('axId', secondary ? 4 : 2)];
  const grouping = type.endsWith('100') ? 'percentStacked' : type.endsWith('Stacked') ? 'stacked' : 'standard';
  const isLine = type.startsWith('Line');
  const series = group.series.map(({ series: each, index }) => seriesElement(each, index, type, workbook));
  if (/^(Pie|Doughnut)/.test(type)) {
    const hole = type.startsWith('Doughnut');
    return c(hole ? 'doughnutChart' : 'pieChart', {}, [val('varyColors', 1), ...series, val('firstSliceAng', 0), ...(hole ? [val('holeSize', 50)] : [])]);
  }
  if (isLine) return c('lineChart', {}, [val('grouping', grouping), val('varyColors', 0), ...series, val('marker', 1), ...ids]);
  if (type.startsWith('Area')) return c('areaChart', {}, [val('grouping', grouping), val('varyColors', 0), ...series, ...ids]);
  const first = group.series.find(({ series: each }) => each.gapWidth !== null)?.series.gapWidth ?? null;
  const overlap = group.series.find(({ series: each }) => each.overlap !== null)?.series.overlap ?? (grouping === 'standard' ? null : 100);
  return c('barChart', {}, [
    val('barDir', type.startsWith('Bar') ? 'bar' : 'col'),
    val('grouping', grouping === 'standard' ? 'clustered' : grouping),
    val('varyColors', 0),
    ...series,
    val('gapWidth', first ?? 150),
    ...optional('overlap', overlap),
    ...ids,
  ]);
}

function seriesElement(series: ModelSeries, index: number, type: string, workbook: ModelWorkbook): XmlElement {
  const isLine = type.startsWith('Line');
  const color = series.color ?? PALETTE[index % PALETTE.length] ?? null;
  const round = /^(Pie|Doughnut)/.test(type);
  const shape = isLine ? [line(series.weight ?? 2.25, color, series.dashed)] : round && series.color === null ? [] : [...(color ? [solid(color)] : []), ...(series.dashed || series.weight ? [line(series.weight, color, series.dashed)] : [])];
  return c('ser', {}, [
    val('idx', index),
    val('order', index),
    c('tx', {}, [c('v', {}, [series.name])]),
    ...(shape.length > 0 ? [c('spPr', {}, shape)] : []),
    ...(isLine ? [marker(series, type, color)] : round || type.startsWith('Area') ? [] : [val('invertIfNegative', 0)]),
    ...(series.labels ? [labels(series.labels, isLine ? 't' : round || type.startsWith('Area') || type.includes('Stacked') ? null : 'outEnd')] : []),
    ...(series.categories ? [c('cat', {}, [reference(series.categories, workbook, 'any')])] : []),
    c('val', {}, [reference(series.values, workbook, 'numbers')]),
    ...(isLine ? [val('smooth', 0)] : []),
  ]);
}

function marker(series: ModelSeries, type: string, color: string | null): XmlElement {
  const word = series.marker && series.marker !== 'Automatic' ? series.marker : type.startsWith('LineMarkers') ? 'Circle' : 'None';
  if (word === 'None') return c('marker', {}, [val('symbol', 'none')]);
  const fill = series.markerColor ?? color;
  return c('marker', {}, [val('symbol', word.toLowerCase()), ...optional('size', series.markerSize), ...(fill ? [c('spPr', {}, [solid(fill), a('ln', { w: 9525 }, [solid(fill)])])] : [])]);
}

function labels(described: NonNullable<ModelSeries['labels']>, place: string | null): XmlElement {
  return c('dLbls', {}, [
    c('numFmt', { formatCode: described.numberFormat, sourceLinked: 0 }),
    c('spPr', {}, [a('noFill'), noLine()]),
    letters(described.size, described.color, described.bold),
    ...(place === null ? [] : [val('dLblPos', place)]),
    val('showLegendKey', 0), val('showVal', 1), val('showCatName', 0), val('showSerName', 0), val('showPercent', 0), val('showBubbleSize', 0),
  ]);
}

/** A reference with the values it has now, for programs that do not look them up. */
function reference(address: string, workbook: ModelWorkbook, kind: 'numbers' | 'any'): XmlElement {
  const plain = address.replace(/^=/, '');
  const { sheet: name, address: local } = splitSheet(plain);
  const range = parseRange(local);
  const sheet = name === null ? undefined : workbook.sheet(name);
  const values: ModelValue[] = [];
  if (range && sheet) for (let row = 0; row < range.rows; row++) for (let column = 0; column < range.columns; column++) values.push(sheet.cell(range.row + row, range.column + column)?.value ?? null);
  const numbers = kind === 'numbers' || (values.length > 0 && values.every((value) => value === null || typeof value === 'number') && values.some((value) => value !== null));
  const points = values.flatMap((value, index) => {
    if (value === null || (numbers && typeof value !== 'number')) return [];
    return [c('pt', { idx: index }, [c('v', {}, [value instanceof CellError ? value.error : String(value)])])];
  });
  const format = range && sheet ? (sheet.cell(range.row, range.column)?.style.numberFormat ?? 'General') : 'General';
  const cache = [...(numbers ? [c('formatCode', {}, [format])] : []), val('ptCount', values.length), ...points];
  return c(numbers ? 'numRef' : 'strRef', {}, [c('f', {}, [plain]), c(numbers ? 'numCache' : 'strCache', {}, cache)]);
}

function axisPair(chart: ModelChart, id: number, bars: boolean, secondary: boolean): XmlElement[] {
  const { categoryAxis, valueAxis } = chart;
  return [
    c('catAx', {}, [
      val('axId', id),
      c('scaling', {}, [val('orientation', 'minMax')]),
      val('delete', secondary || !categoryAxis.visible ? 1 : 0),
      val('axPos', bars ? 'l' : 'b'),
      ...gridlines(categoryAxis),
      c('numFmt', { formatCode: categoryAxis.numberFormat ?? 'General', sourceLinked: categoryAxis.numberFormat === null ? 1 : 0 }),
      val('majorTickMark', 'none'),
      val('minorTickMark', 'none'),
      val('tickLblPos', 'low'),
      ...looks(categoryAxis),
      val('crossAx', id + 1),
      val('crosses', 'autoZero'),
      val('auto', 1),
      val('lblAlgn', 'ctr'),
      val('lblOffset', 100),
      val('noMultiLvlLbl', 0),
    ]),
    c('valAx', {}, [
      val('axId', id + 1),
      c('scaling', {}, [val('orientation', 'minMax'), ...optional('max', secondary ? null : valueAxis.maximum), ...optional('min', secondary ? null : valueAxis.minimum)]),
      val('delete', valueAxis.visible ? 0 : 1),
      val('axPos', secondary ? 'r' : bars ? 'b' : 'l'),
      ...(secondary ? [] : gridlines(valueAxis)),
      c('numFmt', { formatCode: valueAxis.numberFormat ?? 'General', sourceLinked: valueAxis.numberFormat === null ? 1 : 0 }),
      val('majorTickMark', 'none'),
      val('minorTickMark', 'none'),
      val('tickLblPos', 'nextTo'),
      ...looks(valueAxis),
      val('crossAx', id),
      val('crosses', secondary ? 'max' : 'autoZero'),
      val('crossBetween', 'between'),
      ...optional('majorUnit', secondary ? null : valueAxis.majorUnit),
    ]),
  ];
}

function gridlines(axis: ModelAxis): XmlElement[] {
  return axis.gridlines === null ? [] : [c('majorGridlines', {}, [c('spPr', {}, [line(0.75, axis.gridlines)])])];
}

function looks(axis: ModelAxis): XmlElement[] {
  return [c('spPr', {}, [a('noFill'), axis.lineVisible ? line(0.75, '#BFBFBF') : noLine()]), ...(axis.fontSize !== null || axis.fontColor !== null ? [letters(axis.fontSize, axis.fontColor, false)] : [])];
}
