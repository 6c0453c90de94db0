/** Conditional formats: rules of the worksheet and, for data bars, their extension of Excel 2010. */
import type { ModelConditionalFormat, ModelSheet, ModelWorkbook } from '../host/model';
import { parseRanges, rangeName } from './addresses';
import { argb, type Colors } from './colors';
import { shiftFormula, shownFormula, storedFormula } from './formulas';
import type { Styles } from './styles';
import { ensure, extension, place } from './worksheet';
import { element, parseXml, type XmlElement } from './xml';

const RULES_EXTENSION = '{78C0D931-6437-407D-A8EE-F0AAD7539E65}';
const ID_EXTENSION = '{B025F937-C7B1-47D3-B67F-A62EFF666E3E}';
const X14 = 'http://schemas.microsoft.com/office/spreadsheetml/2009/9/main';
const XM = 'http://schemas.microsoft.com/office/excel/2006/main';

const TYPES: Record<string, string> = {
  dataBar: 'DataBar', colorScale: 'ColorScale', iconSet: 'IconSet', cellIs: 'CellValue', expression: 'Custom', containsText: 'ContainsText', notContainsText: 'ContainsText',
  beginsWith: 'ContainsText', endsWith: 'ContainsText', top10: 'TopBottom',
};
const OPERATORS: Record<string, string> = {
  between: 'Between', notBetween: 'NotBetween', equal: 'EqualTo', notEqual: 'NotEqualTo', greaterThan: 'GreaterThan', lessThan: 'LessThan', greaterThanOrEqual: 'GreaterThanOrEqual', lessThanOrEqual: 'LessThanOrEqual',
};
const BOUNDS: Record<string, string> = { min: 'LowestValue', max: 'HighestValue', num: 'Number', percent: 'Percent', formula: 'Formula', percentile: 'Percentile', autoMin: 'Automatic', autoMax: 'Automatic' };
const AXES: Record<string, string> = { automatic: 'Automatic', none: 'None', middle: 'CellMidPoint' };

type Detail = Record<string, unknown>;

export function readConditionalFormats(worksheet: XmlElement, sheet: ModelSheet, workbook: ModelWorkbook, colors: Colors): void {
  const extended = extendedRules(worksheet);
  const found: { format: ModelConditionalFormat; priority: number }[] = [];
  for (const group of worksheet.elements('conditionalFormatting')) {
    const areas = parseRanges(group.attribute('sqref') ?? '');
    for (const rule of group.elements('cfRule')) {
      const more = extended.get(linkedId(rule) ?? '');
      const type = TYPES[rule.attribute('type') ?? ''] ?? 'PresetCriteria';
      const detail = readDetail(rule, more, colors);
      for (const range of areas) {
        const first = areas[0] ?? range;
        found.push({
          priority: rule.number('priority') ?? 0,
          format: { id: workbook.id(), range, type, detail: structuredClone(detail), source: { rule: rule.toString(), extension: more?.toString() ?? null, detail: JSON.stringify(detail), row: first.row, column: first.column } },
        });
      }
    }
  }
  sheet.conditionalFormats = found.sort((a, b) => a.priority - b.priority).map(({ format }) => format);
}

function extendedRules(worksheet: XmlElement): Map<string, XmlElement> {
  const list = worksheet.first('extLst')?.elements('ext').find((each) => each.attribute('uri')?.toUpperCase() === RULES_EXTENSION);
  return new Map([...(list?.descendants('cfRule') ?? [])].map((rule) => [rule.attribute('id') ?? '', rule]));
}

const linkedId = (rule: XmlElement) => rule.at('extLst', 'ext', 'id')?.text;

function readDetail(rule: XmlElement, more: XmlElement | undefined, colors: Colors): Detail {
  const formulas = rule.elements('formula').map((each) => shownFormula(each.text));
  const stop: Detail = rule.flag('stopIfTrue') ? { stopIfTrue: true } : {};
  switch (rule.attribute('type')) {
    case 'dataBar':
      return { ...stop, dataBar: readDataBar(rule.first('dataBar'), more?.first('dataBar'), colors) };
    case 'expression':
      return { ...stop, custom: { rule: { formula: formulas[0] ?? '' } } };
    case 'cellIs':
      return { ...stop, cellValue: { rule: { operator: OPERATORS[rule.attribute('operator') ?? ''] ?? 'EqualTo', formula1: formulas[0] ?? '', ...(formulas[1] === undefined ? {} : { formula2: formulas[1] }) } } };
    default:
      return stop;
  }
}

