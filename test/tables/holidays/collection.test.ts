/** Against lists that governments publish, copied by hand. */
import { countries, type HolidayPlace, holidaysOf, languages, regions, states } from '../../../src/tables/holidays/collection';
import { propose } from '../../../src/tables/holidays/proposal';

/** Dates that would be written for public holidays, as `month-day`. */
const written = (place: HolidayPlace, year: number): string[] =>
  propose(holidaysOf(place, [year]), ['public'], null, [])
    .filter(({ state }) => state === 'new')
    .map(({ date }) => date.slice(5));

test('Bavaria 2026', () => {
  // Bayerisches Feiertagsgesetz, Art. 1 (1); Easter Sunday 2026 is 5 April: Good Friday −2, Monday +1,
  // Ascension +39, Whit Monday +50, Corpus Christi +60.
  const everywhere = ['01-01', '01-06', '04-03', '04-06', '05-01', '05-14', '05-25', '06-04', '10-03', '11-01', '12-25', '12-26'];
  expect(written({ country: 'DE', state: 'BY' }, 2026)).toEqual(everywhere);
  // No. 2: the Assumption in municipalities with a Catholic majority; (2): the Peace Festival in the city of Augsburg.
  expect(written({ country: 'DE', state: 'BY', region: 'KATH' }, 2026)).toEqual([...everywhere, '08-15'].sort());
  expect(written({ country: 'DE', state: 'BY', region: 'A' }, 2026)).toEqual([...everywhere, '08-08', '08-15'].sort());
});

test('United States, federal, 2026', () => {
  // US Office of Personnel Management, Federal Holidays 2026. Independence Day is a Saturday: Friday 3 July.
  expect(written({ country: 'US' }, 2026)).toEqual(['01-01', '01-19', '02-16', '05-25', '06-19', '07-03', '09-07', '10-12', '11-11', '11-26', '12-25']);
});

test('England 2026, 2027 and 2028', () => {
  // gov.uk/bank-holidays, England and Wales. Boxing Day 2026 is a Saturday: Monday 28 December.
  expect(written({ country: 'GB', state: 'ENG' }, 2026)).toEqual(['01-01', '04-03', '04-06', '05-04', '05-25', '08-31', '12-25', '12-28']);
  // Christmas Day is a Saturday and Boxing Day a Sunday: Monday and Tuesday.
  expect(written({ country: 'GB', state: 'ENG' }, 2027)).toEqual(['01-01', '03-26', '03-29', '05-03', '05-31', '08-30', '12-27', '12-28']);
  // New Year's Day 2028 is a Saturday: Monday 3 January.
  expect(written({ country: 'GB', state: 'ENG' }, 2028)).toEqual(['01-03', '04-14', '04-17', '05-01', '05-29', '08-28', '12-25', '12-26']);
});

test('a substitute on the other side of New Year', () => {
  // OPM lists New Year's Day 2028, a Saturday, as Friday 31 December 2027.
  expect(written({ country: 'US' }, 2027).slice(-2)).toEqual(['12-24', '12-31']);
  expect(written({ country: 'US' }, 2028)[0]).toBe('01-17');
});

test('Germany 2026 has nine holidays in every state', () => {
  expect(written({ country: 'DE' }, 2026)).toEqual(['01-01', '04-03', '04-06', '05-01', '05-14', '05-25', '10-03', '12-25', '12-26']);
});

test('a holiday of several days is one row for each; what is left of a day is marked', () => {
  // Diyanet, Dinî Günler 2026: Ramazan Bayramı 20–22 March, Kurban Bayramı 27–30 May.
  const turkey = holidaysOf({ country: 'TR' }, [2026], 'en').filter(({ kind, part }) => kind === 'public' && part === null);
  const dates = turkey.map(({ date }) => date.slice(5));
  expect(dates.filter((date) => date.startsWith('03'))).toEqual(['03-20', '03-21', '03-22']);
  expect(dates.filter((date) => date > '05-20' && date < '06-01')).toEqual(['05-27', '05-28', '05-29', '05-30']);
  const austria = holidaysOf({ country: 'AT' }, [2026]).filter(({ part }) => part !== null);
  // Banks close at 14:00 on Christmas Eve and New Year's Eve.
  expect(austria.filter(({ kind }) => kind === 'bank').map(({ date, part }) => [date, part])).toEqual([
    ['2026-12-24', { from: 14 * 3600, until: 86_400 }],
    ['2026-12-31', { from: 14 * 3600, until: 86_400 }],
  ]);
});

test('the day on which the clocks change is a whole day', () => {
  // Easter Sunday 2027 is 28 March, of 23 hours in Europe; Easter Sunday 2026 is 5 April, of 25 hours in Sydney.
  const sundays = [...holidaysOf({ country: 'AL' }, [2027]), ...holidaysOf({ country: 'AU', state: 'NSW' }, [2026])].filter(({ date }) => date === '2027-03-28' || date === '2026-04-05');
  expect(sundays.map(({ date, part }) => [date, part])).toEqual([
    ['2027-03-28', null],
    ['2026-04-05', null],
  ]);
});

test('names in a language of choice; without one, in the place’s own', () => {
  const christmas = (language?: string): string | undefined => holidaysOf({ country: 'DE' }, [2026], language).find(({ date, kind }) => date === '2026-12-25' && kind === 'public')?.name;
  expect([christmas(), christmas('en'), christmas('fr')]).toEqual(['1. Weihnachtstag', 'Christmas Day', 'Noël']);
  expect(languages({ country: 'CH' }).map(({ code }) => code)).toEqual(['de-ch', 'de', 'fr', 'it', 'en']);
});

test('countries, states and regions have English names, sorted by these', () => {
  const all = countries();
  expect(all.length).toBeGreaterThan(200);
  expect(all.find(({ code }) => code === 'GR')).toEqual({ code: 'GR', name: 'Greece' });
  expect(all.map(({ name }) => name)).toEqual(all.map(({ name }) => name).sort((a, b) => a.localeCompare(b, 'en')));
  expect(states('GB').map(({ code }) => code)).toEqual(['ALD', 'ENG', 'NIR', 'SCT', 'WLS']);
  expect(states('SG')).toEqual([]);
  expect(regions('DE', 'BY').map(({ code }) => code)).toEqual(expect.arrayContaining(['A', 'KATH', 'EVANG']));
});
