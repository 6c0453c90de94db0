/** The styles part: cell formats ⇄ the model's styles. */
import { DEFAULT_STYLE, internStyle, type Border, type ModelStyle } from '../host/model';
import { argb, type Colors } from './colors';
import { element, type XmlElement } from './xml';

/** Number formats that files give by number only. */
const BUILT_IN: Record<number, string> = {
  0: 'General', 1: '0', 2: '0.00', 3: '#,##0', 4: '#,##0.00', 5: '$#,##0_);($#,##0)', 6: '$#,##0_);[Red]($#,##0)', 7: '$#,##0.00_);($#,##0.00)', 8: '$#,##0.00_);[Red]($#,##0.00)',
  9: '0%', 10: '0.00%', 11: '0.00E+00', 12: '# ?/?', 13: '# ??/??', 14: 'm/d/yyyy', 15: 'd-mmm-yy', 16: 'd-mmm', 17: 'mmm-yy', 18: 'h:mm AM/PM', 19: 'h:mm:ss AM/PM',
  20: 'h:mm', 21: 'h:mm:ss', 22: 'm/d/yyyy h:mm', 37: '#,##0_);(#,##0)', 38: '#,##0_);[Red](#,##0)', 39: '#,##0.00_);(#,##0.00)', 40: '#,##0.00_);[Red](#,##0.00)',
  41: '_(* #,##0_);_(* (#,##0);_(* "-"_);_(@_)', 42: '_($* #,##0_);_($* (#,##0);_($* "-"_);_(@_)', 43: '_(* #,##0.00_);_(* (#,##0.00);_(* "-"??_);_(@_)', 44: '_($* #,##0.00_);_($* (#,##0.00);_($* "-"??_);_(@_)',
  45: 'mm:ss', 46: '[h]:mm:ss', 47: 'mm:ss.0', 48: '##0.0E+0', 49: '@',
};

/** File word → Office.js word. */
const HORIZONTAL: Record<string, string> = { left: 'Left', center: 'Center', right: 'Right', fill: 'Fill', justify: 'Justify', centerContinuous: 'CenterAcrossSelection', distributed: 'Distributed' };
const VERTICAL: Record<string, string> = { top: 'Top', center: 'Center', justify: 'Justify', distributed: 'Distributed' };
const UNDERLINE: Record<string, string> = { single: 'Single', double: 'Double', singleAccounting: 'SingleAccountant', doubleAccounting: 'DoubleAccountant' };
const LINES: Record<string, [style: string, weight: string]> = {
  hair: ['Continuous', 'Hairline'], thin: ['Continuous', 'Thin'], medium: ['Continuous', 'Medium'], thick: ['Continuous', 'Thick'], double: ['Double', 'Thick'],
  dashed: ['Dash', 'Thin'], mediumDashed: ['Dash', 'Medium'], dotted: ['Dot', 'Thin'], dashDot: ['DashDot', 'Thin'], mediumDashDot: ['DashDot', 'Medium'],
  dashDotDot: ['DashDotDot', 'Thin'], mediumDashDotDot: ['DashDotDot', 'Medium'], slantDashDot: ['SlantDashDot', 'Medium'],
};
const SIDES = ['left', 'right', 'top', 'bottom'] as const;

const fileWord = (words: Record<string, string>, word: string | undefined) => Object.keys(words).find((key) => words[key] === word);

function fileLine(border: Border): string {
  const found = Object.entries(LINES).find(([, [style, weight]]) => style === border.style && weight === border.weight) ?? Object.entries(LINES).find(([, [style]]) => style === border.style);
  return found?.[0] ?? 'thin';
}

export class Styles {
  /** The model's style of each cell format, by its number (`s` of a cell). */
  readonly formats: ModelStyle[];
  private readonly numbers = new Map<ModelStyle, number>();

