import { millionths } from '../../availability/share';
import type { ChainFigure, ChainFinding, ChainLink, RowReference } from '../../figures';
import { isUnreadable, nameKey } from '../../names';
import type { Records } from '../../records';
import { sectionIn } from '../../servicemap/catalogue';
import { nodesEach } from '../../servicemap/expected-availability';
import { type Calendar, CalendarError, serviceTime } from '../../time/calendar';
import { duration } from '../../time/intervals';
import { firstOfMonth, periodOf } from '../../time/periods';
import type { Interval, LocalDate } from '../../time/records';
import { addMonths, startOfDate, toLocal } from '../../time/zone';
import { finish, type Work } from '../../work';
import { reviewDueOf } from '../agreement-figures';
import { figureContext, type FigureContext } from '../context';
import { isInForce } from '../in-force';
import type { Agreement, Target } from '../records';
import { unique } from '../rows-left-out';
import type { Standing } from './cover';
import { type ExpectedBeneath, expectedBeneath, isAvailability, strictestAvailability } from './expected-beneath';
import { coverFinding, dateFinding, hoursFinding, limitFinding, namedFindings, openRestorationFinding, promiseFinding, reviewFinding, supportFinding } from './findings';
import { type Uncovered, uncoveredHours } from './hours';
import { applying, type Limit, misfit, responseLimits, restorationLimits } from './limits';
import { type Atlas, atlasOf, type Place, placesBeneath, standingOf } from './links';

/**
 * Whether each SLA in force in the report month holds together with what stands beneath its item, in the
 * order of `Agreements`: cover by agreement, hours, availability, restoration and response limits, dates
 * and reviews of every link (`placesBeneath` says which).
 *
 * Nothing is judged that cannot be read: hours whose calendar is unknown have no uncovered hours. Rows of
 * the map and agreements that could not be used are in `rowsLeftOut`.
 */
export function chainFigures(records: Records): ChainFigure[] {
  return finish(chainFiguresOfRecords(records));
}

/** The same, one SLA at a time. What happened bears on no chain and is not looked at. */
export function* chainFiguresOfRecords(records: Records): Work<ChainFigure[]> {
  const context = yield* figureContext({ ...records, outages: [], uptime: [], incidents: [], holds: [] });
  return yield* chainFiguresWork(context);
}

/** The same, with what is indexed already. */
export function* chainFiguresWork(context: FigureContext): Work<ChainFigure[]> {
  const surroundings = surroundingsOf(context);
  const slas = [...context.agreements.byName.values()].filter((one) => one.type === 'SLA' && one.item.trim() !== '' && !isUnreadable(one, 'type', 'item') && isInForce(one, context.agreements, surroundings.month));
  const nodes = nodesEach(slas.length);
  const figures: ChainFigure[] = [];
  for (const sla of slas) {
    figures.push(new Chain(surroundings, sla, nodes).figure());
    yield;
  }
  return figures;
}

/** What all chains of a workbook share. */
interface Surroundings extends Atlas {
  readonly context: FigureContext;
  /** First date of the report month. */
  readonly firstDate: LocalDate;
  /** The date of As of. */
  readonly today: LocalDate;
  /** Twelve months from the report month's start. */
  readonly year: Interval;
  readonly uncovered: Map<string, Uncovered>;
}

function surroundingsOf(context: FigureContext): Surroundings {
  const { reportMonth, zone, asOf } = context.records.settings;
  const firstDate = firstOfMonth(reportMonth);
  const atlas = atlasOf(context);
  return {
    ...atlas,
    context,
    firstDate,
    today: toLocal(asOf, zone).slice(0, 10),
    year: { start: atlas.month.start, end: startOfDate(addMonths(firstDate, 12), zone) },
    uncovered: new Map(),
  };
}

/** One SLA and what stands beneath it. */
class Chain {
  private readonly standing: Standing;
  private readonly places: readonly Place[];
  private readonly target: Target | null;
  private readonly restoration: readonly Limit[];
  private readonly response: readonly Limit[];
  private readonly beneath: ExpectedBeneath;
  private readonly calendar: Calendar | null | undefined;
  /** Places whose restoration limits fit, or which stand beneath such. */
  private readonly restored = new Set<number>();

