/** The sample's agreement chains, as the tables of agreements and of the map have them by hand. */
import { chainFigures } from '../../src/domain/agreements/chain/chain-figures';
import { readRecords } from '../../src/tables/read';
import { sampleWorkbook } from './sample-workbook';

const chains = chainFigures(readRecords(sampleWorkbook(), Date.UTC(2030, 0, 1) / 1000).records);
const chainOf = (agreement: string) => chains.find((chain) => chain.agreement === agreement)!;

test('every SLA in force in October 2026 has one', () => {
  expect(chains.map(({ agreement }) => agreement)).toEqual(['Desktop Computing', 'E-mail', 'Card Payments', 'Branch Teller', 'Online Banking', 'ATM Network', 'ATM Network, Adventure Works', 'Loan Origination', 'Treasury Settlement', 'Contact Center'].map((name) => `SLA ${name}`));
});

test('E-mail: three OLAs of 99.9% each, and all they stand on inside them', () => {
  // 0.999³ = 0.997002999, at worst 1 − 3 × 0.001: just the 99.7% promised.
  const { expected, worstCase, supported, expectedIs } = chainOf('SLA E-mail');
  expect(expected).toBeCloseTo(0.999 ** 3, 12);
  expect(worstCase).toBeCloseTo(0.997, 12);
  expect([supported, expectedIs]).toEqual([true, 'exact']);
});

test('Card Payments: 99.95% on a gateway of 99.95% and Core Banking of 99.95% cannot be promised', () => {
  const { expected, worstCase, supported, weakest } = chainOf('SLA Card Payments');
  // Core Banking comes to its hosting (0.9995) and one of two databases (0.9995 each); one of two switches of 0.999.
  expect(expected).toBeCloseTo(0.9995 * 0.9995 * (1 - 0.0005 ** 2) * (1 - 0.001 ** 2), 12);
  expect(worstCase).toBeCloseTo(1 - 0.0005 - 0.0005 - 0.001, 12);
  expect([supported, weakest!.needed]).toEqual([false, null]);
});

test('Online Banking: internet access of 99.8% is what keeps 99.9% out of reach', () => {
  const { supported, weakest, unknown } = chainOf('SLA Online Banking');
  expect([supported, weakest!.item, weakest!.agreement, unknown]).toEqual([false, 'Internet access', 'UC Internet access', ['Online banking application']]);
  // All else: certificates 0.9999, Core Banking as above, two of three web servers of 0.997 (1 − 3 × 0.003² × 0.997 − 0.003³).
  const others = 0.9999 * 0.9995 * (1 - 0.0005 ** 2) * (1 - 3 * 0.003 ** 2 * 0.997 - 0.003 ** 3);
  expect(weakest!.needed).toBeCloseTo(0.999 / others, 12);
});

test('Desktop Computing: two suppliers are closed on the Saturdays of the tax season', () => {
  // Support is open on Saturdays from 9:00 to 14:00 from 7 to 21 April: the 10th and the 17th of 2027, 10 h in 365 days.
  for (const item of ['Hardware maintenance', 'LOB software support']) {
    const link = chainOf('SLA Desktop Computing').links.find((one) => one.item === item)!;
    expect(link.uncoveredSecondsPerWeek).toBeCloseTo((10 * 3600 * 7) / 365, 9);
    expect(link.uncovered).toEqual([{ from: '2027-04-10', until: '2027-04-17', days: [6], start: 9 * 3600, end: 14 * 3600 }]);
  }
});
