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

function shownStyle(style: ModelStyle): Record<string, unknown> {
  const { borders, ...rest } = style;
  const shown: Record<string, unknown> = Object.fromEntries(Object.entries(rest).filter(([key, value]) => value !== SHOWN[key as keyof ModelStyle]));
  const drawn = Object.entries(borders ?? {}).filter(([, border]) => border && border.style !== 'None');
  return drawn.length > 0 ? { ...shown, borders: Object.fromEntries(drawn.sort(([a], [b]) => (a < b ? -1 : 1))) } : shown;
}

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
  for (const [row, line] of sheet.cells) {
    for (const [column, { value, formula, style }] of line) {
      const look = shownStyle(style);
      if (value !== null || formula !== undefined || Object.keys(look).length > 0) cells[`${row}:${column}`] = { value, formula, ...look };
    }
  }
  return {
    name: sheet.name,
    visibility: sheet.visibility,
    view: [sheet.tabColor, sheet.showGridlines, sheet.showHeadings, sheet.freeze],
    cells: Object.fromEntries(Object.entries(cells).sort(([a], [b]) => (a < b ? -1 : 1))),
    columnWidths: byKey(sheet.columnWidths, sheet.defaultColumnWidth),
    rowHeights: byKey(sheet.rowHeights, sheet.defaultRowHeight),
    merges: sorted(sheet.merges),
    tables: sorted(sheet.tables.map(({ id: _, ...table }) => table)),
    shapes: sheet.shapes.map((shape) => shapePicture(shape, sheet)),
    charts: sorted(sheet.charts.map(({ id: _, untouched: __, ...chart }) => chart)),
    rules: sorted(sheet.conditionalFormats.map(({ id: _, ...rule }) => rule)),
    validations: sorted(sheet.validations),
    pageLayout: sheet.pageLayout,
    properties: byKey(sheet.customProperties),
    links: byKey(sheet.links),
  };
}

export function workbookPicture(workbook: ModelWorkbook): Record<string, unknown> {
  return { sheets: workbook.sheets.map(sheetPicture), names: workbook.names, settings: byKey(workbook.settings) };
}
