/** What is wrong between cells and between rows, after every cell has been read by itself. */
import { TARGET_METRICS, type Agreement, type Comparator, type Incident, type Target } from '../domain/agreements/records';
import { firstDateOf, monthNumber } from '../domain/demand/months';
import { isRecommendationName } from '../domain/demand/recommendations/finding';
import type { CapacityRow, LicenceRow, Request, UsageRow } from '../domain/demand/records';
import { endOf, isOver } from '../domain/demand/request-dates';
import { sameUnit } from '../domain/demand/same-unit';
import { partsBetweenHoles } from '../domain/demand/usage-hole';
import { MONTHS_UNTIL_GONE } from '../domain/demand/usage-months';
import { isUndated } from '../domain/agreements/request-clock';
import { forgottenBecause } from '../domain/availability/forgotten';
import type { Outage, UptimeRow } from '../domain/availability/records';
import { findCycles } from '../domain/cycles';
import type { ResponsibilityRole } from '../domain/figures';
import type { Measurement, Metric } from '../domain/performance/records';
import type { SmartPart } from '../domain/portfolio/figures';
import { isOpenInitiative, smartPartsMissing } from '../domain/portfolio/initiatives';
import { isOpenProject } from '../domain/portfolio/projects';
import type { Initiative, Project } from '../domain/portfolio/records';
import type { Settings } from '../domain/records';
import type { Dependency, Responsibility } from '../domain/servicemap/records';
import { brokenRules, isUsable } from '../domain/servicemap/responsibilities';
import { parseRepeats } from '../domain/time/recurrence';
import type { Instant, LocalDate, LocalDateTime, SourceRow } from '../domain/time/records';
import { DAY, isZone, toLocal } from '../domain/time/zone';
import { closest } from './closest';
import { CONTRACT, type TableName } from './contract';
import type { CellValue } from './model';
import { foldName, looseName } from './names';
import { effectOf, isReadable, spoil, subjectOf } from './names-of-rows';
import { columnOf, type ProblemList, type ReadTable, type Row } from './problems';
import { dateWords, effects, momentWords, quoted, rowWords, shown, tableWords, type Words } from './words';

/**
 * Checks rows against each other and adds what is wrong to `problems`. A field that is at fault is
 * spoilt in its row, so that the figures that need it leave the row out.
 */
export function checkRows(reads: ReadonlyMap<TableName, ReadTable>, settings: Settings, now: Instant, problems: ProblemList): void {
  const steps = checkInSteps(reads, settings, now, problems);
  while (!steps.next().done);
}

/** `checkRows` with pauses between its parts. */
export function* checkInSteps(reads: ReadonlyMap<TableName, ReadTable>, settings: Settings, now: Instant, problems: ProblemList): Generator<void, void, void> {
  const check = new Check(reads, settings, now, problems);
  for (const part of PARTS) {
    const steps = check[part]();
    if (steps) yield* steps;
    yield;
  }
}

/** Rows checked between two pauses. */
const ROWS_PER_STEP = 2000;

const PARTS = ['spellings', 'ends', 'future', 'zones', 'outages', 'uptime', 'incidents', 'namesOfItems', 'dependencies', 'responsibilities', 'owners', 'calendars', 'agreements', 'targets', 'charges', 'severities', 'requests', 'performance', 'usage', 'capacity', 'licences', 'portfolio'] as const;

/** Pairs of which the second must not lie before the first. `counts`: equal ones are an interval that counts nothing. */
const PAIRS: readonly { readonly table: TableName; readonly start: string; readonly end: string; readonly counts?: true }[] = [
  { table: 'Outages', start: 'start', end: 'end', counts: true },
  { table: 'Outages', start: 'start', end: 'plannedUntil' },
  { table: 'Uptime', start: 'from', end: 'to', counts: true },
  { table: 'Incidents', start: 'opened', end: 'responded' },
  { table: 'Incidents', start: 'opened', end: 'resolved' },
  { table: 'Holds', start: 'from', end: 'to', counts: true },
  { table: 'Services', start: 'inServiceFrom', end: 'inServiceUntil' },
  { table: 'Components', start: 'inServiceFrom', end: 'inServiceUntil' },
  { table: 'Agreements', start: 'startDate', end: 'endDate' },
  { table: 'ServiceHours', start: 'from', end: 'until' },
  { table: 'Maintenance', start: 'start', end: 'until' },
  { table: 'Improvements', start: 'opened', end: 'closedDate' },
  { table: 'Initiatives', start: 'startDate', end: 'dueDate' },
  { table: 'Projects', start: 'startDate', end: 'endDate' },
  { table: 'Requests', start: 'submitted', end: 'decided' },
  { table: 'Requests', start: 'submitted', end: 'closed' },
];

/** `month`: any date of the current month stands for it. */
const FUTURE: readonly { readonly table: TableName; readonly field: string; readonly month?: true }[] = [
  { table: 'Outages', field: 'start' },
  { table: 'Outages', field: 'end' },
  { table: 'Uptime', field: 'from' },
  { table: 'Incidents', field: 'opened' },
  { table: 'Measurements', field: 'month', month: true },
  { table: 'Usage', field: 'month', month: true },
  { table: 'Agreements', field: 'lastReviewDate' },
  { table: 'Requests', field: 'submitted' },
  { table: 'Requests', field: 'decided' },
  { table: 'Requests', field: 'closed' },
];

