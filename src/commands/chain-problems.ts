/** What does not hold between an SLA and the agreements beneath it, as problems with the cell to go to. */
import type { ChainCheck, ChainFigure, ChainFinding, RowReference } from '../domain/figures';
import { nameKey } from '../domain/names';
import { listOfFew } from '../domain/performance/phrases';
import { shareDisplay } from '../reports/target-display';
import { CONTRACT, TABLE_NAMES, type TableName } from '../tables/contract';
import type { Problem, RawTable, RawWorkbook } from '../tables/model';
import { matchHeader } from '../tables/parse';
import { addressOf } from '../tables/problems';
import { findTables } from '../tables/read';

/** More SLAs or things than these are counted. */
const MOST_NAMED = 4;

const TITLE: Readonly<Record<ChainCheck, string>> = {
  Cover: 'No agreement beneath',
  Hours: 'Hours not covered',
  Availability: 'Target out of reach',
  Restoration: 'Restoration limit does not fit',
  Response: 'Response limit does not fit',
  Dates: 'Not in force as long as the SLA',
  Review: 'Review overdue',
};

/** The cell of the row in which it is put right, by table; else the row's first. */
const FIELDS: Readonly<Record<ChainCheck, Readonly<Partial<Record<TableName, string>>>>> = {
  Cover: { Agreements: 'status' },
  Hours: { Agreements: 'hours' },
  Availability: { Targets: 'target' },
  Restoration: { Targets: 'within' },
  Response: { Targets: 'within' },
  Dates: { Agreements: 'endDate' },
  Review: { Agreements: 'lastReviewDate' },
};

/** A finding, about how many things it is, and the chains in which it stands. */
interface Told {
  readonly finding: ChainFinding;
  readonly things: number;
  readonly chains: ChainFigure[];
}

/**
 * The findings of chains as warnings. What is found at a shared link is one problem that names the SLAs
 * it touches; things beneath the same SLAs that nothing covers are one problem together.
 *
 * @example
 * chainProblems(figures.chains, raw)[0]
 * // { code: 'chain-availability', table: 'Targets', cell: 'D12', effect: 'SLA Card Payments: 99.95% cannot be promised', … }
 */
export function chainProblems(chains: readonly ChainFigure[], raw: Pick<RawWorkbook, 'tables' | 'mapping'>): Problem[] {
  const told = new Map<string, Told>();
  for (const chain of chains) {
    const unknown = new Set(chain.links.flatMap(({ item, section }) => (section === null ? [nameKey(item)] : [])));
    for (const finding of chain.findings) {
      // A name that no table knows has no row to put it right in: it is a problem of its own, where it is written.
      if (finding.check === 'Cover' && unknown.has(nameKey(finding.item))) continue;
      const key = JSON.stringify([finding.check, nameKey(finding.item), finding.found]);
      const known = told.get(key);
      if (known) known.chains.push(chain);
      else told.set(key, { finding, things: 1, chains: [chain] });
    }
  }
  const found = findTables(raw);
  const rowOf = ({ finding }: Told): number => finding.rows[0]?.row ?? 0;
  const problems = gathered([...told.values()])
    .sort((a, b) => rowOf(a) - rowOf(b))
    .map((one) => problemOf(one, found, raw));
  return withChainProblems([], problems);
}

/** Problems of the tables and of chains in the order of the contract; in each table those of chains last. */
export function withChainProblems(problems: readonly Problem[], ofChains: readonly Problem[]): Problem[] {
  const place = ({ table }: Problem): number => TABLE_NAMES.indexOf(table as TableName);
  return [...problems, ...ofChains].sort((a, b) => place(a) - place(b));
}

/** Things that no agreement at all covers, together where they touch the same SLAs. */
function gathered(told: readonly Told[]): Told[] {
  const groups = new Map<string, Told[]>();
  for (const [i, one] of told.entries()) {
    const { check, agreement } = one.finding;
    const key = check === 'Cover' && agreement === null ? JSON.stringify(one.chains.map((chain) => chain.agreement)) : String(i);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return [...groups.values()].map((group) => {
    const first = group[0]!;
    if (group.length === 1) return first;
    const items = listOfFew(group.map(({ finding }) => finding.item), 2 * MOST_NAMED);
    return { ...first, things: group.length, finding: { ...first.finding, found: `no agreement covers ${items}`, expected: `for each ${first.finding.expected}` } };
  });
}

function problemOf(told: Told, found: ReadonlyMap<TableName, RawTable>, raw: Pick<RawWorkbook, 'mapping'>): Problem {
  const { finding } = told;
  const [row = { table: '', row: 0 }] = finding.rows;
  return {
    code: `chain-${finding.check.toLowerCase()}`,
    severity: 'warning',
    table: row.table,
    ...cellOf(row, finding.check, found, raw),
    title: TITLE[finding.check],
    found: finding.found,
    expected: finding.expected,
    effect: effectOf(told),
  };
}

function cellOf({ table, row }: RowReference, check: ChainCheck, found: ReadonlyMap<TableName, RawTable>, { mapping }: Pick<RawWorkbook, 'mapping'>): Pick<Problem, 'sheet' | 'cell'> {
  const name = table as TableName;
  const place = found.get(name);
  if (!place) return { sheet: '', cell: '' };
  const field = FIELDS[check][name];
  const { places } = matchHeader(CONTRACT[name], place.header, mapping.columns[name]);
  const column = Math.max(0, places[CONTRACT[name].columns.findIndex((one) => one.field === field)] ?? 0);
  return { sheet: place.sheet, cell: addressOf(row, place.column + column) };
}

function effectOf({ finding: { check, item }, things, chains }: Told): string {
  const [first] = chains;
  const slas = listOfFew(chains.map(({ agreement }) => agreement), MOST_NAMED);
  const stand = chains.length === 1 ? 'stands' : 'stand';
  switch (check) {
    case 'Cover':
      return `${slas} ${stand} on ${things === 1 ? 'it' : 'them'} without a promise`;
    case 'Hours':
      return `outside them nothing is promised to ${slas}`;
    case 'Availability':
      return chains.length === 1 && first!.item === item && first!.target !== null ? `${slas}: ${shareDisplay(first!.target).text} cannot be promised` : `${slas} ${stand} on more than there is`;
    case 'Restoration':
    case 'Response':
      return `${slas}: the limit cannot be promised`;
    case 'Dates':
      return `${slas} ${stand} without it then`;
    case 'Review':
      return `${slas} may rest on what is out of date`;
  }
}
