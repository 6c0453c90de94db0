/**
 * The workbook that our host holds: cells, styles, tables, charts, shapes. No Office.js, no file format and
 * no DOM in it. `objects/` shows it to office.js; `xlsx/` fills it from a file and writes it back.
 * Rows and columns count from 0. Sizes are in points.
 */

export type ErrorText = '#N/A' | '#VALUE!' | '#REF!' | '#DIV/0!' | '#NUM!' | '#NAME?' | '#NULL!' | '#SPILL!' | '#CALC!' | '#BUSY!';

export class CellError {
  constructor(
    readonly error: ErrorText,
    /** What the function said, where it said something. */
    readonly message = '',
  ) {}
}

/** null is a blank cell. */
export type ModelValue = string | number | boolean | CellError | null;

export interface Border {
  readonly style: string;
  readonly color: string;
  readonly weight: string;
}

/** Frozen and shared: change a cell's style by giving it another. Left out: Excel's default. */
export interface ModelStyle {
  readonly numberFormat?: string;
  readonly fontName?: string;
  readonly fontSize?: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: string;
  readonly strikethrough?: boolean;
  /** `#RRGGBB`, theme and tint already resolved. */
  readonly fontColor?: string;
  readonly fill?: string;
  readonly horizontal?: string;
  readonly vertical?: string;
  readonly wrap?: boolean;
  readonly indent?: number;
  readonly rotation?: number;
  readonly locked?: boolean;
  /** The cell's text was typed with a leading apostrophe. */
  readonly quotePrefix?: boolean;
  readonly borders?: Readonly<Partial<Record<'top' | 'bottom' | 'left' | 'right', Border>>>;
}

export const DEFAULT_STYLE: ModelStyle = Object.freeze({});

export interface ModelCell {
  value: ModelValue;
  /** With its `=`, custom functions as `=SLM.X(…)`. */
  formula?: string;
  /** On the cell that holds a dynamic-array formula: how far it spills. */
  spill?: { rows: number; columns: number };
  /** The formula as a file gave it, where it is no dynamic array there: it never fills more than its cell. */
  oneCell?: string;
  /** On the other cells of a spill. */
  spilledFrom?: { row: number; column: number };
  style: ModelStyle;
}

