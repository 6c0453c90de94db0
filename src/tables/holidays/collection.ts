/**
 * Dates of holidays from an open collection, by country, state and region; offline. Large: load it with
 * `import()`, when somebody asks for holidays.
 */
import Holidays, { type HolidaysTypes } from 'date-holidays';
import library from 'date-holidays/package.json';
import type { LocalDate } from '../../domain/time/records';
import { addDays, epochDay } from '../../domain/time/zone';

/** What the dates are, to be said wherever they are shown. The licence is that of the dates. */
export const COLLECTION = { name: 'date-holidays', version: library.version, licence: 'CC BY-SA 3.0' } as const;

export const HOLIDAY_KINDS = ['public', 'bank', 'optional', 'school', 'observance'] as const;
export type HolidayKind = (typeof HOLIDAY_KINDS)[number];

/** Codes as the collection has them: ISO 3166 for countries and most states. */
export interface HolidayPlace {
  readonly country: string;
  readonly state?: string | undefined;
  /** Only within a state. */
  readonly region?: string | undefined;
}

export interface Named {
  readonly code: string;
  readonly name: string;
}

/** A date, or the part of a date, on which something is celebrated. */
export interface CollectedHoliday {
  readonly date: LocalDate;
  readonly name: string;
  readonly kind: HolidayKind;
  /** Seconds after midnight, where it is not the whole day; else null. */
  readonly part: { readonly from: number; readonly until: number } | null;
  /** Taken in place of another date that fell on a free day. */
  readonly substitute: boolean;
  /** The date that is taken in place of this one, and its own kind; null: none. */
  readonly movedTo: { readonly date: LocalDate; readonly kind: HolidayKind } | null;
}

const DAY = 86_400;
/** A substitute lies no further from what it stands for. */
const SUBSTITUTE_WITHIN_DAYS = 10;
/** Codes of the collection that are codes of countries, not of languages. */
const LANGUAGE_CODES: Readonly<Record<string, string>> = { cz: 'cs', ge: 'ka', jp: 'ja' };

const countryNames = new Intl.DisplayNames(['en'], { type: 'region' });
const languageNames = new Intl.DisplayNames(['en'], { type: 'language' });

const byName = (a: Named, b: Named): number => a.name.localeCompare(b.name, 'en');

const named = (names: Readonly<Record<string, string>> | undefined): Named[] => Object.entries(names ?? {}).map(([code, name]) => ({ code, name })).sort(byName);

/** Every country of the collection, by its English name. @example countries()[0] // { code: 'AF', name: 'Afghanistan' } */
export function countries(): Named[] {
  return Object.entries(new Holidays().getCountries('en'))
    .map(([code, name]) => ({ code, name: countryNames.of(code) ?? name }))
    .sort(byName);
}

/** States of a country; empty where it has none. @example states('GB').map(({ name }) => name) // ['Alderney', 'England', …] */
export function states(country: string): Named[] {
  return named(new Holidays().getStates(country, 'en') as Readonly<Record<string, string>> | undefined);
}

/** Regions of a state; empty where it has none. @example regions('DE', 'BY')[0] // { code: 'EVANG', name: 'Predominantly protestant communities' } */
export function regions(country: string, state: string): Named[] {
  return named(new Holidays().getRegions(country, state, 'en') as Readonly<Record<string, string>> | undefined);
}

/** Languages in which the holidays of a place have names, its own first. @example languages({ country: 'DE' }) // [{ code: 'de', name: 'German' }, { code: 'en', name: 'English' }] */
export function languages(place: HolidayPlace): Named[] {
  return open(place).getLanguages().map((code) => ({ code, name: languageNames.of(LANGUAGE_CODES[code] ?? code) ?? code }));
}

/**
 * The holidays of a place in some years, by date. What lasts several days is a row for each of them.
 *
 * @param language code as `languages` has it; left out: the place's own
 * @example holidaysOf({ country: 'US' }, [2026]).find(({ substitute }) => substitute)
 * // { date: '2026-07-03', name: 'Independence Day (substitute day)', kind: 'public', part: null, substitute: true, movedTo: null }
 */
export function holidaysOf(place: HolidayPlace, years: readonly number[], language?: string): CollectedHoliday[] {
  const collection = open(place, language);
  // A substitute, or the end of a long holiday, may lie on the other side of New Year.
  const around = [...new Set(years.flatMap((year) => [year - 1, year, year + 1]))].sort((a, b) => a - b);
  const found = around.flatMap((year) => collection.getHolidays(year));
  const seen = new Set<string>();
  return found
    .flatMap((holiday) => {
      const movedTo = substituteFor(holiday, found);
      return daysOf(holiday).map(({ date, part }): CollectedHoliday => ({ date, name: holiday.name, kind: holiday.type, part, substitute: holiday.substitute === true, movedTo }));
    })
    .filter(({ date, name, part }) => {
      const key = `${date} ${part === null} ${name}`;
      const isNew = !seen.has(key) && years.includes(Number(date.slice(0, 4)));
      seen.add(key);
      return isNew;
    })
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

function open({ country, state, region }: HolidayPlace, language?: string): Holidays {
  return new Holidays({ country, ...(state ? { state } : {}), ...(state && region ? { region } : {}) }, language === undefined ? {} : { languages: language });
}

/** The collection gives wall-clock text and absolute ends: where the clocks change, a day has 23 or 25 hours between them. */
function daysOf({ date: text, start, end }: HolidaysTypes.Holiday): { date: LocalDate; part: CollectedHoliday['part'] }[] {
  const first = text.slice(0, 10);
  const [hours = 0, minutes = 0] = text.slice(11, 16).split(':').map(Number);
  const from = hours * 3600 + minutes * 60;
  const seconds = (end.getTime() - start.getTime()) / 1000;
  const whole = Math.round(seconds / DAY) * DAY;
  const until = from + (from === 0 && whole > 0 && Math.abs(seconds - whole) <= 3600 ? whole : seconds);
  return Array.from({ length: Math.ceil(until / DAY) }, (_, day) => {
    const piece = { from: day === 0 ? from : 0, until: Math.min(DAY, until - day * DAY) };
    return { date: addDays(first, day), part: piece.from === 0 && piece.until === DAY ? null : piece };
  });
}

/** The nearest date that rules put in place of this one. */
function substituteFor(holiday: HolidaysTypes.Holiday, all: readonly HolidaysTypes.Holiday[]): CollectedHoliday['movedTo'] {
  if (holiday.substitute) return null;
  const day = epochDay(holiday.date.slice(0, 10));
  const distance = (other: HolidaysTypes.Holiday): number => Math.abs(epochDay(other.date.slice(0, 10)) - day);
  const substitutes = all.filter((other) => other.substitute && distance(other) <= SUBSTITUTE_WITHIN_DAYS && standsFor(other.rule, holiday.rule));
  const nearest = substitutes.sort((a, b) => distance(a) - distance(b))[0];
  return nearest ? { date: nearest.date.slice(0, 10), kind: nearest.type } : null;
}

/** A rule either gives both dates, or names the other: `substitutes 12-26 if saturday then next monday`. */
function standsFor(substitute: string, rule: string): boolean {
  const of = /^substitutes (.+?) (?:and )?if /.exec(substitute)?.[1];
  return of === undefined ? substitute === rule : rule === of || rule.startsWith(`${of} `);
}