function readDataBar(bar: XmlElement | undefined, more: XmlElement | undefined, colors: Colors): Detail {
  const bound = (index: number): Detail => {
    const value = more?.elements('cfvo')[index] ?? bar?.elements('cfvo')[index];
    const formula = value?.first('f')?.text ?? value?.attribute('val');
    return { type: BOUNDS[value?.attribute('type') ?? ''] ?? 'Automatic', ...(formula === undefined ? {} : { formula }) };
  };
  const border = colors.resolve(more?.first('borderColor'));
  const negative = colors.resolve(more?.first('negativeFillColor'));
  return {
    lowerBoundRule: bound(0),
    upperBoundRule: bound(1),
    showDataBarOnly: bar?.flag('showValue', true) === false,
    axisFormat: AXES[more?.attribute('axisPosition') ?? 'automatic'] ?? 'Automatic',
    barDirection: more?.attribute('direction') === 'leftToRight' ? 'LeftToRight' : more?.attribute('direction') === 'rightToLeft' ? 'RightToLeft' : 'Context',
    positiveFormat: { fillColor: colors.resolve(bar?.first('color')) ?? '#638EC6', gradientFill: more?.flag('gradient', true) ?? true, ...(border ? { borderColor: border } : {}) },
    negativeFormat: { matchPositiveFillColor: more?.flag('negativeBarColorSameAsPositive') ?? false, ...(negative ? { fillColor: negative } : {}) },
  };
}

/** Writes all rules of the sheet, in their order of priority. */
export function writeConditionalFormats(worksheet: XmlElement, sheet: ModelSheet, styles: Styles): void {
  const linked = new Set(worksheet.elements('conditionalFormatting').flatMap((group) => group.elements('cfRule').map(linkedId)));
  const taken = new Set<string | undefined>(linked);
  worksheet.removeAll('conditionalFormatting');
  dropExtended(worksheet, linked);
  sheet.conditionalFormats.forEach((format, index) => {
    const unchanged = format.source !== undefined && format.source.detail === JSON.stringify(format.detail);
    const { rule, more } = unchanged ? fromSource(format) : build(format, styles);
    rule.attributes['priority'] = String(index + 1);
    if (more) {
      const id = freeId(taken);
      rule.removeAll('extLst');
      rule.children.push(element('extLst', {}, [element('ext', { 'xmlns:x14': X14, uri: ID_EXTENSION }, [element('x14:id', {}, [id])])]));
      more.attributes['id'] = id;
      addExtended(worksheet, more, rangeName(format.range));
    }
    place(worksheet, element('conditionalFormatting', { sqref: rangeName(format.range) }, [rule]));
  });
}

function freeId(taken: Set<string | undefined>): string {
  let number = taken.size;
  let id: string;
  do id = `{5A1E0000-0000-4000-8000-${String(++number).padStart(12, '0')}}`;
  while (taken.has(id));
  taken.add(id);
  return id;
}

function dropExtended(worksheet: XmlElement, ids: ReadonlySet<string | undefined>): void {
  const list = worksheet.first('extLst');
  const holder = list?.elements('ext').find((each) => each.attribute('uri')?.toUpperCase() === RULES_EXTENSION);
  const groups = holder?.first('conditionalFormattings');
  if (!list || !holder || !groups) return;
  for (const group of groups.elements()) {
    for (const rule of group.elements('cfRule')) if (ids.has(rule.attribute('id'))) group.remove(rule);
    if (group.elements('cfRule').length === 0) groups.remove(group);
  }
  if (groups.elements().length === 0) list.remove(holder);
  if (list.elements().length === 0) worksheet.remove(list);
}

function addExtended(worksheet: XmlElement, rule: XmlElement, sqref: string): void {
  const holder = extension(worksheet, RULES_EXTENSION, () => element('ext', { 'xmlns:x14': X14, uri: RULES_EXTENSION }), () => element('extLst'));
  const groups = ensure(holder, element('x14:conditionalFormattings'));
  groups.children.push(element('x14:conditionalFormatting', { 'xmlns:xm': XM }, [rule, element('xm:sqref', {}, [sqref])]));
}

/** The file's own rule; its formulas moved where the rule now starts at another cell. */
function fromSource(format: ModelConditionalFormat): { rule: XmlElement; more: XmlElement | null } {
  const source = format.source;
  if (!source) throw new Error('A rule without its source.');
  const rule = parseXml(source.rule);
  const more = source.extension === null ? null : parseXml(source.extension);
  const down = format.range.row - source.row;
  const right = format.range.column - source.column;
  if (down !== 0 || right !== 0) for (const formula of rule.elements('formula')) formula.children = [shiftFormula(formula.text, down, right)];
  return { rule, more };
}

