/** Holidays of a country and region: which there are, which the workbook has, and new rows for `Holidays`. */
import type { LocalDate } from '../domain/time/records';
import { toLocal } from '../domain/time/zone';
import { nameKey, sameName } from '../domain/names';
import { type AppendedTable, appendRows } from '../excel/append-rows';
import type { UndoOutlook } from '../excel/capabilities';
import { PlainError } from '../excel/errors';
import { readWorkbook } from '../excel/read';
import { CONTRACT } from '../tables/contract';
import type { HolidayKind, HolidayPlace, Named } from '../tables/holidays/collection';
import { holidayContent, propose, type ProposedHoliday } from '../tables/holidays/proposal';
import { matchHeader } from '../tables/parse';
import { readRecords } from '../tables/read';
import type { ActionContext } from './figures';

/** Where, when and for whom. Names and codes without regard to case. */
export interface HolidaysParams {
  /** Left out: only the countries are listed. */
  readonly country?: string;
  readonly state?: string;
  readonly region?: string;
  /** Left out: the year of As of and the next. */
  readonly years?: readonly number[];
  /** Left out: public ones. */
  readonly kinds?: readonly HolidayKind[];
  /** Of the names; left out: the place's own. */
  readonly language?: string;
  /** Of `ServiceHours`; left out or null: every calendar. */
  readonly calendar?: string | null;
}

export interface AddHolidaysParams extends HolidaysParams {
  /** Those of the list to write; left out: all. */
  readonly dates?: readonly LocalDate[];
}

export interface HolidaysFound {
  /** What the dates are, to be shown beside them. */
  readonly collection: { readonly name: string; readonly version: string; readonly licence: string };
  readonly countries: readonly Named[];
  readonly states: readonly Named[];
  readonly regions: readonly Named[];
  readonly languages: readonly Named[];
  /** Calendars of the workbook. */
  readonly calendars: readonly string[];
  /** Year of As of on the workbook's calendar. */
  readonly thisYear: number;
  readonly years: readonly number[];
  readonly kinds: readonly HolidayKind[];
  /** As the workbook writes it. */
  readonly calendar: string | null;
  readonly holidays: readonly ProposedHoliday[];
}

export interface HolidaysAdded {
  readonly added: readonly ProposedHoliday[];
  /** Asked for, but there already, or no whole day. */
  readonly skipped: readonly ProposedHoliday[];
  /** Null: nothing was written. */
  readonly table: AppendedTable | null;
  readonly undo: UndoOutlook;
}

/** The collection's table of the Islamic calendar: outside it, holidays would be missing without a word. */
const FIRST_YEAR = 1970;
const LAST_YEAR = 2076;
const MOST_YEARS = 20;

/** The collection is large, and few ask for it. */
const loadCollection = () => import(/* webpackChunkName: "holidays" */ '../tables/holidays/collection');

function codeOf(kind: string, wanted: string | undefined, all: readonly Named[]): string | undefined {
  if (wanted === undefined || wanted === '') return undefined;
  const found = all.find(({ code, name }) => sameName(code, wanted) || sameName(name, wanted));
  if (!found) throw new PlainError(`There is no ${kind} “${wanted}” among these holidays.${all.length === 0 ? '' : ` There are: ${all.map(({ code, name }) => `${code} ${name}`).join(', ')}.`}`, 'NoHolidays');
  return found.code;
}

function yearsOf(years: readonly number[] | undefined, thisYear: number): readonly number[] {
  if (years === undefined) return [thisYear, thisYear + 1];
  const wrong = years.find((year) => !Number.isInteger(year) || year < FIRST_YEAR || year > LAST_YEAR);
  if (wrong !== undefined) throw new PlainError(`“${wrong}” is not a year from ${FIRST_YEAR} to ${LAST_YEAR}.`, 'BadYear');
  if (years.length > MOST_YEARS) throw new PlainError(`These are ${years.length} years; at most ${MOST_YEARS} are added at once.`, 'BadYear');
  return [...new Set(years)].sort((a, b) => a - b);
}