/** Which way each metric of Targets is better. */
const HIGHER_IS_BETTER: ReadonlySet<string> = new Set(['Availability', 'MTBF hours', 'Responded within', 'Resolved within', 'Decided within']);
const SHARES: ReadonlySet<string> = new Set(['Availability', 'Responded within', 'Resolved within', 'Decided within']);
/** Where each part of a SMART initiative is written. */
const SMART_FIELD: Readonly<Record<SmartPart, keyof Initiative>> = { measure: 'measure', target: 'target', 'due date': 'dueDate', owner: 'owner' };

type Checked<Record extends SourceRow> = Record & Row;

/** Usage of an item in one unit: by whom, and which month is the last. */
interface UsedUnit {
  lastMonth: number;
  /** Month → its last row. */
  readonly rows: Map<number, Checked<UsageRow>>;
  readonly users: Map<string | null, User>;
}
/** What a business unit used of it. */
interface User {
  /** Month → its first row. */
  readonly rows: Map<number, number>;
  lastMonth: number;
  lastRow: Checked<UsageRow> | null;
}

class Check {
  constructor(
    private readonly reads: ReadonlyMap<TableName, ReadTable>,
    private readonly settings: Settings,
    private readonly now: Instant,
    private readonly problems: ProblemList,
  ) {}

  /** Names without a table of their own are written alike everywhere, as where they first stand. */
  *spellings(): Generator<void, void, void> {
    const groups: readonly (readonly [TableName, string])[][] = [
      [['ServiceHours', 'calendar']],
      [['Maintenance', 'calendar']],
      [['Customers', 'customer'], ['Agreements', 'customer'], ['Outages', 'customer'], ['Incidents', 'customer']],
      [['Targets', 'severity'], ['Incidents', 'severity']],
      [['Dependencies', 'group']],
      [['Usage', 'businessUnit'], ['Requests', 'businessUnit'], ['Projects', 'businessUnit']],
      [['Usage', 'unit'], ['Capacity', 'unit']],
    ];
    for (const group of groups) {
      const spelling = new Map<string, string>();
      const known = new Map<string, string>();
      for (const [table, field] of group) {
        for (const row of this.reads.get(table)?.rows ?? []) {
          const name = row[field];
          if (typeof name === 'string' && name !== '') row[field] = entryOf(known, name, () => entryOf(spelling, foldName(name), () => name));
        }
        yield;
      }
    }
  }

  /** Ends before their start, and ends equal to it. */
  ends(): void {
    for (const { table, start: startField, end: endField, counts } of PAIRS) {
      const read = this.reads.get(table);
      if (!read) continue;
      const [start, end] = [columnOf(read.table, startField), columnOf(read.table, endField)];
      for (const row of read.rows) {
        const [first, last] = [row[startField], row[endField]] as (Instant | LocalDate | null)[];
        if (first === null || last === null || first === undefined || last === undefined || !isReadable(row, startField) || !isReadable(row, endField)) continue;
        // Dates and wall-clock times compare as text; a date is at least its own midnight.
        const from = typeof first === 'string' && typeof last === 'string' ? first.slice(0, last.length) : first;
        if (last < from) {
          this.add(read, row, endField, rowWords.endBeforeStart(end, start, this.moment(first)), this.moment(last), effectOf(read, row, counts ? start : end));
          spoil(row, end);
          // Without its end the row would read as still open.
          if (counts) spoil(row, start);
        } else if (counts && last === from) this.add(read, row, endField, rowWords.startEqualsEnd(end, start), this.moment(last), effects.nothing);
      }
    }
  }

  /** Things that happen only after now. */
  future(): void {
    const today = toLocal(this.now, this.settings.zone);
    for (const { table, field, month } of FUTURE) {
      const read = this.reads.get(table);
      for (const row of read?.rows ?? []) {
        const at = row[field] as Instant | LocalDate | null;
        // What has not begun is said once, at its start.
        if (at === null || (field === 'end' && (row.start as Instant) > this.now)) continue;
        const late = typeof at === 'number' ? at > this.now : month ? at.slice(0, 7) > today.slice(0, 7) : at > today.slice(0, 10);
        if (late && isReadable(row, field) && !(table === 'Outages' && row.planned === true)) this.add(read!, row, field, rowWords.futureDate(columnOf(read!.table, field)), this.moment(at), field === 'end' ? effects.toAsOf : effects.notYet);
      }
    }
  }

  /** Zones that are none, and calendars whose rows disagree. */
  zones(): void {
    for (const table of ['ServiceHours', 'Maintenance'] as const) {
      const read = this.reads.get(table);
      const first = new Map<string, Row>();
      for (const row of read?.rows ?? []) {
        const zone = row.zone as string | null;
        if (zone !== null && !isZone(zone)) {
          this.fail(read!, row, 'zone', tableWords.unknownZone(zone), quoted(zone));
          continue;
        }
        const calendar = row.calendar as string;
        const other = first.get(calendar);
        if (!other) first.set(calendar, row);
        else if (table === 'ServiceHours' && isReadable(row, 'zone') && this.zoneOf(other) !== this.zoneOf(row)) {
          this.fail(read!, row, 'zone', rowWords.zonesDiffer(row.calendar as string, this.zoneOf(other), other.row), zone === null ? 'blank' : quoted(zone));
        }
      }
    }
  }