  /** Reads; `edit` gives the same part to be changed, when a style has to be added. */
  constructor(
    read: XmlElement,
    private readonly colors: Colors,
    private readonly edit: () => XmlElement,
  ) {
    const custom = new Map((read.first('numFmts')?.elements('numFmt') ?? []).map((each) => [each.number('numFmtId') ?? -1, each.attribute('formatCode') ?? 'General']));
    const fonts = (read.first('fonts')?.elements('font') ?? []).map((each) => this.font(each));
    const fills = (read.first('fills')?.elements('fill') ?? []).map((each) => this.fill(each));
    const borders = (read.first('borders')?.elements('border') ?? []).map((each) => this.borders(each));
    this.formats = (read.first('cellXfs')?.elements('xf') ?? []).map((format) => {
      const id = format.number('numFmtId') ?? 0;
      const alignment = format.first('alignment');
      const numberFormat = custom.get(id) ?? BUILT_IN[id];
      return internStyle({
        ...fonts[format.number('fontId') ?? 0],
        fill: fills[format.number('fillId') ?? 0],
        borders: borders[format.number('borderId') ?? 0],
        numberFormat: numberFormat === 'General' ? undefined : numberFormat,
        horizontal: HORIZONTAL[alignment?.attribute('horizontal') ?? ''],
        vertical: VERTICAL[alignment?.attribute('vertical') ?? ''],
        wrap: alignment?.flag('wrapText') || undefined,
        indent: alignment?.number('indent') || undefined,
        rotation: rotationIn(alignment?.number('textRotation')),
        locked: format.first('protection')?.flag('locked', true) === false ? false : undefined,
        quotePrefix: format.flag('quotePrefix') || undefined,
      });
    });
    if (this.formats.length === 0) this.formats.push(DEFAULT_STYLE);
    this.formats.forEach((style, number) => {
      if (!this.numbers.has(style)) this.numbers.set(style, number);
    });
  }

  /** The number of a style; it is added where the file has none. `present`: the number the cell has, kept where it says the same. */
  number(style: ModelStyle, present?: number): number {
    const wanted = internStyle(style);
    if (present !== undefined && this.formats[present] === wanted) return present;
    const known = this.numbers.get(wanted);
    if (known !== undefined) return known;
    const number = this.add(wanted);
    this.formats[number] = wanted;
    this.numbers.set(wanted, number);
    return number;
  }

  /** Adds a differential format (of a conditional format) and returns its number. */
  addDifferential(parts: XmlElement[]): number {
    const root = this.edit();
    let list = root.first('dxfs');
    if (!list) {
      list = element('dxfs', { count: 0 });
      const before = root.children.findIndex((child) => typeof child !== 'string' && ['tableStyles', 'colors', 'extLst'].includes(child.local));
      root.children.splice(before < 0 ? root.children.length : before, 0, list);
    }
    return append(list, element('dxf', {}, parts));
  }

  private add(style: ModelStyle): number {
    const root = this.edit();
    const font = append(
      collection(root, 'fonts'),
      element('font', {}, [
        ...(style.bold ? [element('b')] : []),
        ...(style.italic ? [element('i')] : []),
        ...(style.strikethrough ? [element('strike')] : []),
        ...(style.underline && style.underline !== 'None' ? [element('u', { val: fileWord(UNDERLINE, style.underline) })] : []),
        element('sz', { val: style.fontSize ?? 11 }),
        style.fontColor ? element('color', { rgb: argb(style.fontColor) }) : element('color', { theme: 1 }),
        element('name', { val: style.fontName ?? 'Calibri' }),
        element('family', { val: 2 }),
      ]),
    );
    const fill = style.fill ? append(collection(root, 'fills'), element('fill', {}, [element('patternFill', { patternType: 'solid' }, [element('fgColor', { rgb: argb(style.fill) }), element('bgColor', { indexed: 64 })])])) : 0;
    const lines = style.borders ?? {};
    const hasLines = SIDES.some((side) => lines[side] && lines[side].style !== 'None');
    const border = hasLines
      ? append(collection(root, 'borders'), element('border', {}, [...SIDES.map((side) => this.side(side, lines[side])), element('diagonal')]))
      : 0;
    const format = this.numberFormat(root, style.numberFormat ?? 'General');
    const alignment = {
      horizontal: fileWord(HORIZONTAL, style.horizontal) ?? (style.indent ? 'left' : undefined),
      vertical: fileWord(VERTICAL, style.vertical),
      textRotation: rotationOut(style.rotation),
      wrapText: style.wrap ? 1 : undefined,
      indent: style.indent || undefined,
    };
    const aligned = Object.values(alignment).some((value) => value !== undefined);
    const children = [...(aligned ? [element('alignment', alignment)] : []), ...(style.locked === false ? [element('protection', { locked: 0 })] : [])];
    return append(
      collection(root, 'cellXfs'),
      element(
        'xf',
        {
          numFmtId: format, fontId: font, fillId: fill, borderId: border, xfId: 0, quotePrefix: style.quotePrefix ? 1 : undefined,
          applyNumberFormat: format ? 1 : undefined, applyFont: 1, applyFill: fill ? 1 : undefined, applyBorder: border ? 1 : undefined,
          applyAlignment: aligned ? 1 : undefined, applyProtection: style.locked === false ? 1 : undefined,
        },
        children,
      ),
    );
  }