  constructor(
    private readonly around: Surroundings,
    private readonly sla: Agreement,
    nodes: number,
  ) {
    this.standing = standingOf(sla);
    this.places = placesBeneath(around, this.standing);
    const own = this.targetsOf(sla);
    this.target = strictestAvailability(own);
    this.calendar = this.calendarOf(sla);
    this.restoration = restorationLimits(own, this.calendar ?? null, around.year);
    this.response = responseLimits(own, this.calendar ?? null, around.year);
    this.beneath = expectedBeneath(around, around.context.targets, this.standing, this.places, nodes);
  }

  figure(): ChainFigure {
    const { around, sla, target } = this;
    const { expected, worstCase } = this.beneath;
    const links = this.places.map((place, i) => this.link(place, i));
    const isKnown = links.some(({ availability }) => availability !== null);
    const unknown = this.beneath.unknown.map((key) => this.nameOf(key));
    const supported = target === null || !isKnown ? null : millionths(expected.availability) >= millionths(target.target);
    const weakest = target === null || !isKnown ? null : this.weakest(links, target.target);
    const chain = {
      agreement: sla.agreement,
      item: sla.item,
      customer: sla.customer,
      row: { table: 'Agreements', row: sla.row },
      target: target?.target ?? null,
      restorationSeconds: least(this.restoration),
      responseSeconds: least(this.response),
      links,
      expected: isKnown ? expected.availability : null,
      expectedIs: unknown.length > 0 || expected.lowerBound < expected.availability ? ('upper bound' as const) : ('exact' as const),
      unknown,
      worstCase: isKnown ? worstCase : null,
      supported,
      weakest,
    };
    const whole = [
      ...(supported === false ? [supportFinding(sla, target!, chain, weakest?.agreement ? (around.book.byName.get(nameKey(weakest.agreement)) ?? null) : null)] : []),
      ...namedFindings(sla, sla.item, around),
      ...this.openRestoration(),
    ];
    return { ...chain, findings: [...whole, ...links.flatMap(({ findings }) => findings)], rowsLeftOut: this.rowsLeftOut() };
  }

  private link(place: Place, index: number): ChainLink {
    const { key, depth, parent, group, cover, isPart, repeated } = place;
    const agreement = cover.agreement;
    const covering = cover.state === 'Covered' ? agreement : null;
    const targets = covering === null || isPart ? [] : this.targetsOf(covering);
    const calendar = covering === null ? undefined : this.calendarOf(covering);
    const uncovered = covering === null || calendar === undefined ? null : this.uncoveredBy(calendar);
    const restoration = restorationLimits(targets, calendar ?? null, this.around.year);
    const response = responseLimits(targets, calendar ?? null, this.around.year);
    const stated = this.beneath.stated(key);
    const always = this.beneath.expected.ifNeverDown(key);
    this.noteRestoration(index, restoration);
    return {
      item: this.nameOf(key),
      section: sectionIn(this.around, key),
      depth,
      parent,
      group,
      cover: cover.state,
      agreement: agreement?.agreement ?? null,
      agreementType: agreement?.type ?? null,
      hours: agreement?.hours ?? null,
      uncoveredSecondsPerWeek: uncovered?.secondsPerWeek ?? null,
      uncovered: uncovered === null || isPart || repeated ? [] : uncovered.hours,
      availability: stated?.availability ?? null,
      availabilityFrom: stated === null ? null : stated.of === 'itself' ? 'Component' : 'Agreement',
      gain: stated === null || always === null ? null : Math.max(0, always - this.beneath.expected.availability),
      restorationSeconds: least(bearing(this.restoration, restoration)),
      responseSeconds: least(bearing(this.response, response)),
      findings: repeated || isPart ? [] : this.linkFindings(place, calendar, uncovered, restoration, response),
    };
  }