  outages(): void {
    const read = this.reads.get('Outages');
    if (!read) return;
    const rows = read.rows as unknown as Checked<Outage>[];
    const customers = this.customers();
    const suggestions = new Map<string, string | null>();
    const counted = new Map<string, Checked<Outage>[]>();
    for (const row of rows) {
      if (!row.counts && isReadable(row, 'counts') && row.reason === null) this.fail(read, row, 'counts', rowWords.setAsideWithoutReason(), 'No', 'reason');
      const { customer } = row;
      if (customer !== null && customers.size > 0 && !customers.has(customer)) {
        const fix = entryOf(suggestions, customer, () => closest(customer, customers));
        this.add(read, row, 'customer', rowWords.unknownCustomer(customer), quoted(customer), effects.countsForNobody, fix ?? undefined);
        spoil(row, columnOf(read.table, 'customer'));
      }
      if (row.counts && row.item !== '' && isReadable(row, 'start')) entryOf(counted, row.item, () => []).push(row);
    }
    for (const [item, outages] of counted) {
      outages.sort((a, b) => a.start - b.start || (a.end ?? 0) - (b.end ?? 0) || a.row - b.row);
      this.doubleImports(read, outages);
      this.forgotten(read, item, outages);
    }
  }

  /** Outages of one item that stand twice, by their id or by all that they say. In order of start and end. */
  private doubleImports(read: ReadTable, outages: readonly Checked<Outage>[]): void {
    const ids = new Map<string, Checked<Outage>>();
    let alike: Checked<Outage>[] = [];
    for (const row of outages) {
      const id = row.outageId === null ? null : foldName(row.outageId);
      const sameId = id === null ? undefined : ids.get(id);
      if (alike[0]?.start !== row.start || alike[0].end !== row.end) alike = [];
      const same = alike.find((other) => other.impact === row.impact && other.planned === row.planned && other.customer === row.customer);
      if (sameId) {
        const [first, second] = sameId.row < row.row ? [sameId, row] : [row, sameId];
        this.add(read, second, 'outageId', rowWords.doubleImport(first.row), shown(second.outageId), effects.countsTwice);
      } else if (same) this.add(read, row, 'start', rowWords.doubleImport(same.row), this.moment(row.start), effects.countsTwice);
      if (!same) alike.push(row);
      if (id !== null && !sameId) ids.set(id, row);
    }
  }

  /** Open outages of one item whose end was probably forgotten. In order of start. */
  private forgotten(read: ReadTable, item: string, outages: readonly Checked<Outage>[]): void {
    const { asOf } = this.settings;
    const later = outages.findLast(({ start }) => start < asOf);
    for (const row of outages) {
      const because = isReadable(row, 'end') ? forgottenBecause(row, later?.start ?? null, asOf) : null;
      if (because === 'down again') this.add(read, row, 'end', rowWords.openWithLater(item, later!.row), 'blank', effects.countsToAsOf);
      else if (because === 'too long') this.add(read, row, 'end', rowWords.openTooLong(item, Math.floor((asOf - row.start) / DAY)), 'blank', effects.countsToAsOf);
    }
  }

  uptime(): void {
    const read = this.reads.get('Uptime');
    if (!read) return;
    const rows = read.rows as unknown as Checked<UptimeRow>[];
    for (const row of rows) {
      if (!isReadable(row, 'minutesDown') || !isReadable(row, 'availability')) continue;
      const minutes = (row.to - row.from) / 60;
      if (row.minutesDown !== null && row.availability !== null) this.fail(read, row, 'minutesDown', rowWords.uptimeBoth(), `${row.minutesDown} and ${row.availability}`, 'minutesDown', ['minutesDown', 'availability']);
      else if (row.minutesDown === null && row.availability === null) this.fail(read, row, 'minutesDown', rowWords.uptimeNeither(), 'blank', 'minutesDown', ['minutesDown', 'availability']);
      else if (row.minutesDown !== null && row.minutesDown > minutes) this.fail(read, row, 'minutesDown', rowWords.uptimeTooLong(minutes), String(row.minutesDown));
    }
    const inOrder = rows.filter((row) => row.item !== '' && isReadable(row, 'from') && isReadable(row, 'to')).sort((a, b) => (a.item === b.item ? a.from - b.from || a.row - b.row : a.item < b.item ? -1 : 1));
    let last: Checked<UptimeRow> | null = null;
    for (const row of inOrder) {
      if (last && last.item === row.item && row.from < last.to) this.fail(read, row, 'from', rowWords.uptimeOverlap(last.row), `${this.moment(row.from)} – ${this.moment(row.to)}`);
      else last = row;
    }
  }

  incidents(): void {
    const read = this.reads.get('Incidents');
    const incidents = new Map((read?.rows ?? []).map((row) => [row.incident, row as unknown as Checked<Incident>]));
    for (const row of (read?.rows ?? []) as unknown as Checked<Incident>[]) {
      if (row.responded !== null && row.resolved !== null && row.responded > row.resolved) this.add(read!, row, 'responded', rowWords.respondedAfterResolved(), this.moment(row.responded), effects.none);
    }
    const holds = this.reads.get('Holds');
    for (const row of holds?.rows ?? []) {
      const incident = row.incident === '' ? undefined : incidents.get(row.incident as string);
      const [from, to] = [row.from as Instant, row.to as Instant | null];
      if (!incident || !isReadable(row, 'from') || !isReadable(incident, 'opened')) continue;
      if (from < incident.opened || (incident.resolved !== null && (from > incident.resolved || (to ?? 0) > incident.resolved))) {
        this.add(holds!, row, 'from', rowWords.heldOutside(), this.moment(from), effects.none);
      }
    }
  }