/**
 * The holidays of a place beside those that the workbook has. Reads three tables, changes nothing.
 * @throws PlainError for a place, year, kind, language or calendar that is not there
 * @example (await listHolidays({ country: 'DE', state: 'BY', years: [2026] }, {})).holidays[0]
 * // { date: '2026-01-01', name: 'Neujahr', kinds: ['public'], state: 'new', movedTo: null, part: null }
 */
export async function listHolidays(params: HolidaysParams, { progress, signal }: ActionContext): Promise<HolidaysFound> {
  const { COLLECTION, countries, HOLIDAY_KINDS, holidaysOf, languages, regions, states } = await loadCollection();
  const raw = await readWorkbook(progress, signal, ['Settings', 'ServiceHours', 'Holidays']);
  const { records, found } = readRecords(raw, Math.floor(Date.now() / 1000));

  const calendars = [...new Map(records.serviceHours.filter(({ calendar }) => calendar !== '').map(({ calendar }) => [nameKey(calendar), calendar])).values()];
  const calendar = params.calendar ? calendars.find((one) => sameName(one, params.calendar ?? '')) : null;
  if (calendar === undefined) throw new PlainError(`ServiceHours has no calendar “${params.calendar}”. ${calendars.length === 0 ? 'It has none at all.' : `There are: ${calendars.join(', ')}.`}`, 'NoCalendar');
  const table = found.get('Holidays');
  if (calendar !== null && table && matchHeader(CONTRACT.Holidays, table.header, raw.mapping.columns.Holidays).places[0] === -1) {
    throw new PlainError(`The table ${table.name} has no column Calendar, so its holidays hold for every calendar. Add the column, or choose all calendars.`, 'NoCalendar');
  }

  const allCountries = countries();
  const thisYear = Number(toLocal(records.settings.asOf, records.settings.zone).slice(0, 4));
  const years = yearsOf(params.years, thisYear);
  const kinds = params.kinds ?? ['public'];
  const noKind = kinds.find((kind) => !HOLIDAY_KINDS.includes(kind));
  if (noKind !== undefined) throw new PlainError(`There is no kind “${noKind}” of holidays. There are: ${HOLIDAY_KINDS.join(', ')}.`, 'BadKind');
  const country = codeOf('country', params.country, allCountries);
  const base = { collection: COLLECTION, countries: allCountries, calendars, thisYear, years, kinds, calendar };
  if (country === undefined) return { ...base, states: [], regions: [], languages: [], holidays: [] };

  const allStates = states(country);
  const state = codeOf('state', params.state, allStates);
  const allRegions = state === undefined ? [] : regions(country, state);
  const region = codeOf('region', params.region, allRegions);
  const place: HolidayPlace = { country, state, region };
  const allLanguages = languages(place);
  const language = codeOf('language', params.language, allLanguages);
  return { ...base, states: allStates, regions: allRegions, languages: allLanguages, holidays: propose(holidaysOf(place, years, language), kinds, calendar, records.holidays) };
}

/**
 * Writes holidays into the workbook's `Holidays`, closed all day; the table is made where it is missing.
 * What is there already is never written twice.
 *
 * @param dates those to write; left out: all that are new
 * @throws PlainError; the workbook is then as it was
 */
export async function addHolidays({ dates, ...params }: AddHolidaysParams, context: ActionContext): Promise<HolidaysAdded> {
  const { holidays, calendar } = await listHolidays(params, context);
  const wanted = holidays.filter(({ date, state }) => (dates === undefined ? state === 'new' : dates.includes(date)));
  const strange = dates?.find((date) => !wanted.some((holiday) => holiday.date === date));
  if (strange !== undefined) throw new PlainError(`${strange} is none of these holidays.`, 'NoHolidays');
  const added = wanted.filter(({ state }) => state === 'new' || state === 'moved');
  const skipped = wanted.filter((holiday) => !added.includes(holiday));
  if (added.length === 0) return { added, skipped, table: null, undo: 'none' };
  const { tables, undo } = await appendRows([holidayContent(added, calendar)], context);
  return { added, skipped, table: tables[0] ?? null, undo };
}