export interface ModelRange {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export interface ModelTable {
  id: string;
  name: string;
  /** Header row and totals row included. */
  range: ModelRange;
  style: string;
  showBandedRows: boolean;
  showFilterButton: boolean;
  showTotals: boolean;
  /** The file's part it was read from. */
  part?: string;
}

export interface ModelSeries {
  name: string;
  /** `Sheet!$A$1:$A$12`, with `=`-less absolute addresses. */
  values: string;
  categories: string | null;
  chartType: string | null;
  color: string | null;
  dashed: boolean;
  weight: number | null;
  marker: string;
  markerSize: number | null;
  markerColor: string | null;
  labels: { numberFormat: string; color: string | null; bold: boolean; size: number | null } | null;
  gapWidth: number | null;
  overlap: number | null;
  axisGroup: 'Primary' | 'Secondary';
}

export interface ModelAxis {
  visible: boolean;
  minimum: number | null;
  maximum: number | null;
  majorUnit: number | null;
  numberFormat: string | null;
  gridlines: string | null;
  fontSize: number | null;
  fontColor: string | null;
  lineVisible: boolean;
}

export interface ModelChart {
  id: string;
  name: string;
  type: string;
  left: number;
  top: number;
  width: number;
  height: number;
  title: string | null;
  legend: string | null;
  border: boolean;
  fill: string | null;
  altText: string;
  series: ModelSeries[];
  valueAxis: ModelAxis;
  categoryAxis: ModelAxis;
  /** Came with the file and was not changed: the file's own part is kept as it is. */
  untouched: boolean;
  /** The file's part it was read from. */
  part?: string;
}

export interface ShapeFont {
  name: string;
  size: number;
  color: string;
  bold: boolean;
  italic: boolean;
  underline: string;
}

/** Text of one look; `\n` ends a paragraph. */
export interface ShapeRun {
  readonly text: string;
  readonly font: Readonly<ShapeFont>;
}

export interface ModelShapeText {
  /** At least one; an empty text is one empty run, which says how typed text will look. */
  runs: ShapeRun[];
  horizontal: string;
  vertical: string;
  margins: Readonly<Record<'left' | 'right' | 'top' | 'bottom', number>>;
  autoSize: string;
  horizontalOverflow: string;
  verticalOverflow: string;
  orientation: string;
  readingOrder: string;
}

export interface ModelArrowhead {
  style: string;
  length: string;
  width: string;
}

export interface ModelLineEnd {
  x: number;
  y: number;
  /** The shape it is glued to. */
  glued: { readonly shapeId: string; readonly site: number } | null;
  arrow: Readonly<ModelArrowhead>;
}

export interface ModelConnector {
  type: 'Straight' | 'Elbow' | 'Curve';
  begin: ModelLineEnd;
  end: ModelLineEnd;
}

/** What of a shape was changed since it was opened; saving writes these and keeps the rest of the file's shape. */
export type ShapeAspect = 'name' | 'place' | 'geometry' | 'fill' | 'line' | 'text';

export const SHAPE_ASPECTS: readonly ShapeAspect[] = ['name', 'place', 'geometry', 'fill', 'line', 'text'];

export interface ModelShape {
  id: string;
  name: string;
  /** Only geometric shapes and lines can be changed; the others are known by name and place. */
  kind: 'GeometricShape' | 'Line' | 'Image' | 'Group' | 'Unsupported';
  /** Excel's word for a geometric shape's form; '' for others. */
  geometry: string;
  /** The frame before it is rotated; of a line, what its two ends span. */
  left: number;
  top: number;
  width: number;
  height: number;
  /** Degrees, clockwise. */
  rotation: number;
  placement: 'TwoCell' | 'OneCell' | 'Absolute';
  visible: boolean;
  altTextTitle: string;
  altTextDescription: string;
  /** `color` stays known while there is no fill. */
  fill: { type: string; color: string; transparency: number };
  line: { visible: boolean; color: string; weight: number; dash: string; style: string; transparency: number };
  /** null: it can have none. */
  text: ModelShapeText | null;
  /** Of a line. */
  connector: ModelConnector | null;
  /** Its number among the anchors of the file's drawing; null: new. */
  anchor: number | null;
  readonly changed: Set<ShapeAspect>;
}

export interface ModelConditionalFormat {
  id: string;
  range: ModelRange;
  type: string;
  /** In the words of the Office.js classes, as they were set. */
  detail: Record<string, unknown>;
  /** As the file holds it: kept as long as `detail` says the same. Its formulas are meant for that cell. */
  source?: { rule: string; extension: string | null; detail: string; row: number; column: number };
}

export interface ModelValidation {
  range: ModelRange;
  rule: Record<string, unknown>;
  errorAlert: Record<string, unknown> | null;
  prompt: Record<string, unknown> | null;
  ignoreBlanks: boolean;
}

export interface ModelPageLayout {
  orientation: 'Portrait' | 'Landscape';
  paperSize: string | null;
  printArea: string | null;
  titleRows: string | null;
  /** Percent, or pages to fit; 0 in a fit means as many as it takes. */
  scale: number | null;
  fitWide: number | null;
  fitTall: number | null;
  margins: { left: number; right: number; top: number; bottom: number; header: number; footer: number };
  centerHorizontally: boolean;
  headersFooters: Record<'leftHeader' | 'centerHeader' | 'rightHeader' | 'leftFooter' | 'centerFooter' | 'rightFooter', string>;
}

/** What of a sheet was changed since it was opened; saving writes these and keeps the rest of the file. */
export type SheetAspect =
  | 'name'
  | 'visibility'
  | 'view'
  | 'columns'
  | 'rows'
  | 'merges'
  | 'tables'
  | 'charts'
  | 'shapes'
  | 'conditionalFormats'
  | 'validations'
  | 'pageLayout'
  | 'rowBreaks'
  | 'customProperties'
  | 'links';

export class ModelSheet {
  /** `{00000001-…}`, as Excel gives them. */
  readonly id: string;
  name: string;
  /** It is not in the file that was opened. */
  isNew: boolean;
  /** The file's part it was read from. */
  part: string | null = null;
  visibility: 'Visible' | 'Hidden' | 'VeryHidden' = 'Visible';
  tabColor = '';
  showGridlines = true;
  showHeadings = true;
  protected = false;
  freeze: { rows: number; columns: number } = { rows: 0, columns: 0 };
  defaultRowHeight = 15;
  /** Points. */
  defaultColumnWidth = 48;
  readonly columnWidths = new Map<number, number>();
  readonly rowHeights = new Map<number, number>();
  readonly hiddenRows = new Set<number>();
  readonly hiddenColumns = new Set<number>();
  readonly cells = new Map<number, Map<number, ModelCell>>();
  merges: ModelRange[] = [];
  tables: ModelTable[] = [];
  charts: ModelChart[] = [];
  /** From the lowest to the topmost. */
  shapes: ModelShape[] = [];
  conditionalFormats: ModelConditionalFormat[] = [];
  validations: ModelValidation[] = [];
  pageLayout: ModelPageLayout | null = null;
  /** Rows before which a page ends by hand, in order. */
  rowBreaks: readonly number[] = [];
  readonly customProperties = new Map<string, string>();
  /** Address of a cell → place in the workbook (`'Sheet'!A1`) or web address. */
  readonly links = new Map<string, { reference: string; display: string }>();