  /** Names that are a service and a component at once: the component is left out. */
  namesOfItems(): void {
    const [services, components] = [this.reads.get('Services'), this.reads.get('Components')];
    if (!services || !components) return;
    const names = new Set(services.rows.map((row) => foldName(row.service as string)));
    components.rows = components.rows.filter((row) => {
      const name = row.component as string;
      if (!names.has(foldName(name))) return true;
      this.add(components, row, 'component', rowWords.bothServiceAndComponent(name), quoted(name), effects.dropped(name));
      components.dropped++;
      return false;
    });
  }

  dependencies(): void {
    const read = this.reads.get('Dependencies');
    if (!read) return;
    const rows = read.rows as unknown as Checked<Dependency>[];
    const known = rows.filter((row) => row.item !== '' && row.dependsOn !== '' && isReadable(row, 'item') && isReadable(row, 'dependsOn'));

    const groups = new Map<string, Checked<Dependency>[]>();
    const twins = new Map<string, number>();
    for (const row of known) {
      const twin = [row.item, row.dependsOn, row.group].join('\t');
      if (twins.has(twin)) this.add(read, row, 'dependsOn', rowWords.dependsTwice(twins.get(twin)!), quoted(row.dependsOn), effects.none);
      else twins.set(twin, row.row);
      if (row.group === null) {
        if (row.required !== null) this.add(read, row, 'required', rowWords.requiredWithoutGroup(), shown(row.required), effects.none);
        continue;
      }
      entryOf(groups, `${row.item}\t${row.group}`, () => []).push(row);
    }
    for (const members of groups.values()) {
      const readable = members.filter((row) => isReadable(row, 'required'));
      const first = readable.find((row) => row.required !== null) ?? readable[0];
      if (!first) continue;
      const needed = first.required ?? 1;
      const count = new Set(members.map((row) => row.dependsOn)).size;
      if (needed > count) this.fail(read, first, 'required', rowWords.requiredAboveMembers(first.group!, count), shown(first.required));
      for (const row of readable) {
        if ((row.required ?? 1) === needed || row === first) continue;
        this.fail(read, row, 'required', rowWords.requiredDisagrees(row.group!, needed, first.row), shown(row.required), 'required', ['required'], row.required === null ? needed : undefined);
      }
    }

    for (const { path, edges } of findCycles(known.map((row) => ({ from: row.item, to: row.dependsOn, edge: row })))) {
      const row = edges.at(-1)!;
      if (edges.length === 1) this.add(read, row, 'dependsOn', rowWords.dependsOnItself(row.item), quoted(row.dependsOn), effects.none);
      else this.add(read, row, 'dependsOn', rowWords.cycle(path, edges.map((edge) => edge.row)), quoted(row.dependsOn), effects.cycleMapped(path.slice(0, -1)));
    }

    const components = this.reads.get('Components');
    const needed = new Set(known.map((row) => row.dependsOn));
    for (const row of components?.rows ?? []) {
      const name = row.component as string;
      if (!needed.has(name)) this.add(components!, row, 'component', rowWords.orphan(name), quoted(name), effects.countsNowhere);
    }
  }

  /** Roles that stand twice, and services with rows that break a rule of the RACI matrix. */
  responsibilities(): void {
    const read = this.reads.get('Responsibilities');
    const retired = new Set((this.reads.get('Services')?.rows ?? []).flatMap((row) => (row.lifecycle === 'Retired' ? [row.service] : [])));
    const parties = new Map<string, Map<string, { readonly party: string; readonly roles: ResponsibilityRole[]; readonly rows: Checked<Responsibility>[] }>>();
    // A row that cannot be read may be the one that is missed.
    const unsure = new Set<string>();
    for (const row of (read?.rows ?? []) as unknown as Checked<Responsibility>[]) {
      if (!isUsable(row)) {
        unsure.add(row.service);
        continue;
      }
      const { roles, rows } = entryOf(entryOf(parties, row.service, () => new Map()), foldName(row.party), () => ({ party: row.party, roles: [], rows: [] }));
      const twin = rows[roles.indexOf(row.role)];
      if (twin) this.add(read!, row, 'role', rowWords.roleTwice(twin.row), quoted(row.role), effects.none);
      else {
        roles.push(row.role);
        rows.push(row);
      }
    }
    for (const [service, own] of parties) {
      if (retired.has(service)) continue;
      const entries = [...own.values()];
      const accountable = entries.filter(({ roles }) => roles.includes('A'));
      for (const rule of brokenRules(entries)) {
        if (rule !== 'several A' && (unsure.has(service) || unsure.has(''))) continue;
        const row = rule === 'several A' ? accountable[1]!.rows[accountable[1]!.roles.indexOf('A')]! : entries[0]!.rows[0]!;
        this.add(read!, row, 'role', rowWords.ruleBroken(service, rule, accountable.map(({ party }) => party)), quoted(row.role), effects.markedInMatrix);
      }
    }
  }

  /** Services and components for which nobody answers; one problem where the table has no such column. */
  owners(): void {
    for (const [table, fields, nameField] of [['Services', ['itOwner', 'businessOwner'], 'service'], ['Components', ['owner'], 'component']] as const) {
      const read = this.reads.get(table);
      if (!read || read.rows.length === 0) continue;
      const places = fields.map((field) => read.match.places[read.table.columns.indexOf(columnOf(read.table, field))] ?? -1);
      if (places.every((place) => place < 0)) {
        this.problems.add(read, { headerPlace: 0 }, rowWords.noOwnerColumn(table), 'no such column', effects.mapWithoutOwner);
        continue;
      }
      const field = fields[places.findIndex((place) => place >= 0)]!;
      for (const row of read.rows) {
        const name = row[nameField] as string;
        if (row.lifecycle !== 'Retired' && fields.every((owner) => row[owner] === null)) this.add(read, row, field, rowWords.noOwner(name), 'blank', effects.mapWithoutOwner);
      }
    }
  }