  private linkFindings({ key, cover, standing }: Place, calendar: Calendar | null | undefined, uncovered: Uncovered | null, restoration: readonly Limit[], response: readonly Limit[]): ChainFinding[] {
    const { around, sla } = this;
    const item = this.nameOf(key);
    const agreement = cover.agreement;
    const missing = coverFinding(item, cover, around.firstDate, around, this.rowsOfThing(key));
    if (missing !== null || agreement === null) return missing === null ? [] : [missing];
    const stated = this.beneath.stated(key);
    const comesTo = this.beneath.expected.of(key);
    const found: (ChainFinding | null)[] = [
      ...namedFindings(agreement, item, around),
      uncovered === null ? null : hoursFinding(item, agreement, uncovered, this.calendar ?? null, calendar ?? null, sla),
      stated?.of === 'with all beneath' && key !== nameKey(sla.item) && millionths(comesTo) < millionths(stated.availability) ? promiseFinding(item, agreement, stated.availability, comesTo) : null,
      ...this.misfits('Restoration', item, agreement, this.restoration, restoration),
      ...this.misfits('Response', item, agreement, this.response, response),
      dateFinding(item, agreement, sla, standing, around, around.year),
      reviewFinding(item, agreement, reviewDueOf(agreement, around.today), around.today),
    ];
    return found.filter((finding) => finding !== null);
  }

  /** One finding for the limit of the SLA that is furthest from being kept. */
  private misfits(check: 'Restoration' | 'Response', item: string, agreement: Agreement, limits: readonly Limit[], ofLink: readonly Limit[]): ChainFinding[] {
    const found = limits.flatMap((limit) => {
      const link = misfit(limit, ofLink);
      return link === null ? [] : [{ limit, link }];
    });
    found.sort((a, b) => b.link.seconds / b.limit.seconds - a.link.seconds / a.limit.seconds);
    return found.slice(0, 1).map(({ limit, link }) => limitFinding(check, item, agreement, limit, link, this.sla));
  }

  /** Remembers where a restoration limit of the chain is kept, so that nothing beneath needs one. */
  private noteRestoration(index: number, limits: readonly Limit[]): void {
    const strict = strictestLimit(this.restoration);
    const { parent, cover, isPart } = this.places[index]!;
    if (strict === null) return;
    const held = (parent !== null && this.restored.has(parent)) || isPart || applying(strict, limits).length > 0 || (cover.state === 'Covered' && this.longestOutage(cover.agreement!) <= strict.seconds);
    if (held) this.restored.add(index);
  }

  /** How long an outage can be at most without missing an Availability target. */
  private longestOutage(agreement: Agreement): number {
    const { zone, asOf, fiscalYearStarts, reportMonth } = this.around.context.records.settings;
    const calendar = this.calendarOf(agreement);
    if (calendar === undefined) return Infinity;
    const allowed = this.targetsOf(agreement)
      .filter((target) => isAvailability(target) && !isUnreadable(target, 'window'))
      .map((target) => (1 - target.target) * duration(serviceTime(periodOf(target.window, reportMonth, { zone, asOf, fiscalYearStarts }), calendar)));
    return Math.min(Infinity, ...allowed);
  }

  /** Agreements on things needed alone that leave the SLA's strictest restoration limit open. */
  private openRestoration(): ChainFinding[] {
    const strict = strictestLimit(this.restoration);
    if (strict === null) return [];
    const alone = new Set<number | null>([null]);
    const open: Agreement[] = [];
    this.places.forEach(({ parent, group, cover, repeated }, i) => {
      if (group !== null || !alone.has(parent)) return;
      alone.add(i);
      if (!repeated && cover.state === 'Covered' && !this.restored.has(i) && !open.includes(cover.agreement!)) open.push(cover.agreement!);
    });
    const finding = openRestorationFinding(this.sla.item, this.sla, strict, open);
    return finding === null ? [] : [finding];
  }

