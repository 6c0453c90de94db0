import type { AgreementFigure, ChainCheck, ChainFigure, ChainFinding, ChainLink } from '../domain/figures';
import { expectedText } from '../domain/agreements/chain/words';
import { displayAvailability } from '../domain/availability/display-availability';
import { firstByName, nameKey } from '../domain/names';
import { countOf } from '../domain/performance/phrases';
import type { LocalDate } from '../domain/time/records';
import { addDays, addMonths } from '../domain/time/zone';
import { finish, type Work } from '../domain/work';
import { CHAIN_STATES, CHAIN_WORD, chainsSentence, chainSentences, type ChainState, chainState, coverText, findingText, uncoveredText, worstText } from './chain-words';
import { dateSerial } from './dates';
import { addHeading } from './heading';
import type { ReportInput } from './input';
import { across, cell, linesOf, listPage, Rows, textCell, widthOf } from './layout';
import { nothingCell } from './number-cell';
import type { CellStyle, SheetCell, SheetModel } from './sheet';
import { CELL_MARGIN, COLOR, decimalFormat, FORMAT, HEIGHT, literal, STATUS_STYLE, STYLE } from './style';
import { shareDisplay } from './target-display';
import { wrapped } from './text-width';
import { NOTHING, SHEET_NAME, W } from './words';

const COLUMNS = [9, 165, 81, 42, 150, 96, 51, 57, 57, 54, 60, 60, 60];
const C = { item: 1, section: 2, group: 3, agreement: 4, hours: 5, uncovered: 6, availability: 7, restoration: 8, response: 9, from: 10, until: 11, review: 12 } as const;
/** Links of one SLA that are listed; a map that is larger says how many more there are. */
const MOST_LINKS = 100;
/** A link deeper than this is indented no further. */
const MOST_INDENT = 8;

const RIGHT: CellStyle = { ...STYLE.body, size: 10, horizontal: 'Right' };
const SMALL: CellStyle = { ...STYLE.body, size: 10 };

const STATE_STYLE: Readonly<Record<ChainState, CellStyle>> = {
  'Cannot be promised': STATUS_STYLE.Missed,
  'Has gaps': STATUS_STYLE['At risk'],
  'Nothing beneath it': STATUS_STYLE['Not measurable'],
  'Holds together': STATUS_STYLE.Met,
};

/**
 * Whether every SLA holds together with the agreements beneath it: what is promised, what can be expected
 * and what is the weakest link, then the tree of links with cover, hours, availability, limits, dates and
 * review beside the SLA's own, and under each link what does not hold. The worst chain stands first.
 */
export function agreementChain(input: Pick<ReportInput, 'figures' | 'dateSystem'>): SheetModel {
  return finish(agreementChainWork(input));
}

/** `agreementChain` with a pause after every SLA, for callers that must give way to others. */
export function* agreementChainWork(input: Pick<ReportInput, 'figures' | 'dateSystem'>): Work<SheetModel> {
  const { figures } = input;
  const rows = new Rows();
  const chains = inReadingOrder(figures.chains);
  const links = chains.reduce((sum, { links }) => sum + links.length, 0);
  addHeading(rows, COLUMNS, figures, W.chain.title, countOf(links, 'link'), chainsSentence(chains.map(chainState)), W.chain.about);
  const heads = W.chain.heads.map((head, at) => cell(C.item + at, head, { ...STYLE.head, wrap: true, vertical: 'Bottom', ...(at + C.item >= C.uncovered ? { horizontal: 'Right' as const } : {}) }));
  const headRow = rows.add(HEIGHT.why, across(heads, C.item, C.review, STYLE.headRule));
  if (chains.length === 0) rows.add(HEIGHT.promise, [cell(C.item, W.chain.none, STYLE.body)]);
  const agreements = firstByName(figures.agreements, ({ agreement }) => agreement);
  for (const chain of chains) {
    new ChainBlock(chain, agreements, input, rows).add();
    yield;
  }
  rows.add(HEIGHT.spacer);
  for (const text of W.chain.definitions) rows.add(HEIGHT.definition, [textCell(C.item, text, widthOf(COLUMNS, C.item, C.review), STYLE.definition)]);
  return listPage({ kind: 'agreement-chain', subject: '', name: SHEET_NAME['agreement-chain'], title: W.chain.title, figures, columns: COLUMNS, rows, lastColumn: C.review, heads: [headRow, headRow] });
}

/** The worst first: by state, then by how far the target is out of reach, then by findings. */
function inReadingOrder(chains: readonly ChainFigure[]): ChainFigure[] {
  const rank = (chain: ChainFigure): number => CHAIN_STATES.indexOf(chainState(chain));
  const gap = ({ target, expected }: ChainFigure): number => (target === null || expected === null ? 0 : Math.max(0, target - expected));
  return chains.toSorted((a, b) => rank(a) - rank(b) || gap(b) - gap(a) || b.findings.length - a.findings.length || a.agreement.localeCompare(b.agreement, 'en'));
}

/** One SLA and what stands beneath it. */
class ChainBlock {
  /** What does not hold, by item: a shared part tells it once and shows it wherever it stands. */
  private readonly faults: ReadonlySet<string>;