  calendars(): void {
    const holidays = this.reads.get('Holidays');
    for (const row of holidays?.rows ?? []) {
      if (isReadable(row, 'start') && isReadable(row, 'end') && (row.start === null) !== (row.end === null) && ((row.start as number | null) ?? row.end) !== 0) {
        const blank = row.start === null ? 'start' : 'end';
        this.fail(holidays!, row, blank, rowWords.halfHours(), 'blank', blank, ['start', 'end']);
      }
    }
    const maintenance = this.reads.get('Maintenance');
    for (const row of maintenance?.rows ?? []) {
      const repeats = row.repeats as string | null;
      if (repeats !== null && parseRepeats(repeats) === null) this.fail(maintenance!, row, 'repeats', rowWords.repeats(), quoted(repeats));
    }
  }

  agreements(): void {
    const read = this.reads.get('Agreements');
    if (!read) return;
    const rows = read.rows as unknown as Checked<Agreement>[];
    const replaced = rows.filter((row) => row.replaces !== null).map((row) => ({ from: row.agreement, to: row.replaces!, edge: row }));
    for (const { path, edges } of findCycles(replaced)) {
      const row = edges.at(-1)!;
      this.fail(read, row, 'replaces', rowWords.replacesCycle(path), quoted(row.replaces!));
    }
    const targets = this.reads.get('Targets');
    if (!targets) return;
    // One that was replaced lives on in its successor, whose targets its history is measured against.
    const promised = new Set([...targets.rows.map((row) => row.agreement), ...replaced.map(({ to }) => to)]);
    for (const row of rows) {
      if (!promised.has(row.agreement) && row.status !== 'Draft' && row.status !== 'Retired') this.add(read, row, 'agreement', rowWords.noTargets(row.agreement), quoted(row.agreement), effects.neverReported);
    }
  }

  targets(): void {
    const read = this.reads.get('Targets');
    if (!read) return;
    const metrics = new Map((this.reads.get('Metrics')?.rows as unknown as Checked<Metric>[] | undefined)?.map((row) => [foldName(row.metric), row]));
    const severities = new Set((this.reads.get('Incidents')?.rows ?? []).flatMap(({ severity }) => (typeof severity === 'string' ? [severity] : [])));
    const own = new Map(TARGET_METRICS.map((metric) => [looseName(metric), metric]));
    for (const row of read.rows as unknown as (Checked<Target> & { metric: string })[]) {
      if (!isReadable(row, 'metric')) continue;
      const standard = own.get(looseName(row.metric));
      const metric = metrics.get(foldName(row.metric));
      const name = standard ?? metric?.metric;
      if (name === undefined) {
        const names = [...TARGET_METRICS, ...[...metrics.values()].map((known) => known.metric)];
        this.fail(read, row, 'metric', tableWords.unknownName(row.metric, ['the metrics that Targets knows', 'Metrics']), quoted(row.metric), 'metric', ['metric'], closest(row.metric, names) ?? undefined);
        continue;
      }
      row.metric = name;
      const higher = standard ? HIGHER_IS_BETTER.has(standard) : metric!.better === 'Higher';
      const right: readonly Comparator[] = higher ? ['>=', '>'] : ['<=', '<'];
      if (isReadable(row, 'comparator') && !right.includes(row.comparator) && (standard || (metric && isReadable(metric, 'better')))) {
        this.fail(read, row, 'comparator', rowWords.wrongDirection(name, right), row.comparator, 'comparator', ['comparator'], row.comparator.replace(/[<>]/, higher ? '>' : '<'));
      }
      if (!standard) {
        if (isReadable(metric!, 'computedFrom') && metric!.computedFrom !== null) this.add(read, row, 'metric', rowWords.computedMetric(name, metric!.computedFrom), quoted(name), effects.notMeasured);
        continue;
      }
      if (SHARES.has(standard) && isReadable(row, 'target') && (row.target > 1 || row.target < 0)) {
        const fix = row.target > 1 && row.target <= 100 ? Number(`${row.target}e-2`) : undefined;
        this.fail(read, row, 'target', rowWords.percentTarget(standard), String(row.target), 'target', ['target'], fix);
      }
      if (standard.endsWith('within')) this.limit(read, row, standard);
      if ((standard === 'Responded within' || standard === 'Resolved within') && row.severity !== null && severities.size > 0 && !severities.has(row.severity)) {
        this.add(read, row, 'severity', rowWords.unknownSeverity(row.severity), quoted(row.severity), effects.noIncidents, closest(row.severity, severities) ?? undefined);
      }
      if (standard === 'Waiting in any' && row.inAnyMinutes === null && isReadable(row, 'inAnyMinutes')) this.fail(read, row, 'inAnyMinutes', rowWords.noLimit(columnOf(read.table, 'inAnyMinutes'), standard), 'blank');
    }
  }

