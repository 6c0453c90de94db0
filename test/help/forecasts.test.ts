/** The figures of the help's forecast: those of the functions, beside what came. */
import { finish } from '../../src/domain/work';
import { loadForecastEngine } from '../../src/domain/demand/forecast/engine';
import { forecastWork } from '../../src/domain/demand/forecast/forecast';
import { FORECASTS_SECTION, PASSENGERS } from '../../src/help/forecasts';
import { renderHelp } from '../../src/help/render';
import { REAL_SERIES } from '../support/real-series';

const { history, year, off } = PASSENGERS;
const sumOff = (said: readonly number[]): number => year.reduce((sum, { came }, index) => sum + Math.abs(came - said[index]!), 0);

test('the forecast from 1956 to 1959 is what the table says', async () => {
  const found = finish(forecastWork(history, { horizon: 12 }, await loadForecastEngine()))!;
  // To the thousand; half a thousand more, as machines may differ in the last digit of a half.
  const near = (value: number) => expect.closeTo(value, -0.3);
  expect(found.points).toEqual(year.map(({ forecast, lower, upper }) => ({ point: near(forecast), lower: near(lower), upper: near(upper) })));
});

test('how far off: by hand', () => {
  // 2 + 2 + 39 + 16 + 11 + 4 + 17 + 3 + 5 + 15 + 1 + 0 and 57 + 49 + 13 + 65 + 52 + 63 + 74 + 47 + 45 + 54 + 28 + 27.
  expect(sumOff(year.map(({ forecast }) => forecast))).toBe(115);
  expect(sumOff(history.slice(36))).toBe(574);
  expect(off).toEqual({ forecast: 115, yearBefore: 574 });
});

test('the passengers are those of the published series', () => {
  expect(REAL_SERIES.AirPassengers.values.slice(-60)).toEqual([...history, ...year.map(({ came }) => came)]);
});

test('the page has the section', () => {
  const page = renderHelp('Help', [FORECASTS_SECTION]);
  expect(page).toContain('<section id="forecasts">');
  expect(page).toContain('off by 115 thousand, the year before by 574 thousand');
});
