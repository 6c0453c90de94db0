/** A list with headings, such as one of SharePoint: a thing a row, with its owner and what it depends on in one cell. */
import type { Work } from '../../../domain/work';
import { quoted } from '../../words';
import type { ExportFile, ExportRow, RowProblem } from '../export-file';
import type { ImportChoices, ImportQuestion, LineNote } from '../model';
import type { DraftCustomer, DraftItem, DraftLink, MapDraft } from './draft';
import { type HeadedField, HeadedRows, headingsWithExamples, isErrorText, mapHeadings } from './headings';
import { LOOKUP_ORDERS, type LookupOrder, readList, readLookup } from './lookups';

const field = (name: string, column: string, headings: readonly string[], required = false): HeadedField => ({ field: name, column, required, headings: [column, ...headings] });

/** Columns of a list. Who owns, delivers and uses a thing, and what it is, are found by the usual headings. */
export const LIST_FIELDS: readonly HeadedField[] = [
  field('item', 'Item', ['Component', 'Configuration item', 'CI', 'Name', 'Title', 'Service', 'Application', 'System', 'Asset', 'Service name', 'Component name'], true),
  field('section', 'Section', ['CI class', 'Class', 'Component type', 'Item type', 'Asset type', 'Kind', 'Type', 'sys_class_name']),
  field('category', 'Category', ['Subcategory', 'Sub-category']),
  field('owner', 'Owner', ['IT owner', 'Owned by', 'Service owner', 'Technical owner', 'Responsible', 'Managed by', 'Assigned to', 'Owners']),
  field('supplier', 'Supplier', ['Vendor', 'Provider', 'Supplied by']),
  field('availability', 'Availability', []),
  field('dependsOn', 'Depends on', ['Dependencies', 'Depends upon', 'Dependent on', 'Requires', 'Relies on', 'Needs', 'Runs on', 'Hosted on', 'Uses']),
  field('usedBy', 'Used by', ['Dependents', 'Required by', 'Needed by', 'Dependent services', 'Used by services']),
  field('customer', 'Customer', ['Customers']),
  field('group', 'Group', ['Redundancy group']),
  field('required', 'Required', []),
];

/** What is kept of a list's cell: its values, or why it has none. */
type Values = { readonly values: readonly string[] } | { readonly fault: 'broken' | 'waiting' };

/** Which half of a lookup is the name, by what the lookups of the file say that can only be read one way. */
function lookupOrder(file: ExportFile, rows: HeadedRows): LookupOrder | null {
  const seen = new Set<LookupOrder>();
  for (const row of file.rows) {
    for (const { field: name } of LIST_FIELDS) {
      const read = readLookup(rows.text(row, name));
      if (read?.kind === 'values' && read.order !== null) seen.add(read.order);
    }
  }
  return seen.size === 1 ? [...seen][0]! : null;
}

/** Rows between two pauses. */
const ROWS_PER_STEP = 1000;

/** Whether the headings tell of a map at all: things, and something that a map says of them. */
export function isList(file: ExportFile): boolean {
  const mapping = mapHeadings(file, LIST_FIELDS);
  return Boolean(mapping.item) && ['dependsOn', 'usedBy', 'section'].some((name) => mapping[name]);
}

/**
 * Reads a list, with pauses. A cell under *Depends on*, *Used by* or *Customer* may hold several names:
 * as lookups, or separated by semicolons or line breaks.
 *
 * @example finish(readMapList(parseExport('Title,Depends on\nMail,"Exchange;#12;#AD;#7"'), {})).links.map(({ to }) => to) // ['Exchange', 'AD']
 */