  /** The limit of a "… within" target. Requests are dated, not timed: theirs is in days; and days are whole. */
  private limit(read: ReadTable, row: Checked<Target>, metric: string): void {
    if (row.within === null && isReadable(row, 'within')) this.fail(read, row, 'within', rowWords.noLimit(columnOf(read.table, 'within'), metric), 'blank');
    if (!isReadable(row, 'withinUnit')) return;
    const isDecision = metric === 'Decided within';
    if (isDecision && row.withinUnit !== 'days') this.fail(read, row, 'withinUnit', rowWords.notInDays(metric), shown(this.cellOf(read, row, 'withinUnit')), 'withinUnit', ['withinUnit'], 'days');
    else if (row.withinUnit === 'days' && row.within !== null && !Number.isInteger(row.within)) this.fail(read, row, 'within', rowWords.partOfDay(), String(row.within));
    const types = columnOf(CONTRACT.Requests, 'changeType').choices;
    if (isDecision && row.severity !== null && !types.some((type) => foldName(type) === foldName(row.severity!))) {
      this.add(read, row, 'severity', rowWords.unknownChangeType(row.severity, types), quoted(row.severity), effects.noRequests, closest(row.severity, types) ?? undefined);
    }
  }

  /**
   * Incidents of a severity that no target names, where each target of response and resolution names one.
   * A severity that another promise names is known, and left out of this one on purpose.
   */
  severities(): void {
    const read = this.reads.get('Incidents');
    if (!read) return;
    const inForce = new Map((this.reads.get('Agreements')?.rows ?? []).flatMap((row) => (row.status === 'Draft' || row.status === 'Retired' ? [] : [[row.agreement, row.item] as const])));
    // Of an item for which one target counts every severity, or cannot be read, nothing can be said.
    const promised = new Map<unknown, Set<string> | null>();
    const known = new Set<string>();
    for (const row of (this.reads.get('Targets')?.rows ?? []) as unknown as Checked<Target>[]) {
      if (isReadable(row, 'metric') && row.metric !== 'Responded within' && row.metric !== 'Resolved within') continue;
      if (row.severity !== null) known.add(row.severity);
      const item = inForce.get(row.agreement);
      if (item === undefined) continue;
      if (row.severity === null || !isReadable(row, 'severity') || !isReadable(row, 'metric')) promised.set(item, null);
      else if (promised.get(item) !== null) entryOf(promised as Map<unknown, Set<string>>, item, () => new Set<string>()).add(row.severity);
    }
    const found = new Map<string, { readonly first: Checked<Incident>; incidents: number }>();
    for (const row of read.rows as unknown as Checked<Incident>[]) {
      const named = promised.get(row.item);
      if (!named || row.severity === null || !isReadable(row, 'severity') || known.has(row.severity)) continue;
      entryOf(found, `${row.item}\t${row.severity}`, () => ({ first: row, incidents: 0 })).incidents++;
    }
    for (const { first, incidents } of found.values()) {
      const named = [...promised.get(first.item)!];
      this.add(read, first, 'severity', rowWords.severityWithoutPromise(first.item, incidents, named), quoted(first.severity!), effects.countsForNoPromise, closest(first.severity!, named) ?? undefined);
    }
  }

  /** Rebates and credits that can never be due, as no Availability target stands by them, or not be worked out for want of units or a fee. */
  charges(): void {
    const [read, targets, credits] = [this.reads.get('Agreements'), this.reads.get('Targets'), this.reads.get('Credits')];
    if (!read || !targets) return;
    const metrics = new Map<unknown, unknown[]>();
    // A metric that cannot be read may be Availability.
    for (const row of targets.rows) entryOf(metrics, row.agreement, () => []).push(isReadable(row, 'metric') ? row.metric : 'Availability');
    const firstCredit = new Map<unknown, Row>();
    for (const row of credits?.rows ?? []) entryOf(firstCredit, row.agreement, () => row);
    for (const row of read.rows as unknown as Checked<Agreement>[]) {
      const promised = metrics.get(row.agreement);
      const credit = firstCredit.get(row.agreement);
      const rebate = row.rebatePerHourPerUnit;
      if (promised === undefined || row.status === 'Draft' || row.status === 'Retired' || (rebate === null && !credit)) continue;
      if (!promised.includes('Availability')) {
        if (rebate !== null) this.add(read, row, 'rebatePerHourPerUnit', rowWords.chargeWithoutTarget('Rebate', row.agreement), shown(rebate), effects.neverDue);
        if (credit) this.add(credits!, credit, 'agreement', rowWords.chargeWithoutTarget('Credits', row.agreement), quoted(row.agreement), effects.neverDue);
        continue;
      }
      if (row.units === null && isReadable(row, 'units')) this.add(read, row, 'units', rowWords.chargeWithout(columnOf(read.table, 'units')), 'blank', effects.amountUnknown);
      if (credit && row.feePerUnit === null && isReadable(row, 'feePerUnit')) this.add(read, row, 'feePerUnit', rowWords.chargeWithout(columnOf(read.table, 'feePerUnit')), 'blank', effects.amountUnknown);
    }
  }

