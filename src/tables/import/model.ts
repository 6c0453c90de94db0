/** What an import is asked, what it asks back, and what it would do. */
import type { CellFill, TableAddition } from '../model';
import type { DateOrder } from './dates';
import type { RowProblem, SkippedRow } from './export-file';
import type { ImportField, ImportMapping } from './mapping';
import type { ImportTarget, MapTable } from './profiles';

/** What the user says about a file. Everything may be left out: what cannot be known is then asked. */
export interface ImportChoices {
  readonly table?: ImportTarget;
  /** Field → heading of the file, in place of what is proposed; null: none. */
  readonly mapping?: ImportMapping;
  readonly dateOrder?: DateOrder;
  /** IANA zone of the file's times without offset. */
  readonly zone?: string;
  /** Service or component of all rows, where the file names none. */
  readonly item?: string;
  /** Field → word of the file → cell of the workbook; null leaves such rows out. */
  readonly values?: Readonly<Record<string, Readonly<Record<string, string | null>>>>;
}

/** A date that can be read two ways. */
export interface DateReadings {
  readonly line: number;
  readonly column: string;
  readonly text: string;
  /** `3 Apr 2026`; null: no such date. */
  readonly dmy: string | null;
  readonly mdy: string | null;
}

/** Something that only the user knows. Nothing is written before it is answered. */
export type ImportQuestion =
  | { readonly kind: 'table'; readonly tables: readonly ImportTarget[] }
  /** A required column for which no heading is known. */
  | { readonly kind: 'column'; readonly field: string; readonly column: string }
  /** No heading gives the end, and some that are not used hold dates. `field` mapped to null answers that none is. */
  | { readonly kind: 'end'; readonly field: string; readonly column: string; readonly headings: readonly string[] }
  | { readonly kind: 'date-order'; readonly contradiction: boolean; readonly examples: readonly DateReadings[] }
  | { readonly kind: 'zone'; readonly zone: string }
  /** A word that stands for a percent (`minor`), or for one of the choices. `mayStay`: the word itself, as an answer, keeps it; `refused`: what was answered, and is none. */
  | { readonly kind: 'value'; readonly field: string; readonly column: string; readonly value: string; readonly refused?: string; readonly rows: number; readonly type: 'percent' | 'choice'; readonly choices: readonly string[]; readonly mayStay?: true };

/** A column that bears on figures and that the file does not fill. */
export interface BlankColumn {
  readonly column: string;
  /** `every outage will be open` */
  readonly meaning: string;
}

/** Rows of another kind than the table holds, such as service requests among incidents. */
export interface OtherKind {
  /** As the tool calls it. */
  readonly kind: string;
  readonly rows: number;
}

/** A name that no service or component has. */
export interface UnknownName {
  readonly field: string;
  readonly name: string;
  readonly rows: number;
  readonly closest: string | null;
}

/** A row of the file that says something else than the row of the workbook, which stays. */
export interface ImportConflict {
  /** Where an import goes into several tables: the one of the row. */
  readonly table?: MapTable;
  readonly line: number;
  /** Worksheet row, from 1. */
  readonly row: number;
  readonly column: string;
  readonly inFile: string;
  readonly inWorkbook: string;
}

/** A new row that is a row of the workbook with day and month exchanged. */
export interface ExchangedRow {
  readonly line: number;
  /** Worksheet row, from 1. */
  readonly row: number;
}

/** Something said of a line of the file. */
export interface LineNote {
  readonly line: number;
  readonly text: string;
}

/** A blank cell of a row that is there, and what the file knows. */
export interface ImportUpdate extends CellFill {
  /** Where an import goes into several tables: the one of the row. */
  readonly table?: MapTable;
  readonly line: number;
}

/** A column whose values the kind of their thing does not have: Supplier of services. */
export interface NotKept {
  readonly column: string;
  readonly of: 'services' | 'components';
  /** Things with a value. */
  readonly rows: number;
}

export interface ImportCounts {
  /**
   * Of the file, without headings and blank lines. Of a service map: the rows that its tables would have,
   * as one line of the file may name several. Each is one of the following.
   */
  readonly rows: number;
  readonly added: number;
  readonly updated: number;
  /** The workbook has them so already. */
  readonly unchanged: number;
  readonly skipped: number;
  /** They say something else than the workbook, and nothing new. */
  readonly conflicts: number;
  readonly problems: number;
  /** They wait for an answer. */
  readonly waiting: number;
}

export interface ImportPreview {
  /** The tool whose export it is; null: not known. */
  readonly profile: string | null;
  readonly table: ImportTarget | null;
  readonly tables: readonly ImportTarget[];
  /** With the first cell that is not blank. */
  readonly headings: readonly { readonly heading: string; readonly example: string }[];
  readonly fields: readonly ImportField[];
  readonly mapping: ImportMapping;
  /** What times without offset are read in, and who says so; null: nothing that is imported has a time. */
  readonly zone: { readonly name: string; readonly because: 'chosen' | 'tool' | 'workbook' } | null;
  /** Headings whose times are in UTC, as they say themselves. */
  readonly headingsInUtc: readonly string[];
  /** How dates are read where day and month could change places; null: none does. */
  readonly dateOrder: { readonly order: DateOrder; readonly because: string } | null;
  readonly questions: readonly ImportQuestion[];
  readonly unknownNames: readonly UnknownName[];
  /** Services and components of the workbook. */
  readonly items: readonly string[];
  readonly counts: ImportCounts;
  readonly problems: readonly RowProblem[];
  readonly skipped: readonly SkippedRow[];
  readonly updates: readonly ImportUpdate[];
  readonly conflicts: readonly ImportConflict[];
  readonly exchanged: readonly ExchangedRow[];
  readonly notes: readonly LineNote[];
  /** What is imported and should be looked at: a cycle that is closed, a name close to one that is there. */
  readonly warnings: readonly LineNote[];
  /** Columns of the file's data that the user's table does not have. */
  readonly columnsLeftOut: readonly string[];
  /** Headings of the file that go into no column. */
  readonly headingsNotUsed: readonly string[];
  readonly columnsStayingBlank: readonly BlankColumn[];
  /** New rows that would count as incidents and that the tool calls something else. */
  readonly otherKinds: readonly OtherKind[];
  /** Values of the file for which the table of their thing has no column. */
  readonly notKept: readonly NotKept[];
  /** What would be written, table by table, as far as it is known. */
  readonly additions: readonly TableAddition[];
  /** Whether it may be written: something is to be, and no question is open. */
  readonly isReady: boolean;
}