  private numberFormat(root: XmlElement, code: string): number {
    const built = Object.entries(BUILT_IN).find(([, format]) => format === code);
    if (built) return Number(built[0]);
    let list = root.first('numFmts');
    if (!list) root.children.unshift((list = element('numFmts', { count: 0 })));
    const known = list.elements('numFmt').find((each) => each.attribute('formatCode') === code);
    if (known) return known.number('numFmtId') ?? 0;
    const id = Math.max(163, ...list.elements('numFmt').map((each) => each.number('numFmtId') ?? 0)) + 1;
    append(list, element('numFmt', { numFmtId: id, formatCode: code }));
    return id;
  }

  private side(side: string, border: Border | undefined): XmlElement {
    if (!border || border.style === 'None') return element(side);
    return element(side, { style: fileLine(border) }, [border.color ? element('color', { rgb: argb(border.color) }) : element('color', { auto: 1 })]);
  }

  private font(font: XmlElement): ModelStyle {
    const name = font.first('name')?.attribute('val') ?? 'Calibri';
    const size = font.first('sz')?.number('val') ?? 11;
    const color = this.colors.resolve(font.first('color'));
    const on = (local: string) => font.first(local)?.flag('val', true) || undefined;
    const underline = font.first('u');
    return {
      fontName: name === 'Calibri' ? undefined : name,
      fontSize: size === 11 ? undefined : size,
      bold: on('b'),
      italic: on('i'),
      strikethrough: on('strike'),
      underline: underline ? UNDERLINE[underline.attribute('val') ?? 'single'] : undefined,
      fontColor: color === '#000000' ? undefined : color,
    };
  }

  private fill(fill: XmlElement): string | undefined {
    const pattern = fill.first('patternFill');
    const type = pattern?.attribute('patternType') ?? 'none';
    if (!pattern || type === 'none' || type === 'gray125') return this.colors.resolve(fill.at('gradientFill', 'stop', 'color'));
    return this.colors.resolve(pattern.first('fgColor')) ?? (type === 'solid' ? '#000000' : undefined);
  }

  private borders(borders: XmlElement): ModelStyle['borders'] {
    const found: Record<string, Border> = {};
    for (const side of SIDES) {
      const line = borders.first(side) ?? borders.first(side === 'left' ? 'start' : side === 'right' ? 'end' : side);
      const words = LINES[line?.attribute('style') ?? ''];
      if (line && words) found[side] = { style: words[0], weight: words[1], color: this.colors.resolve(line.first('color')) ?? '#000000' };
    }
    return Object.keys(found).length === 0 ? undefined : found;
  }
}

/** Files count 0–90 upwards and 91–180 downwards; the model −90…90; 255 is stacked in both. */
function rotationIn(value: number | undefined): number | undefined {
  return !value ? undefined : value === 255 ? 180 : value > 90 ? 90 - value : value;
}
function rotationOut(value: number | undefined): number | undefined {
  return !value ? undefined : value === 180 ? 255 : value < 0 ? 90 - value : value;
}

function collection(root: XmlElement, local: string): XmlElement {
  const found = root.first(local);
  if (!found) throw new Error(`The styles part has no ${local}.`);
  return found;
}

/** Adds a child, keeps the count, and returns the child's number. An equal child that is there is used. */
function append(list: XmlElement, child: XmlElement): number {
  const text = child.toString();
  const present = list.elements();
  const same = list.local === 'cellXfs' || list.local === 'dxfs' ? -1 : present.findIndex((each) => each.toString() === text);
  if (same >= 0) return same;
  list.children.push(child);
  list.attributes['count'] = String(present.length + 1);
  return present.length;
}