  /** The link that costs the item most, and what it alone would have to promise. */
  private weakest(links: readonly ChainLink[], target: number): ChainFigure['weakest'] {
    const now = this.beneath.expected.availability;
    let worst: { link: ChainLink; key: string } | null = null;
    links.forEach((link, i) => {
      if ((link.gain ?? 0) > (worst?.link.gain ?? 0)) worst = { link, key: this.places[i]!.key };
    });
    // Where one cannot be said, because the map is too large, another may be worse.
    if (worst === null || links.some(({ availability, gain }) => availability !== null && gain === null)) return null;
    const { link, key } = worst as { link: ChainLink; key: string };
    // The item's availability is linear in that of one link: from what it comes to now, to 1.
    const from = link.availabilityFrom === 'Component' ? link.availability! : this.beneath.expected.of(key);
    const needed = from + ((target - now) * (1 - from)) / link.gain!;
    return { item: link.item, agreement: link.agreement, availability: link.availability!, needed: now + link.gain! < target ? null : Math.max(0, Math.min(1, needed)) };
  }

  private uncoveredBy(calendar: Calendar | null): Uncovered | null {
    if (this.calendar === undefined) return null;
    const { uncovered, year, book } = this.around;
    const id = JSON.stringify([this.calendar && nameKey(this.calendar.name), calendar && nameKey(calendar.name)]);
    let known = uncovered.get(id);
    if (!known) uncovered.set(id, (known = uncoveredHours(this.calendar, calendar, year, book.zone)));
    return known;
  }

  /** Undefined: hours that cannot be read. */
  private calendarOf(agreement: Agreement): Calendar | null | undefined {
    if (isUnreadable(agreement, 'hours')) return undefined;
    try {
      return this.around.context.calendar(agreement.hours);
    } catch (error) {
      if (error instanceof CalendarError) return undefined;
      throw error;
    }
  }

  private targetsOf(agreement: Agreement): readonly Target[] {
    return this.around.context.targets.get(nameKey(agreement.agreement)) ?? [];
  }

  private nameOf(key: string): string {
    const { components, services, map } = this.around;
    return components.get(key)?.component ?? services.get(key)?.service ?? map.names.get(key) ?? (key === nameKey(this.sla.item) ? this.sla.item : key);
  }

  private rowsOfThing(key: string): RowReference[] {
    const { components, services } = this.around;
    const component = components.get(key);
    const service = services.get(key);
    return [...(component ? [{ table: 'Components', row: component.row }] : []), ...(service ? [{ table: 'Services', row: service.row }] : [])];
  }

  /** Rows of the map, of agreements, targets and calendars that may belong to the chain and could not be used. */
  private rowsLeftOut(): RowReference[] {
    const { map, context } = this.around;
    const keys = new Set([nameKey(this.sla.item), ...this.places.map(({ key }) => key)]);
    const agreements = new Set([this.sla, ...this.places.flatMap(({ cover }) => (cover.agreement ? [cover.agreement] : []))]);
    return unique([
      ...[...keys].flatMap((key) => map.leftOut.get(key) ?? []).map((row) => ({ table: 'Dependencies', row })),
      ...map.unassigned.map((row) => ({ table: 'Dependencies', row })),
      ...[...agreements].filter((agreement) => agreement.unreadable?.length).map((agreement) => ({ table: 'Agreements', row: agreement.row })),
      ...[...agreements].flatMap((agreement) => this.calendarOf(agreement)?.leftOut ?? []),
      ...this.places.flatMap(({ cover }) => cover.unreadable).map((agreement) => ({ table: 'Agreements', row: agreement.row })),
      ...context.records.agreements.filter((agreement) => isUnreadable(agreement, 'item')).map((agreement) => ({ table: 'Agreements', row: agreement.row })),
      ...[...agreements].flatMap((agreement) => this.targetsOf(agreement)).filter((target) => target.unreadable?.length).map((target) => ({ table: 'Targets', row: target.row })),
    ]);
  }
}

function strictestLimit(limits: readonly Limit[]): Limit | null {
  return limits.reduce<Limit | null>((least, limit) => (least === null || limit.seconds < least.seconds ? limit : least), null);
}

function least(limits: readonly Limit[]): number | null {
  return strictestLimit(limits)?.seconds ?? null;
}

/** Limits of a link that bear on any of the SLA's; all where the SLA has none. */
function bearing(ofSla: readonly Limit[], ofLink: readonly Limit[]): readonly Limit[] {
  return ofSla.length === 0 ? ofLink : ofLink.filter((limit) => ofSla.some((own) => applying(own, ofLink).includes(limit)));
}
