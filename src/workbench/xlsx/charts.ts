/** Charts of a worksheet: their places in its drawing part, and a chart part for each. */
import type { ModelAxis, ModelChart, ModelSeries, ModelSheet, ModelWorkbook } from '../host/model';
import { anchoredBox, EMU, emu, marker } from './anchors';
import { chartPart } from './chart-part';
import type { Colors } from './colors';
import { type Anchor, drawingPartName, type DrawingPart } from './drawing-part';
import type { OfficePackage } from './package';
import { element, type XmlElement } from './xml';

const CHART = 'http://schemas.openxmlformats.org/drawingml/2006/chart';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export function readCharts(files: OfficePackage, part: string, worksheet: XmlElement, sheet: ModelSheet, workbook: ModelWorkbook, colors: Colors): void {
  const drawing = drawingPartName(files, part, worksheet);
  if (drawing === null) return;
  const related = files.relationships(drawing);
  for (const anchor of files.read(drawing)?.elements() ?? []) {
    const frame = anchor.first('graphicFrame');
    const target = related.find((each) => each.kind === 'chart' && each.id === chartReference(frame))?.target;
    const chart = target === undefined ? undefined : files.read(target);
    if (!frame || target === undefined || !chart) continue;
    const name = frame.at('nvGraphicFramePr', 'cNvPr');
    sheet.charts.push({
      id: workbook.id(),
      name: name?.attribute('name') ?? '',
      ...anchoredBox(anchor, sheet),
      ...readChart(chart, colors),
      altText: name?.attribute('descr') ?? '',
      untouched: true,
      part: target,
    });
  }
}

const chartReference = (frame: XmlElement | undefined) => frame?.at('graphic', 'graphicData', 'chart')?.attribute('id');

const GROUPS: Record<string, string> = { pieChart: 'Pie', pie3DChart: 'Pie', doughnutChart: 'Doughnut', scatterChart: 'XYScatter', radarChart: 'Radar', bubbleChart: 'Bubble', stockChart: 'StockHLC', surfaceChart: 'Surface' };

/** A series whose markers nothing turns off. */
function hasMarker(series: XmlElement, group: XmlElement): boolean {
  const symbol = series.at('marker', 'symbol')?.attribute('val');
  return symbol === undefined ? (group.first('marker')?.flag('val', true) ?? false) : symbol !== 'none';
}

/** Excel's word for a group of series of the plot area; null where it is none. */
function groupType(group: XmlElement): string | null {
  const grouping = group.first('grouping')?.attribute('val') ?? 'standard';
  const stacked = grouping === 'stacked' ? 'Stacked' : grouping === 'percentStacked' ? 'Stacked100' : '';
  switch (group.local) {
    case 'barChart':
    case 'bar3DChart':
      return (group.first('barDir')?.attribute('val') === 'bar' ? 'Bar' : 'Column') + (stacked || 'Clustered');
    case 'lineChart':
    case 'line3DChart':
      return `Line${group.elements('ser').every((series) => hasMarker(series, group)) ? 'Markers' : ''}${stacked}`;
    case 'areaChart':
    case 'area3DChart':
      return `Area${stacked}`;
    default:
      return GROUPS[group.local] ?? null;
  }
}

type Described = Pick<ModelChart, 'type' | 'title' | 'legend' | 'border' | 'fill' | 'series' | 'valueAxis' | 'categoryAxis'>;

function readChart(space: XmlElement, colors: Colors): Described {
  const chart = space.first('chart');
  const area = chart?.first('plotArea');
  const groups = (area?.elements() ?? []).flatMap((group) => {
    const type = groupType(group);
    return type === null ? [] : [{ group, type }];
  });
  const type = groups[0]?.type ?? 'Invalid';
  const primary = groups[0]?.group.elements('axId').map((axis) => axis.attribute('val')) ?? [];
  const axis = (...kinds: string[]) => area?.elements().find((each) => kinds.includes(each.local) && primary.includes(each.first('axId')?.attribute('val')));
  const series = groups.flatMap(({ group, type: own }) =>
    group.elements('ser').map((each) => readSeries(each, group, own === type ? null : own, group.elements('axId').some((id) => primary.includes(id.attribute('val'))), colors)),
  );
  const legend = chart?.first('legend');
  const title = chart?.first('title');
  const line = space.at('spPr', 'ln');
  const positions: Record<string, string> = { t: 'Top', b: 'Bottom', l: 'Left', r: 'Right', tr: 'Corner' };
  return {
    type,
    title: title ? [...title.descendants('t'), ...title.descendants('v')].map((each) => each.text).join('') : null,
    legend: legend ? (positions[legend.first('legendPos')?.attribute('val') ?? 'r'] ?? 'Right') : null,
    border: line?.first('noFill') === undefined,
    fill: space.at('spPr', 'noFill') ? null : (colors.drawing(space.at('spPr', 'solidFill')) ?? '#FFFFFF'),
    series,
    valueAxis: readAxis(axis('valAx'), colors),
    categoryAxis: readAxis(axis('catAx', 'dateAx'), colors),
  };
}

