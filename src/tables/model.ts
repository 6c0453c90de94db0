/** What is read from a workbook before anybody knows what it means, and what is wrong with it. */

/** A cell as Excel hands it over: blank is `''`, an error is its text (`#N/A`). */
export type CellValue = string | number | boolean;

/** One Excel table, as read. */
export interface RawTable {
  /** The table's name in the workbook. */
  readonly name: string;
  readonly sheet: string;
  /** Worksheet position of the header row's first cell, counted from 0. */
  readonly row: number;
  readonly column: number;
  readonly header: readonly CellValue[];
  /** The body, without header and totals rows. */
  readonly rows: readonly (readonly CellValue[])[];
  /** A table that is nothing to Plumbline: its rows were not read, and there are so many. */
  readonly unreadRows?: number;
}

/** What the user said once about tables and columns that carry other names. */
export interface TableMapping {
  /** Table name in the workbook → table of the contract. */
  readonly tables: Readonly<Record<string, string>>;
  /** Table of the contract → column as written → field of the contract. */
  readonly columns: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export interface RawWorkbook {
  readonly tables: readonly RawTable[];
  readonly dateSystem: 1900 | 1904;
  /** Excel did not say which it is. */
  readonly dateSystemAssumed?: boolean;
  readonly mapping: TableMapping;
}

export type Severity = 'error' | 'warning';

/** Something wrong, where it stands, and what would be right. */
export interface Problem {
  /** Stable, kebab-case: `unreadable-date`, `unknown-name`. */
  readonly code: string;
  readonly severity: Severity;
  /** Table of the contract. */
  readonly table: string;
  readonly sheet: string;
  /** `C877`; '' when no cell is at fault (a missing table). */
  readonly cell: string;
  /** One line, for lists: *End before Start*. */
  readonly title: string;
  readonly found: string;
  readonly expected: string;
  /** What it does to figures: *row left out of ATM Network*. */
  readonly effect: string;
  /** The value that would mend it, where only one reading exists. */
  readonly fix?: CellValue;
}

/**
 * Rows to be written into a table of the contract. Dates, times and instants are local ISO text
 * (`2026-10-07`, `08:30`, `2026-10-07T09:10:00`); the writer turns them into serials by the column's
 * type. Columns that are left out stay blank.
 */
export interface TableContent {
  /** Table of the contract. */
  readonly table: string;
  /** Columns as the contract writes them. */
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | boolean | null)[])[];
}

/** A blank cell of a row that is there, and what it is to hold. */
export interface CellFill {
  /** Worksheet row, from 1, as records name it. */
  readonly row: number;
  /** As the contract writes it. */
  readonly column: string;
  readonly value: string | number | boolean;
  /** What else the row holds, by column as the contract writes it: where it holds something else, it is another row, and nothing is filled. */
  readonly where?: Readonly<Record<string, CellValue>>;
}

/** Rows for one table of the contract, and blank cells of it to be filled. */
export interface TableAddition extends TableContent {
  readonly fills?: readonly CellFill[];
}
