/**
 * What the pane can do, given to it from outside: its components never talk to Excel, and its tests
 * give it hand-made answers.
 */
import type { Figures } from '../domain/figures';
import type { Problem, TableMapping } from '../tables/model';

/** A table of the workbook, and what Plumbline takes it for. */
export interface FoundTable {
  readonly name: string;
  readonly sheet: string;
  /** Table of the contract; null: not recognised. */
  readonly role: string | null;
  readonly header: readonly string[];
  readonly rows: number;
  /** Required columns of that role which no heading answers. */
  readonly missing: readonly { readonly column: string; readonly field: string }[];
}

export interface TablesFound {
  readonly tables: readonly FoundTable[];
  /** Tables of the contract, in its order. */
  readonly roles: readonly string[];
  readonly mapping: TableMapping;
}

export interface Overview {
  readonly figures: Figures;
  readonly problems: readonly Problem[];
}

export interface WrittenSheet {
  readonly name: string;
  readonly kind: string;
  readonly isNew: boolean;
}

export interface ReportWritten {
  readonly sheets: readonly WrittenSheet[];
  /** Undo takes all of it back in one step, in many steps, or not at all. */
  readonly undo: 'one step' | 'step by step' | 'none';
  /** Cells that somebody had changed inside what was rewritten. */
  readonly replaced: readonly { readonly sheet: string; readonly cell: string; readonly was: string }[];
  readonly figures: Figures;
  readonly problems: readonly Problem[];
}

export interface RunContext {
  readonly progress?: (step: string, share?: number) => void;
  readonly signal?: AbortSignal;
}

export interface PaneActions {
  tables(): Promise<TablesFound>;
  saveMapping(mapping: TableMapping): Promise<void>;
  overview(params: { readonly month?: string | undefined }, run?: RunContext): Promise<Overview>;
  buildReport(params: { readonly month?: string | undefined; readonly only?: readonly string[] }, run: RunContext): Promise<ReportWritten>;
  goTo(place: { readonly sheet: string; readonly cell: string }): Promise<void>;
  /** To where the user was before the last goTo. */
  goBack(): Promise<void>;
  insertSample(run: RunContext): Promise<void>;
  insertEmptyTables(run: RunContext): Promise<void>;
}
