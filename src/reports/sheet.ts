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