function readSeries(series: XmlElement, group: XmlElement, chartType: string | null, primary: boolean, colors: Colors): ModelSeries {
  const formula = (...path: string[]) => [...(series.first(path[0] ?? '')?.descendants('f') ?? [])][0]?.text ?? null;
  const line = series.at('spPr', 'ln');
  const isLine = group.local.startsWith('line') || group.local.startsWith('scatter');
  const marker = series.first('marker');
  const labels = series.first('dLbls');
  const letters = labels ? [...labels.descendants('defRPr')][0] : undefined;
  const symbol = marker?.first('symbol')?.attribute('val');
  return {
    name: [...(series.first('tx')?.descendants('v') ?? [])].map((each) => each.text).join(' '),
    values: formula('val') ?? formula('yVal') ?? '',
    categories: formula('cat') ?? formula('xVal'),
    chartType,
    color: colors.drawing(isLine ? line?.first('solidFill') : series.at('spPr', 'solidFill')),
    dashed: !['solid', undefined].includes(line?.first('prstDash')?.attribute('val')),
    weight: line?.number('w') === undefined ? null : (line.number('w') ?? 0) / EMU,
    marker: symbol === undefined ? 'Automatic' : symbol.charAt(0).toUpperCase() + symbol.slice(1),
    markerSize: marker?.first('size')?.number('val') ?? null,
    markerColor: colors.drawing(marker?.at('spPr', 'solidFill')),
    labels: labels?.first('showVal')?.flag('val')
      ? { numberFormat: labels.first('numFmt')?.attribute('formatCode') ?? 'General', color: colors.drawing(letters?.first('solidFill')), bold: letters?.flag('b') ?? false, size: letters?.number('sz') === undefined ? null : (letters.number('sz') ?? 0) / 100 }
      : null,
    gapWidth: group.first('gapWidth')?.number('val') ?? null,
    overlap: group.first('overlap')?.number('val') ?? null,
    axisGroup: primary ? 'Primary' : 'Secondary',
  };
}

function readAxis(axis: XmlElement | undefined, colors: Colors): ModelAxis {
  const gridlines = axis?.first('majorGridlines');
  const letters = axis ? [...(axis.first('txPr')?.descendants('defRPr') ?? [])][0] : undefined;
  return {
    visible: axis !== undefined && axis.first('delete')?.flag('val') !== true,
    minimum: axis?.at('scaling', 'min')?.number('val') ?? null,
    maximum: axis?.at('scaling', 'max')?.number('val') ?? null,
    majorUnit: axis?.first('majorUnit')?.number('val') ?? null,
    numberFormat: axis?.first('numFmt')?.flag('sourceLinked') === false ? (axis.first('numFmt')?.attribute('formatCode') ?? null) : null,
    gridlines: gridlines ? (colors.drawing(gridlines.at('spPr', 'ln', 'solidFill')) ?? '#D9D9D9') : null,
    fontSize: letters?.number('sz') === undefined ? null : (letters.number('sz') ?? 0) / 100,
    fontColor: colors.drawing(letters?.first('solidFill')),
    lineVisible: axis?.at('spPr', 'ln', 'noFill') === undefined,
  };
}

/** Brings the charts of a sheet's drawing up to date: those that are gone, changed or new. All else in it stays. */
export function writeCharts(files: OfficePackage, drawing: DrawingPart, sheet: ModelSheet, workbook: ModelWorkbook): void {
  const anchors = new Map<string, Anchor>();
  const related = files.relationships(drawing.name);
  for (const anchor of drawing.anchors) {
    const relationship = related.find((each) => each.kind === 'chart' && each.id === chartReference(anchor.element.first('graphicFrame')));
    if (!relationship) continue;
    if (sheet.charts.some((chart) => chart.part === relationship.target)) anchors.set(relationship.target, anchor);
    else {
      drawing.anchors = drawing.anchors.filter((each) => each !== anchor);
      removeChart(files, relationship.target);
      files.unrelate(drawing.name, relationship.id);
    }
  }
  for (const chart of sheet.charts) {
    const anchor = chart.part === undefined ? undefined : anchors.get(chart.part);
    if (anchor && chart.untouched) continue;
    const content = chartPart(chart, workbook);
    if (anchor && chart.part !== undefined) {
      files.set(chart.part, content);
      const frame = anchor.element.first('graphicFrame');
      drawing.put(makeAnchor(chart, sheet, chartReference(frame) ?? '', frame?.at('nvGraphicFramePr', 'cNvPr')?.number('id') ?? drawing.freeId()), anchor);
    } else {
      const name = files.freeName('xl/charts/chart');
      files.add(name, 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml', content);
      drawing.put(makeAnchor(chart, sheet, files.relate(drawing.name, 'chart', name), drawing.freeId()));
    }
  }
}

/** A chart part goes with its own style, colours and embedded workbook. */
function removeChart(files: OfficePackage, part: string): void {
  for (const each of files.relationships(part)) if (!each.external && ['chartStyle', 'chartColorStyle', 'package'].includes(each.kind)) files.remove(each.target);
  files.remove(part);
}

function makeAnchor(chart: ModelChart, sheet: ModelSheet, relationship: string, id: number): XmlElement {
  return element('xdr:oneCellAnchor', {}, [
    marker('from', chart.left, chart.top, sheet),
    element('xdr:ext', { cx: Math.max(0, emu(chart.width)), cy: Math.max(0, emu(chart.height)) }),
    element('xdr:graphicFrame', { macro: '' }, [
      element('xdr:nvGraphicFramePr', {}, [element('xdr:cNvPr', { id, name: chart.name || `Chart ${id - 1}`, descr: chart.altText || undefined }), element('xdr:cNvGraphicFramePr')]),
      element('xdr:xfrm', {}, [element('a:off', { x: 0, y: 0 }), element('a:ext', { cx: 0, cy: 0 })]),
      element('a:graphic', {}, [element('a:graphicData', { uri: CHART }, [element('c:chart', { 'xmlns:c': CHART, 'xmlns:r': RELATIONSHIPS, 'r:id': relationship })])]),
    ]),
    element('xdr:clientData'),
  ]);
}
