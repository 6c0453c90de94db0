/**
 * A worksheet as data. Reports, templates and the sample describe sheets with these values; the one
 * writer in `excel/` turns them into Office.js calls. Rows and columns count from 0.
 */

/** A sheet's identity in a workbook: never its name, which the user may change. */
export interface SheetKey {
  /** `operating-report`, `success-factors`, `service-levels`, `service-map`, … */
  readonly kind: string;
  /** What it is about: a month (`2026-10`), an agreement; '' where there is one sheet of the kind. */
  readonly subject: string;
}

export interface SheetRange {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export interface CellStyle {
  readonly bold?: boolean;
  readonly italic?: boolean;
  /** Points. Default 11. */
  readonly size?: number;
  /** `#1F1F1F`. */
  readonly color?: string;
  readonly fill?: string;
  readonly horizontal?: 'Left' | 'Right' | 'Center' | 'CenterAcrossSelection';
  readonly vertical?: 'Top' | 'Center' | 'Bottom';
  readonly wrap?: boolean;
  readonly indent?: number;
  /** Excel's own, in English. Default General. */
  readonly numberFormat?: string;
  /** Colour of a thin rule on that side. */
  readonly ruleBelow?: string;
  readonly ruleAbove?: string;
  readonly ruleLeft?: string;
}

export interface SheetCell {
  readonly column: number;
  /**
   * Text is written as text, whatever it begins with. null writes an empty cell (for its style).
   * Dates are serials of the workbook's date system.
   */
  readonly value: string | number | boolean | null;
  /** A native formula (never one of ours), with its `=`; `value` is then not written. */
  readonly formula?: string;
  /** In-workbook link. */
  readonly link?: { readonly sheet: SheetKey; readonly row: number; readonly column: number };
  readonly style?: CellStyle;
}

export interface SheetRow {
  /** Points; left out: the sheet's default. */
  readonly height?: number;
  /** In ascending column order. */
  readonly cells: readonly SheetCell[];
}

/** Where a chart's numbers stand: on its own sheet, or on the one named. */
export interface DataRange extends SheetRange {
  readonly sheet?: SheetKey;
}

export interface ChartSeries {
  readonly name: string;
  readonly values: DataRange;
  readonly categories?: DataRange;
  readonly color: string;
  readonly dashed?: boolean;
  /** Line weight in points. */
  readonly weight?: number;
  readonly marker?: 'None' | 'Circle' | 'Square';
  readonly markerSize?: number;
  /** Number format of the labels; left out: no labels. */
  readonly labels?: string;
}

export interface SheetChart {
  /** Unique on its sheet, and the same each month: a chart that is there is changed, not replaced. */
  readonly name: string;
  readonly type: 'ColumnClustered' | 'Line';
  /** The cells that the chart covers. */
  readonly at: SheetRange;
  readonly series: readonly ChartSeries[];
  /** Percent of a column's width. */
  readonly gapWidth?: number;
  readonly overlap?: number;
  readonly valueAxis?: {
    readonly visible: boolean;
    readonly minimum?: number;
    readonly maximum?: number;
    readonly majorUnit?: number;
    readonly numberFormat?: string;
    readonly gridlines?: string;
  };
  readonly categoryAxis?: { readonly visible: boolean };
  /** Said to people who cannot see it. */
  readonly description: string;
}

export interface LineStyle {
  readonly color: string;
  /** Points. */
  readonly weight: number;
  readonly dashed?: boolean;
}

/** A line of text in a shape. */
export interface ShapeText {
  readonly text: string;
  /** Points. */
  readonly size: number;
  readonly color: string;
  readonly bold?: boolean;
}

/** A native shape. Places and sizes are points from the sheet's upper left corner. */
export interface SheetShape {
  /** Unique on its sheet among shapes and connectors, and the same each month. */
  readonly name: string;
  /** A pill is Excel's `FlowChartTerminator`. */
  readonly type: 'Rectangle' | 'RoundRectangle' | 'Pill';
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** null: none. */
  readonly fill: string | null;
  readonly line: LineStyle | null;
  /** One below the other, half way down; empty: no text. Never wrapped: a line that is too long is cut by whoever describes it. */
  readonly text: readonly ShapeText[];
  readonly horizontal?: 'Left' | 'Center' | 'Right';
  /** Points between the left and right edge and the text. Default 4; above and below 0. */
  readonly inset?: number;
  /** Said to people who cannot see it; '' for what only decorates. */
  readonly description: string;
  /** Name of the service, component or customer that it stands for, so that a click can say what it is. */
  readonly about?: string;
}

export type ShapeSide = 'Top' | 'Left' | 'Bottom' | 'Right';

/** A native straight connector, glued to the middle of a side of each of two shapes. */
export interface SheetConnector {
  readonly name: string;
  readonly from: { readonly shape: string; readonly side: ShapeSide };
  readonly to: { readonly shape: string; readonly side: ShapeSide };
  readonly line: LineStyle;
  readonly arrow: boolean;
  readonly description: string;
}

/** Shapes and what connects them; shapes are painted in their order, connectors above them. */
export interface Drawing {
  readonly shapes: readonly SheetShape[];
  readonly connectors: readonly SheetConnector[];
}

/** Solid bars from 0 to 1 in cells that hold shares; one rule per colour. */
export interface DataBar {
  readonly at: SheetRange;
  readonly color: string;
}

/** An Excel table over cells of this sheet, header row included. */
export interface SheetTable {
  readonly name: string;
  readonly at: SheetRange;
  readonly style: string;
}

export interface SheetValidation {
  readonly at: SheetRange;
  /** The choices, or a formula that names them (`=INDIRECT("Services[Service]")`). */
  readonly list: readonly string[] | string;
  /** Only warns: what people paste must not be refused by a drop-down. */
  readonly message: string;
}

export interface PrintSetup {
  readonly orientation: 'Portrait' | 'Landscape';
  readonly area: SheetRange;
  /** null: as many as it takes. */
  readonly pagesWide: number | null;
  readonly pagesTall: number | null;
  /** Percent, for hosts that ignore fitting. */
  readonly scale?: number;
  readonly titleRows?: { readonly from: number; readonly to: number };
  /** Rows before which a page ends, none of them the first; left out: pages end where they are full. */
  readonly breaksBefore?: readonly number[];
  /** Plain text; `&P` and `&N` as words of their own are the page and the number of pages. */
  readonly footer: { readonly left: string; readonly center: string; readonly right: string };
}

export interface SheetModel extends SheetKey {
  /** The name a new sheet gets (made unique and legal by the writer); at most 31 characters. */
  readonly name: string;
  /** Widths in points, from column A. */
  readonly columns: readonly number[];
  readonly rows: readonly SheetRow[];
  /** Default row height in points. */
  readonly rowHeight?: number;
  readonly merges: readonly SheetRange[];
  readonly charts: readonly SheetChart[];
  /** Native shapes; left out: none. */
  readonly drawing?: Drawing;
  readonly dataBars: readonly DataBar[];
  readonly tables: readonly SheetTable[];
  readonly validations: readonly SheetValidation[];
  readonly print: PrintSetup | null;
  readonly gridlines: boolean;
  readonly headings: boolean;
  readonly freezeRows: number;
  readonly freezeColumns?: number;
  readonly tabColor?: string;
}