export function* readMapList(file: ExportFile, choices: ImportChoices): Work<MapDraft> {
  const mapping = mapHeadings(file, LIST_FIELDS, choices.mapping);
  const rows = new HeadedRows(file, mapping);
  const items: DraftItem[] = [];
  const links: DraftLink[] = [];
  const customers: DraftCustomer[] = [];
  const problems: RowProblem[] = [...file.problems];
  const questions: ImportQuestion[] = [];
  const notes: LineNote[] = [];
  const said = LOOKUP_ORDERS.find((order) => order === Object.values(choices.values?.lookups ?? {})[0]) ?? null;
  const order = said ?? lookupOrder(file, rows);
  let asked: { value: string; rows: number } | null = null;
  let isSharePoint = false;

  /** The names in a cell; of a plain cell one, or, where it may hold a list, several. */
  const valuesOf = (row: ExportRow, name: string, mayBeList: boolean): Values => {
    const cell = rows.text(row, name);
    const lookup = readLookup(cell);
    if (lookup === null) return { values: mayBeList ? readList(cell) : cell === '' ? [] : [cell] };
    isSharePoint = true;
    if (lookup.kind === 'values') return { values: lookup.values };
    if (lookup.kind === 'broken') {
      problems.push({ line: row.line, column: rows.headingOf(name), found: quoted(cell), expected: 'pairs such as Name;#12;#Other;#7: a name and its number each' });
      return { fault: 'broken' };
    }
    if (order === null) {
      asked = { value: asked?.value ?? cell, rows: (asked?.rows ?? 0) + 1 };
      return { fault: 'waiting' };
    }
    const { [order]: values } = lookup.readings;
    if (said === null) notes.push({ line: row.line, text: `${quoted(cell)} is read as ${values.join(', ')}: ${order === 'ID first' ? 'numbers come first' : 'names come first'} in the other lookups of this file` });
    return { values };
  };
  const oneText = (row: ExportRow, name: string): string => {
    const read = valuesOf(row, name, false);
    return 'values' in read ? read.values.join('; ') : '';
  };

  let waiting = 0;
  for (const [index, row] of file.rows.entries()) {
    if (index % ROWS_PER_STEP === ROWS_PER_STEP - 1) yield;
    const { line } = row;
    const named = rows.has('item') ? valuesOf(row, 'item', false) : { values: [choices.item ?? ''] };
    if ('fault' in named) {
      if (named.fault === 'waiting') waiting++;
      continue;
    }
    const names = named.values.filter((name) => !isErrorText(name));
    if (names.length === 0 || names[0] === '') {
      problems.push({ line, column: rows.headingOf('item'), found: named.values.length > names.length ? named.values[0]! : 'blank', expected: 'a name: every row needs one' });
      continue;
    }
    const cells = rows.cells(row, 'Components', { category: oneText(row, 'category'), owner: oneText(row, 'owner'), supplier: oneText(row, 'supplier'), availability: rows.text(row, 'availability') });
    const className = oneText(row, 'section');
    const ofGroup = rows.cells(row, 'Dependencies', { group: rows.text(row, 'group'), required: rows.text(row, 'required') });
    for (const name of names) items.push({ line, name, className: isErrorText(className) ? '' : className, place: null, cells });
    for (const [column, type] of [['dependsOn', 'Depends on'], ['usedBy', 'Used by'], ['customer', '']] as const) {
      const others = valuesOf(row, column, true);
      if ('fault' in others) {
        if (others.fault === 'waiting') waiting++;
        continue;
      }
      for (const value of others.values) {
        if (isErrorText(value)) problems.push({ line, column: rows.headingOf(column), found: value, expected: 'a name' });
        else if (column === 'customer') for (const service of names) customers.push({ line, service, customer: value });
        else for (const name of names) links.push({ line, column: rows.headingOf(column), from: name, to: value, type, cells: ofGroup });
      }
    }
  }
  const ambiguous = asked as { value: string; rows: number } | null;
  if (ambiguous) questions.push({ kind: 'value', field: 'lookups', column: 'Lookups', ...ambiguous, type: 'choice', choices: LOOKUP_ORDERS });
  const used = new Set(Object.values(mapping));
  return {
    profile: isSharePoint ? 'SharePoint list' : null,
    items,
    links,
    customers,
    ends: { from: 'item', to: 'other' },
    headings: headingsWithExamples(file),
    fields: LIST_FIELDS.map(({ field: name, column, required }) => ({ field: name, column, required })),
    mapping,
    headingsNotUsed: file.headings.filter((heading) => !used.has(heading)),
    problems,
    skipped: file.skipped,
    warnings: [...rows.warnings, ...notes],
    questions,
    waiting,
  };
}