  /** Requests whose dates say less than their Status, or something else: a decision nobody says when, where decisions are promised in time; an end without its date, or with a Status that knows none. */
  requests(): void {
    const read = this.reads.get('Requests');
    if (!read) return;
    const promising = new Set((this.reads.get('Targets')?.rows ?? []).flatMap(({ metric, agreement }) => (metric === 'Decided within' ? [agreement] : [])));
    const items = new Set((this.reads.get('Agreements')?.rows ?? []).flatMap(({ agreement, item }) => (promising.has(agreement) ? [item] : [])));
    const hasClosed = (read.match.places[read.table.columns.indexOf(columnOf(read.table, 'closed'))] ?? -1) >= 0;
    if (!hasClosed && read.rows.some(({ status }) => status === 'Done')) this.problems.add(read, { headerPlace: 0 }, rowWords.noClosedColumn(), 'no such column', effects.noEarlierBacklog);
    for (const row of read.rows as unknown as Checked<Request>[]) {
      if (!isReadable(row, 'status') || !isReadable(row, 'decided') || !isReadable(row, 'closed')) continue;
      if (items.has(row.item) && isUndated(row)) this.fail(read, row, 'decided', rowWords.undatedDecision(row.status), 'blank');
      else if (hasClosed && isOver(row) && endOf(row) === null) this.add(read, row, 'closed', rowWords.undatedEnd(row.status), 'blank', effects.noEarlierBacklog);
      else if (!isOver(row) && row.closed !== null) this.add(read, row, 'status', rowWords.closedAndOpen(row.status), row.status, effects.countsAsOpen);
    }
  }

  performance(): void {
    const metrics = this.reads.get('Metrics');
    const csfs = this.reads.get('CSFs');
    if (metrics && csfs) {
      const measured = new Set(metrics.rows.map((row) => row.csf));
      for (const row of csfs.rows) if (!measured.has(row.csf)) this.add(csfs, row, 'csf', rowWords.noMetrics(row.csf as string), quoted(row.csf as string), effects.noInsight);
    }
    const measurements = this.reads.get('Measurements');
    const seen = new Map<string, number>();
    for (const row of (measurements?.rows ?? []) as unknown as Checked<Measurement>[]) {
      if (row.metric === '' || !isReadable(row, 'month') || !isReadable(row, 'service')) continue;
      const same = [row.metric, row.month.slice(0, 7), row.service].join('\t');
      if (seen.has(same)) this.fail(measurements!, row, 'value', rowWords.duplicateMeasurement(seen.get(same)!), shown(row.value));
      else seen.set(same, row.row);
    }
    const improvements = this.reads.get('Improvements');
    for (const row of improvements?.rows ?? []) {
      if (row.metric === null && row.agreement === null && row.unreadable === undefined && !isRecommendationName(row.improvement as string)) this.add(improvements!, row, 'metric', rowWords.improvesNothing(), 'blank', effects.notPrinted);
    }
    this.remarks();
  }

  private remarks(): void {
    const read = this.reads.get('Remarks');
    if (!read) return;
    const about = new Set([foldName('First page')]);
    for (const table of ['CSFs', 'Metrics', 'Agreements', 'Services', 'Objectives'] as const) {
      const named = this.reads.get(table);
      for (const row of named?.rows ?? []) about.add(foldName(row[named!.table.nameField!] as string));
    }
    for (const row of read.rows) {
      const name = row.about as string;
      if (name !== '' && !about.has(foldName(name))) this.add(read, row, 'about', rowWords.unknownAbout(name), quoted(name), effects.notPrinted);
    }
  }

  /** Usage that stands twice, usage before a hole of years, and business units whose usage ends before that of the others. */
  *usage(): Generator<void, void, void> {
    const read = this.reads.get('Usage');
    if (!read) return;
    const until = monthNumber([this.settings.reportMonth, toLocal(this.settings.asOf - 1, this.settings.zone)].sort()[0]!);
    const byItem = new Map<string, Map<string | null, UsedUnit>>();
    for (const [index, row] of (read.rows as unknown as Checked<UsageRow>[]).entries()) {
      if (index % ROWS_PER_STEP === ROWS_PER_STEP - 1) yield;
      if (row.unreadable) continue;
      // Units and business units are spelt alike everywhere by now.
      const series = entryOf(entryOf(byItem, row.item, () => new Map<string | null, UsedUnit>()), row.unit, (): UsedUnit => ({ lastMonth: 0, rows: new Map(), users: new Map() }));
      const user = entryOf(series.users, row.businessUnit, (): User => ({ rows: new Map(), lastMonth: 0, lastRow: null }));
      const month = monthNumber(row.month);
      const first = user.rows.get(month);
      if (first !== undefined) this.add(read, row, 'item', rowWords.usageTwice(first), quoted(row.item), effects.addsUp);
      else user.rows.set(month, row.row);
      if (month > until) continue;
      series.lastMonth = Math.max(series.lastMonth, month);
      series.rows.set(month, row);
      if (month >= user.lastMonth) [user.lastMonth, user.lastRow] = [month, row];
    }
    for (const series of [...byItem.values()].flatMap((units) => [...units.values()])) {
      const [before, after] = partsBetweenHoles(series.rows.keys()).slice(-2);
      if (before && after) {
        const row = series.rows.get(before.at(-1)!)!;
        this.add(read, row, 'month', rowWords.usageHole(after[0]! - before.at(-1)! - 1), this.moment(row.month), effects.beforeHole(firstDateOf(after[0]!)));
      }
      for (const { lastMonth, lastRow } of series.users.values()) {
        const months = series.lastMonth - lastMonth;
        if (lastRow && lastRow.quantity > 0 && months >= MONTHS_UNTIL_GONE) this.add(read, lastRow, 'month', rowWords.usageEnds(lastRow.item, lastRow.businessUnit, months), this.moment(lastRow.month), effects.goneSince(firstDateOf(lastMonth + 1)));
      }
    }
  }

