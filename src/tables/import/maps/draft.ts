/** What a source says of a service map, before it is compared with the workbook: things, what stands on what, who uses what. */
import type { ImportedCell } from '../cells';
import type { RowProblem, SkippedRow } from '../export-file';
import type { ImportField, ImportMapping } from '../mapping';
import type { ImportPreview, ImportQuestion, LineNote } from '../model';

/** Cells of a row by field of the contract; blank ones are left out. */
export type DraftCells = Readonly<Record<string, ImportedCell>>;

/** A thing that a source tells of as such, not only as the end of a dependency. */
export interface DraftItem {
  readonly line: number;
  readonly name: string;
  /** The word by which the source sorts it, which is asked about where it says nothing; '' none. */
  readonly className: string;
  /** What the form of the source makes of it; null: its class decides. */
  readonly place: Place | null;
  /** Category, Owner, Supplier, Availability of Components. */
  readonly cells: DraftCells;
  readonly description?: string;
}

/** Two things, and the word for how they hang together. */
export interface DraftLink {
  readonly line: number;
  /** The heading or field that says it. */
  readonly column: string;
  readonly from: string;
  readonly to: string;
  /** `Depends on`, `Runs on::Runs`, `system`; '' the source has no word. */
  readonly type: string;
  /** Group and Required of Dependencies. */
  readonly cells: DraftCells;
}

/** Who uses a service. */
export interface DraftCustomer {
  readonly line: number;
  readonly service: string;
  readonly customer: string;
}

export interface MapDraft {
  /** The tool; null: not known. */
  readonly profile: string | null;
  readonly items: readonly DraftItem[];
  readonly links: readonly DraftLink[];
  readonly customers: readonly DraftCustomer[];
  /** What the two ends of a link are called when it is asked what their word means. */
  readonly ends: { readonly from: string; readonly to: string };
  readonly headings: ImportPreview['headings'];
  readonly fields: readonly ImportField[];
  readonly mapping: ImportMapping;
  readonly headingsNotUsed: readonly string[];
  readonly problems: readonly RowProblem[];
  readonly skipped: readonly SkippedRow[];
  readonly warnings: readonly LineNote[];
  readonly questions: readonly ImportQuestion[];
  /** Rows that wait for these questions. */
  readonly waiting: number;
}

/** What a thing may be: a section of Components, or a type of Services. */
export const PLACES = ['Hardware', 'Applications', 'Settings', 'Internal service', 'External service', 'Business service', 'End-user service', 'Infrastructure service'] as const;
export type Place = (typeof PLACES)[number];

/** The Type of a service; null: the place is a section of Components. `serviceType('End-user service') // 'End-user'` */
export function serviceType(place: Place): string | null {
  return place === 'Business service' || place === 'End-user service' || place === 'Infrastructure service' ? place.slice(0, -' service'.length) : null;
}

const text = (value: string): ImportedCell => ({ value, cell: value });

/** Texts as cells of a row; blank ones are left out. `textCells({ owner: 'Ann', supplier: '' }) // { owner: { value: 'Ann', cell: 'Ann' } }` */
export function textCells(texts: Readonly<Record<string, string>>): Record<string, ImportedCell> {
  return Object.fromEntries(Object.entries(texts).flatMap(([field, value]) => (value === '' ? [] : [[field, text(value)]])));
}