function build(format: ModelConditionalFormat, styles: Styles): { rule: XmlElement; more: XmlElement | null } {
  const stop = format.detail['stopIfTrue'] === true ? 1 : undefined;
  const detail = (name: string) => (format.detail[name] ?? {}) as Detail;
  if (format.type === 'DataBar') return buildDataBar(detail('dataBar'), stop);
  if (format.type === 'Custom' || format.type === 'CellValue') {
    const branch = detail(format.type === 'Custom' ? 'custom' : 'cellValue');
    const words = (branch['rule'] ?? {}) as Record<string, unknown>;
    const texts = format.type === 'Custom' ? [words['formula']] : [words['formula1'], words['formula2']];
    const formulas = texts.filter((text) => text !== undefined && text !== null && text !== '').map((text) => element('formula', {}, [storedFormula(String(text), null)]));
    // A changed rule of the file keeps the file's format, unless the change gives one.
    const old = format.source ? parseXml(format.source.rule).number('dxfId') : undefined;
    const look = branch['format'] as Detail | undefined;
    const dxfId = look ? styles.addDifferential(differential(look)) : old;
    const operator = format.type === 'CellValue' ? Object.keys(OPERATORS).find((key) => OPERATORS[key] === words['operator']) ?? 'equal' : undefined;
    return { rule: element('cfRule', { type: format.type === 'Custom' ? 'expression' : 'cellIs', dxfId, priority: 1, stopIfTrue: stop, operator }, formulas), more: null };
  }
  if (format.source) return fromSource(format);
  throw new Error(`Conditional formats of type ${format.type} cannot be written yet.`);
}

function differential(format: Detail): XmlElement[] {
  const font = (format['font'] ?? {}) as Detail;
  const fill = (format['fill'] ?? {}) as Detail;
  const letters = [
    ...(font['bold'] ? [element('b')] : []),
    ...(font['italic'] ? [element('i')] : []),
    ...(font['strikethrough'] ? [element('strike')] : []),
    ...(font['underline'] && font['underline'] !== 'None' ? [element('u', { val: font['underline'] === 'Double' ? 'double' : undefined })] : []),
    ...(font['color'] ? [element('color', { rgb: argb(String(font['color'])) })] : []),
  ];
  return [
    ...(letters.length > 0 ? [element('font', {}, letters)] : []),
    ...(fill['color'] ? [element('fill', {}, [element('patternFill', {}, [element('bgColor', { rgb: argb(String(fill['color'])) })])])] : []),
  ];
}

function buildDataBar(bar: Detail, stop: number | undefined): { rule: XmlElement; more: XmlElement } {
  const positive = (bar['positiveFormat'] ?? {}) as Detail;
  const negative = (bar['negativeFormat'] ?? {}) as Detail;
  const color = argb(String(positive['fillColor'] ?? '#638EC6'));
  const bounds = [bar['lowerBoundRule'], bar['upperBoundRule']].map((bound, index) => {
    const { type = 'Automatic', formula } = (bound ?? {}) as { type?: string; formula?: unknown };
    return { type, text: formula === undefined || formula === null ? null : storedFormula(String(formula), null), upper: index === 1 };
  });
  const old = bounds.map(({ type, text, upper }) => {
    const word = type === 'Automatic' ? (upper ? 'max' : 'min') : Object.keys(BOUNDS).find((key) => BOUNDS[key] === type);
    return element('cfvo', { type: word, val: text ?? undefined });
  });
  const current = bounds.map(({ type, text, upper }) => {
    const word = type === 'Automatic' ? (upper ? 'autoMax' : 'autoMin') : Object.keys(BOUNDS).find((key) => BOUNDS[key] === type);
    return element('x14:cfvo', { type: word }, text === null ? [] : [element('xm:f', {}, [text])]);
  });
  const alone = bar['showDataBarOnly'] === true ? 0 : undefined;
  const border = positive['borderColor'] ? argb(String(positive['borderColor'])) : null;
  const same = negative['matchPositiveFillColor'] === true;
  const axis = Object.keys(AXES).find((key) => AXES[key] === bar['axisFormat']) ?? 'automatic';
  const direction = bar['barDirection'] === 'LeftToRight' ? 'leftToRight' : bar['barDirection'] === 'RightToLeft' ? 'rightToLeft' : undefined;
  return {
    rule: element('cfRule', { type: 'dataBar', priority: 1, stopIfTrue: stop }, [element('dataBar', { minLength: 0, maxLength: 100, showValue: alone }, [...old, element('color', { rgb: color })])]),
    more: element('x14:cfRule', { type: 'dataBar' }, [
      element(
        'x14:dataBar',
        {
          minLength: 0, maxLength: 100, showValue: alone, border: border ? 1 : undefined, gradient: positive['gradientFill'] === false ? 0 : undefined, direction,
          negativeBarColorSameAsPositive: same ? 1 : undefined, axisPosition: axis === 'automatic' ? undefined : axis,
        },
        [
          ...current,
          ...(border ? [element('x14:borderColor', { rgb: border })] : []),
          ...(same ? [] : [element('x14:negativeFillColor', { rgb: argb(String(negative['fillColor'] ?? '#FF0000')) })]),
          ...(axis === 'none' ? [] : [element('x14:axisColor', { rgb: argb(String(bar['axisColor'] || '#000000')) })]),
        ],
      ),
    ]),
  };
}