  /** Capacity that stands twice, and capacity with which no usage can be compared. */
  capacity(): void {
    const read = this.reads.get('Capacity');
    const usage = this.reads.get('Usage');
    if (!read) return;
    const first = new Map<string, number>();
    const byItem = new Map<string, Checked<CapacityRow>[]>();
    for (const row of read.rows as unknown as Checked<CapacityRow>[]) {
      if (!isReadable(row, 'item') || !isReadable(row, 'unit')) continue;
      entryOf(byItem, row.item, () => []).push(row);
      if (!isReadable(row, 'from')) continue;
      const same = [row.item, foldName(row.unit ?? ''), row.from].join('\t');
      const twin = first.get(same);
      if (twin !== undefined) this.fail(read, row, 'from', rowWords.capacityTwice(twin), row.from === null ? 'blank' : this.moment(row.from));
      else first.set(same, row.row);
    }
    if (!usage) return;
    const units = new Map<string, Set<string | null>>();
    for (const row of usage.rows as unknown as Checked<UsageRow>[]) {
      if (isReadable(row, 'item') && isReadable(row, 'unit')) entryOf(units, row.item, () => new Set<string | null>()).add(row.unit);
    }
    for (const [item, rows] of byItem) {
      const used = [...(units.get(item) ?? [])].map((unit) => ({ unitKey: foldName(unit ?? ''), unit }));
      const own = new Map(rows.map((row) => [foldName(row.unit ?? ''), row]));
      if (own.size === 2) own.delete('');
      for (const [unitKey, row] of own) {
        if (sameUnit(unitKey, [...own.keys()].map((key) => ({ unitKey: key })), used)) continue;
        const words = used.length === 0 ? rowWords.capacityWithoutUsage(item) : rowWords.capacityInOtherUnit(item, row.unit, used.map(({ unit }) => unit ?? 'blank'));
        this.add(read, row, used.length === 0 ? 'item' : 'unit', words, used.length === 0 ? quoted(item) : shown(row.unit), effects.notCompared);
      }
    }
  }

  /** More licences in use than were given out. */
  licences(): void {
    const read = this.reads.get('Licences');
    for (const row of (read?.rows ?? []) as unknown as Checked<LicenceRow>[]) {
      if (row.active !== null && isReadable(row, 'active') && isReadable(row, 'assigned') && row.active > row.assigned) this.add(read!, row, 'active', rowWords.activeAboveAssigned(row.assigned), String(row.active), effects.noneSpare);
    }
  }

  /** Projects that serve no initiative, initiatives that nobody works on, and initiatives of which nobody could say that they are reached. */
  portfolio(): void {
    const [projects, initiatives] = [this.reads.get('Projects'), this.reads.get('Initiatives')];
    const planned = (projects?.rows ?? []) as unknown as Checked<Project>[];
    const pursued = ((initiatives?.rows ?? []) as unknown as Checked<Initiative>[]).filter(isOpenInitiative);
    for (const row of pursued) {
      const [first, ...others] = smartPartsMissing(row);
      if (first !== undefined) this.add(initiatives!, row, SMART_FIELD[first], rowWords.notSmart(row.initiative, [first, ...others]), 'blank', effects.markedInPortfolio);
    }
    if (planned.length === 0 || initiatives === undefined || initiatives.rows.length === 0) return;
    for (const row of planned) {
      if (row.initiative === null && isReadable(row, 'initiative') && isOpenProject(row)) this.add(projects!, row, 'initiative', rowWords.noInitiative(row.project), 'blank', effects.markedInPortfolio);
    }
    const served = new Set(planned.flatMap(({ status, initiative }) => (status === 'Rejected' ? [] : [initiative])));
    for (const row of pursued) {
      if (!served.has(row.initiative)) this.add(initiatives, row, 'initiative', rowWords.noProject(row.initiative), quoted(row.initiative), effects.markedInPortfolio);
    }
  }

  /** Every customer that a service or an agreement names. */
  private customers(): Set<string> {
    const names = [...(this.reads.get('Customers')?.rows ?? []), ...(this.reads.get('Agreements')?.rows ?? [])].map((row) => row.customer);
    return new Set(names.filter((name): name is string => typeof name === 'string' && name !== ''));
  }

  /** A cell as it stands in the workbook; null where its column is not there. */
  private cellOf(read: ReadTable, row: SourceRow, field: string): CellValue | null {
    const place = read.match.places[read.table.columns.indexOf(columnOf(read.table, field))] ?? -1;
    return read.raw.rows[row.row - read.raw.row - 2]?.[place] ?? null;
  }

  private zoneOf(row: Row): string {
    return (row.zone as string | null) ?? this.settings.zone;
  }

  private moment(at: Instant | LocalDate | LocalDateTime): string {
    if (typeof at === 'string') return at.length === 10 ? dateWords(at) : momentWords(at);
    return momentWords(toLocal(at, this.settings.zone));
  }

  /** A problem that changes no field. */
  private add(read: ReadTable, row: Row | SourceRow, field: string, words: Words, found: string, effect: string, fix?: CellValue): void {
    this.problems.add(read, { row: row.row, field }, words, found, effect, fix);
  }

  /** An error: the fields, if not named the one at fault, can't be used. `cell` is where it is mended. */
  private fail(read: ReadTable, row: Row, field: string, words: Words, found: string, cell = field, fields: readonly string[] = [field], fix?: CellValue): void {
    const effect = read.table.subject === field ? effects.leftOut(subjectOf(read, row)) : effectOf(read, row, columnOf(read.table, field));
    this.add(read, row, cell, words, found, effect, fix);
    for (const name of fields) spoil(row, columnOf(read.table, name));
  }
}

/** The entry of a key, made when it is first asked for. */
function entryOf<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    map.set(key, value);
  }
  return value;
}