  /** Rows of cells changed since opening: row → columns. */
  readonly changedCells = new Map<number, Set<number>>();
  readonly changed = new Set<SheetAspect>();

  constructor(id: string, name: string, isNew: boolean) {
    this.id = id;
    this.name = name;
    this.isNew = isNew;
  }

  cell(row: number, column: number): ModelCell | undefined {
    return this.cells.get(row)?.get(column);
  }

  /** Fills a cell while a file is being opened: nothing counts as changed. */
  load(row: number, column: number, cell: ModelCell): void {
    let line = this.cells.get(row);
    if (!line) this.cells.set(row, (line = new Map()));
    line.set(column, cell);
  }

  /** Changes parts of a cell, and remembers that it was changed. */
  set(row: number, column: number, change: Partial<ModelCell>): ModelCell {
    let line = this.cells.get(row);
    if (!line) this.cells.set(row, (line = new Map()));
    let cell = line.get(column);
    if (!cell) line.set(column, (cell = { value: null, style: DEFAULT_STYLE }));
    Object.assign(cell, change);
    let columns = this.changedCells.get(row);
    if (!columns) this.changedCells.set(row, (columns = new Set()));
    columns.add(column);
    return cell;
  }

  /** The smallest range that holds every cell with a value (or, unless `valuesOnly`, a style); null: empty sheet. */
  usedRange(valuesOnly = false): ModelRange | null {
    let top = Infinity;
    let bottom = -1;
    let left = Infinity;
    let right = -1;
    for (const [row, line] of this.cells) {
      for (const [column, cell] of line) {
        if (cell.value === null && cell.formula === undefined && (valuesOnly || cell.style === DEFAULT_STYLE)) continue;
        if (row < top) top = row;
        if (row > bottom) bottom = row;
        if (column < left) left = column;
        if (column > right) right = column;
      }
    }
    return bottom < 0 ? null : { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
  }
}

export interface ModelName {
  name: string;
  /** Formula text with its `=`. */
  formula: string;
  visible: boolean;
  comment: string;
  /** null: of the workbook. */
  sheetId: string | null;
}

export class ModelWorkbook {
  name = 'Book1.xlsx';
  dateSystem: 1900 | 1904 = 1900;
  sheets: ModelSheet[] = [];
  activeSheetId = '';
  names: ModelName[] = [];
  /** `Office.context.document.settings`: key → JSON text; saved as the add-in's web extension properties. */
  readonly settings = new Map<string, string>();
  /** The file it was opened from; null: a new workbook. */
  source: Uint8Array | null = null;
  private nextId = 1;

  /** A fresh identity in Excel's form, for sheets, tables, charts. */
  id(): string {
    return `{${String(this.nextId++).padStart(8, '0')}-0001-0000-0000-000000000000}`;
  }

  addSheet(name: string, isNew = true): ModelSheet {
    const sheet = new ModelSheet(this.id(), name, isNew);
    this.sheets.push(sheet);
    if (!this.activeSheetId) this.activeSheetId = sheet.id;
    return sheet;
  }

  sheet(nameOrId: string): ModelSheet | undefined {
    const wanted = nameOrId.toLowerCase();
    return this.sheets.find((sheet) => sheet.id === nameOrId || sheet.name.toLowerCase() === wanted);
  }
}

const styles = new Map<string, ModelStyle>();

/** The one shared object for this style. */
export function internStyle(style: ModelStyle): ModelStyle {
  const defined = Object.entries(style).filter(([, value]) => value !== undefined && value !== '');
  if (defined.length === 0) return DEFAULT_STYLE;
  const key = JSON.stringify(defined.sort(([a], [b]) => (a < b ? -1 : 1)));
  let known = styles.get(key);
  if (!known) styles.set(key, (known = Object.freeze(Object.fromEntries(defined)) as ModelStyle));
  return known;
}