  constructor(
    private readonly chain: ChainFigure,
    private readonly agreements: ReadonlyMap<string, AgreementFigure>,
    private readonly input: Pick<ReportInput, 'figures' | 'dateSystem'>,
    private readonly rows: Rows,
  ) {
    this.faults = new Set(chain.findings.map(({ check, item }) => faultKey(check, item)));
  }

  add(): void {
    const { chain } = this;
    const top = this.rows.next;
    const state = chainState(chain);
    const width = widthOf(COLUMNS, C.agreement, C.review);
    const name = [chain.agreement, ...(chain.customer === null ? [] : [chain.customer])].join(' · ');
    this.rows.add(HEIGHT.band, across([cell(C.item, CHAIN_WORD[state], STATE_STYLE[state]), textCell(C.agreement, name, width, STYLE.strong)], C.item, C.review, { fill: COLOR.band, ruleAbove: COLOR.headRule, vertical: 'Center' }));
    this.lines(chainSentences(chain).join(' '), C.item, STYLE.body, HEIGHT.promise);
    this.ownRow();
    this.rows.keepTogether(top);
    const ofLinks = new Set(chain.links.flatMap(({ findings }) => findings.map(findingKey)));
    // That the target is out of reach, and by how much, stands above already.
    for (const finding of chain.findings) if (!ofLinks.has(findingKey(finding)) && !(finding.check === 'Availability' && state === 'Cannot be promised')) this.finding(finding, 1);
    for (const link of chain.links.slice(0, MOST_LINKS)) this.link(link);
    const more = chain.links.slice(MOST_LINKS);
    if (more.length > 0) {
      const findings = more.reduce((sum, { findings }) => sum + findings.length, 0);
      this.rows.add(HEIGHT.promise, [cell(C.item, W.chain.more(more.length, findings), { ...STYLE.detail, indent: 1 })]);
    }
    this.rows.keepTogether(top);
    this.rows.add(HEIGHT.spacer);
  }

  /** The SLA itself, so that every column compares downwards, and what can be expected of all beneath. */
  private ownRow(): void {
    const { chain } = this;
    const agreement = this.agreements.get(nameKey(chain.agreement));
    const strong: CellStyle = { ...SMALL, bold: true };
    const share = chain.target === null ? nothingCell(C.availability, RIGHT) : this.share(C.availability, chain.target, { bold: true });
    this.treeRow([
      textCell(C.item, chain.item, COLUMNS[C.item] ?? 0, strong),
      cell(C.section, W.chain.promised, { ...SMALL, color: COLOR.grey }),
      textCell(C.agreement, chain.agreement, COLUMNS[C.agreement] ?? 0, strong),
      textCell(C.hours, agreement?.hours ?? W.chain.always, COLUMNS[C.hours] ?? 0, strong),
      nothingCell(C.uncovered, RIGHT),
      share,
      this.minutes(C.restoration, chain.restorationSeconds, { bold: true }),
      this.minutes(C.response, chain.responseSeconds, { bold: true }),
      ...this.dates(agreement),
    ]);
    if (chain.expected !== null && chain.links.length > 0) {
      this.shareRow(chain.expectedIs === 'exact' ? W.chain.expected : W.chain.expectedAtMost, chain.expected, chain.supported === false);
      // Where parts are not known there is no worst; and no figure stands twice.
      if (chain.worstCase !== null && chain.unknown.length === 0 && worstText(expectedText(chain.expected, chain.target), chain.worstCase, chain.target) !== '') this.shareRow(W.chain.worst, chain.worstCase, false);
    }
  }

  private shareRow(words: string, share: number, missed: boolean): void {
    const { value, decimals } = displayAvailability(share, this.chain.target);
    const format = share === 1 ? '0%' : `${decimalFormat(decimals)}%`;
    const style: CellStyle = missed ? { bold: true, color: COLOR.missed } : {};
    this.treeRow([cell(C.section, words, { ...SMALL, color: COLOR.grey }), cell(C.availability, value, { ...RIGHT, ...style, numberFormat: format })]);
  }

