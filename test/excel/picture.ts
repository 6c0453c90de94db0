/** All that a user can see of a workbook in our host, for comparing before and after. */
import type { ModelLineEnd, ModelShape, ModelSheet, ModelStyle, ModelWorkbook } from '../../src/workbench/host/model';

/** What Excel shows where a style says nothing. */
const SHOWN: ModelStyle = {
  numberFormat: 'General',
  fontName: 'Calibri',
  fontSize: 11,
  bold: false,
  italic: false,
  underline: 'None',
  strikethrough: false,
  fontColor: '#000000',
  horizontal: 'General',
  vertical: 'Bottom',
  wrap: false,
  indent: 0,
  quotePrefix: false,
};

/** Cells of one look share one object in the model. */
const looks = new WeakMap<ModelStyle, Readonly<Record<string, unknown>> | null>();

/** What is to be seen of a style; null: nothing. */
function lookOf(style: ModelStyle): Readonly<Record<string, unknown>> | null {
  let look = looks.get(style);
  if (look === undefined) {
    const shown = shownStyle(style);
    looks.set(style, (look = Object.keys(shown).length > 0 ? shown : null));
  }
  return look;
}

function shownStyle(style: ModelStyle): Record<string, unknown> {
  const { borders, ...rest } = style;
  const shown: Record<string, unknown> = Object.fromEntries(Object.entries(rest).filter(([key, value]) => value !== SHOWN[key as keyof ModelStyle]));
  const drawn = Object.entries(borders ?? {}).filter(([, border]) => border && border.style !== 'None');
  return drawn.length > 0 ? { ...shown, borders: Object.fromEntries(drawn.sort(([a], [b]) => (a < b ? -1 : 1))) } : shown;
}

const inOrder = <T>(places: ReadonlyMap<number, T>): [number, T][] => [...places].sort(([a], [b]) => a - b);

function byKey<T>(map: ReadonlyMap<string | number, T>, standard?: T): Record<string, T> {
  return Object.fromEntries([...map].filter(([, value]) => value !== standard).sort(([a], [b]) => (a < b ? -1 : 1)));
}

const sorted = <T>(things: readonly T[]): T[] => [...things].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));

/** As it is seen, ids left out: what is glued names its shape by its place in the painting order. */
function shapePicture({ id: _, anchor: __, changed: ___, fill, line, connector, text, ...shape }: ModelShape, sheet: ModelSheet): Record<string, unknown> {
  const end = ({ glued, ...rest }: ModelLineEnd) => ({ ...rest, glued: glued && [sheet.shapes.findIndex((one) => one.id === glued.shapeId), glued.site] });
  return {
    ...shape,
    fill: fill.type === 'NoFill' ? null : fill,
    line: line.visible ? line : null,
    // The looks of no characters are not seen.
    text: text && { ...text, runs: text.runs.filter((run) => run.text !== '') },
    connector: connector && { type: connector.type, begin: end(connector.begin), end: end(connector.end) },
  };
}

export function sheetPicture(sheet: ModelSheet): Record<string, unknown> {
  const cells: Record<string, unknown> = {};
  for (const [row, line] of inOrder(sheet.cells)) {
    for (const [column, { value, formula, style }] of inOrder(line)) {
      const look = lookOf(style);
      if (value !== null || formula !== undefined || look !== null) cells[`${row}:${column}`] = [value, formula, look];
    }
  }
  return {
    name: sheet.name,
    visibility: sheet.visibility,
    view: [sheet.tabColor, sheet.showGridlines, sheet.showHeadings, sheet.freeze],
    cells,
    columnWidths: byKey(sheet.columnWidths, sheet.defaultColumnWidth),
    rowHeights: byKey(sheet.rowHeights, sheet.defaultRowHeight),
    merges: sorted(sheet.merges),
    tables: sorted(sheet.tables.map(({ id: _, ...table }) => table)),
    shapes: sheet.shapes.map((shape) => shapePicture(shape, sheet)),
    charts: sorted(sheet.charts.map(({ id: _, untouched: __, ...chart }) => chart)),
    rules: sorted(sheet.conditionalFormats.map(({ id: _, ...rule }) => rule)),
    validations: sorted(sheet.validations),
    pageLayout: sheet.pageLayout,
    rowBreaks: sheet.rowBreaks,
    properties: byKey(sheet.customProperties),
    links: byKey(sheet.links),
  };
}

export function workbookPicture(workbook: ModelWorkbook): Record<string, unknown> {
  return { sheets: workbook.sheets.map(sheetPicture), names: workbook.names, settings: byKey(workbook.settings) };
}