  private link(link: ChainLink): void {
    const covered = link.cover === 'Covered';
    const agreement = link.agreement === null ? undefined : this.agreements.get(nameKey(link.agreement));
    const indent = Math.min(link.depth, MOST_INDENT);
    const weakest = this.chain.supported === false && this.chain.weakest !== null && nameKey(this.chain.weakest.item) === nameKey(link.item);
    const cover = link.agreementType !== null && link.agreement !== null && !nameKey(link.agreement).startsWith(nameKey(link.agreementType)) ? `${coverText(link)} (${link.agreementType})` : coverText(link);
    this.treeRow([
      textCell(C.item, link.item, COLUMNS[C.item] ?? 0, { ...SMALL, indent, ...(weakest ? { bold: true, color: COLOR.missed } : {}) }),
      textCell(C.section, link.section === null ? W.chain.unknown : W.chain.sections[link.section], COLUMNS[C.section] ?? 0, { ...SMALL, color: COLOR.grey }),
      ...(link.group === null ? [] : [textCell(C.group, link.group, COLUMNS[C.group] ?? 0, { ...SMALL, color: COLOR.grey })]),
      textCell(C.agreement, cover, COLUMNS[C.agreement] ?? 0, this.style('Cover', link, { ...SMALL, color: covered ? COLOR.ink : COLOR.grey })),
      covered ? textCell(C.hours, link.hours ?? W.chain.always, COLUMNS[C.hours] ?? 0, SMALL) : cell(C.hours, NOTHING, { ...SMALL, color: COLOR.grey }),
      link.uncoveredSecondsPerWeek === null ? nothingCell(C.uncovered, RIGHT) : cell(C.uncovered, link.uncoveredSecondsPerWeek / 3600, this.style('Hours', link, { ...RIGHT, numberFormat: link.uncoveredSecondsPerWeek === 0 ? '0' : '#,##0.0' })),
      link.availability === null ? nothingCell(C.availability, RIGHT) : this.share(C.availability, link.availability, this.style('Availability', link, weakest ? { bold: true, color: COLOR.missed } : {}), link.availabilityFrom === 'Component'),
      this.minutes(C.restoration, link.restorationSeconds, this.style('Restoration', link, {})),
      this.minutes(C.response, link.responseSeconds, this.style('Response', link, {})),
      ...(covered ? this.dates(agreement) : []),
    ]);
    // The row itself says that there is no agreement.
    for (const finding of link.findings) if (finding.check !== 'Cover' || finding.found !== `no agreement covers ${link.item}`) this.finding(finding, indent + 1);
    if (link.uncovered.length > 0) {
      const year = [this.input.figures.month, addDays(addMonths(this.input.figures.month, 12), -1)] as const;
      const width = widthOf(COLUMNS, C.item, C.review) - (indent + 1) * 8;
      const facts = link.uncovered.map((hours) => uncoveredText(hours, year));
      for (const line of linesOf([`${W.chain.uncovered} ${facts[0] ?? ''}`, ...facts.slice(1)], width, STYLE.detail)) this.rows.add(HEIGHT.detail, [textCell(C.item, line, width + (indent + 1) * 8, { ...STYLE.detail, indent: indent + 1 })]);
    }
  }

  /** Bold and in the colour of risk where the check found something at this item. */
  private style(check: ChainCheck, { item }: ChainLink, style: CellStyle): CellStyle {
    return this.faults.has(faultKey(check, item)) ? { ...style, bold: true, color: check === 'Availability' && this.chain.supported === false ? COLOR.missed : COLOR.atRisk } : style;
  }

  private finding(finding: ChainFinding, indent: number): void {
    const missed = finding.check === 'Availability' && this.chain.supported === false;
    const color = missed ? COLOR.missed : COLOR.atRisk;
    this.lines(`${missed ? '✕' : '▲'} ${findingText(finding)}`, C.item, { size: 10, color, indent }, HEIGHT.detail);
  }

  /** Text over the whole width, in as many rows as it takes. */
  private lines(text: string, column: number, style: CellStyle, height: number): void {
    const width = widthOf(COLUMNS, column, C.review) - CELL_MARGIN - (style.indent ?? 0) * 8;
    for (const line of wrapped(text, width, { size: style.size ?? 11 })) this.rows.add(height, [cell(column, line, style)]);
  }

  private treeRow(cells: readonly SheetCell[]): void {
    this.rows.add(HEIGHT.promise, across(cells, C.item, C.review, STYLE.rowRule));
  }

  private share(column: number, share: number, style: CellStyle, recorded = false): SheetCell {
    const { value, format } = shareDisplay(share);
    return cell(column, value, { ...RIGHT, ...style, numberFormat: recorded ? `${format}${literal(W.chain.recorded)}` : format });
  }

  private minutes(column: number, seconds: number | null, style: CellStyle): SheetCell {
    return seconds === null ? nothingCell(column, RIGHT) : cell(column, seconds / 60, { ...RIGHT, ...style, numberFormat: `#,##0${seconds % 60 === 0 ? '' : '.0'}${literal('\u00a0min')}` });
  }

  /** First and last date in force, and when the next review is due. */
  private dates(agreement: AgreementFigure | undefined): SheetCell[] {
    if (agreement === undefined) return [];
    const { startDate, lastDate, reviewDue, review } = agreement;
    const late = review === 'Overdue' || review === 'Never reviewed';
    return [this.date(C.from, startDate, {}), this.date(C.until, lastDate, agreement.expiresSoon ? { bold: true, color: COLOR.atRisk } : {}), this.date(C.review, reviewDue, late ? { bold: true, color: COLOR.atRisk } : {})];
  }

  private date(column: number, date: LocalDate | null, style: CellStyle): SheetCell {
    const serial = date === null ? null : dateSerial(date, this.input.dateSystem);
    return serial === null ? nothingCell(column, RIGHT) : cell(column, serial, { ...RIGHT, ...style, numberFormat: FORMAT.date });
  }
}

function faultKey(check: ChainCheck, item: string): string {
  return `${check}\n${nameKey(item)}`;
}

function findingKey({ check, item, found }: ChainFinding): string {
  return `${faultKey(check, item)}\n${found}`;
}
