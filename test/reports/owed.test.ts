import { compensationFacts, owedTexts } from '../../src/reports/owed';
import { agreementFigure, compensationOf } from '../support/agreement-figures';
import { figures } from '../support/figures';

const plain = (texts: readonly string[]): string[] => texts.map((text) => text.replaceAll('\u00a0', ' '));
const owing = (agreement: string, due: number, type: 'SLA' | 'OLA' | 'UC' = 'SLA') => agreementFigure(agreement, { type, compensation: compensationOf({ due }) });

describe('owedTexts', () => {
  test('who owes whom, never added across; two names at most', () => {
    const agreements = [owing('SLA ATM', 4050), owing('UC Line', 0.1, 'UC'), owing('UC Gateway', 0.2, 'UC'), owing('UC Power', 0.4, 'UC'), owing('SLA Fax', 0), agreementFigure('SLA Web')];
    expect(plain(owedTexts(figures({ agreements, currency: '$' })))).toEqual(['Owed for October: to customers $4,050 (SLA ATM); by suppliers $0.70 (three agreements)', 'Owed for October: to customers $4,050; by suppliers $0.70']);
  });

  test('what cannot be worked out is owed as well, beside known amounts or alone', () => {
    const lacking = (agreement: string) => agreementFigure(agreement, { compensation: compensationOf({ due: NaN, unknown: 'Units is blank' }) });
    expect(plain(owedTexts(figures({ agreements: [owing('SLA ATM', 4050), lacking('SLA Desktop')], currency: '$' })))).toEqual([
      'Owed for October: to customers $4,050 (SLA ATM), plus an amount that cannot be worked out (SLA Desktop, Units is blank)',
      'Owed for October: to customers $4,050, plus an amount that cannot be worked out (SLA Desktop, Units is blank)',
      'Owed for October: to customers $4,050, plus an amount that cannot be worked out',
    ]);
    expect(owedTexts(figures({ agreements: [lacking('SLA Desktop')] }))[0]).toBe('Owed for October: an amount that cannot be worked out (SLA Desktop, Units is blank)');
    expect(owedTexts(figures({ agreements: ['A', 'B', 'C'].map(lacking) }))[0]).toBe('Owed for October: three amounts that cannot be worked out');
  });

  test('nothing due, nothing said', () => {
    expect(owedTexts(figures({ agreements: [owing('SLA Fax', 0)] }))).toEqual([]);
  });
});

describe('compensationFacts', () => {
  const facts = (over: Parameters<typeof compensationOf>[0]) => plain(compensationFacts(compensationOf(over), '$', '2026-10-01'));

  test('a rebate, hour by hour, and its limit', () => {
    // 1.3 h × 10 units × $50 = $650, of which $500 are paid at most.
    const rebate = { perHourPerUnit: 50, units: 10, monthSeconds: 4680, beyondSeconds: 9000, paidSeconds: 4680, amount: 650 };
    expect(facts({ rebate, due: 500, cap: 500 })).toEqual(['owed for October: $500', 'rebate $650: $50 an hour × 10 units × 4,680 s ÷ 3,600', 'no more than $500']);
  });

  test('a reader who multiplies gets the amount', () => {
    // 4,800 × 4,380 × 50 ÷ 3,600 = 292,000; in hours of four decimals, 1.3333, it would be 291,992.70.
    const rebate = { perHourPerUnit: 50, units: 4380, monthSeconds: 4800, beyondSeconds: 4800, paidSeconds: 4800, amount: 292_000 };
    expect(facts({ rebate, due: 292_000 })).toContain('rebate $292,000: $50 an hour × 4,380 units × 4,800 s ÷ 3,600');
    // A quarter of the service for 4,801 s: 1,200.25 × 0.0125 × 2,000.125 ÷ 3,600 = 8.3355…
    expect(facts({ rebate: { ...rebate, perHourPerUnit: 0.0125, units: 2000.125, paidSeconds: 1200.25, amount: 8.34 }, due: 8.34 })).toContain('rebate $8.34: $0.0125 an hour × 2,000.125 units × 1,200.25 s ÷ 3,600');
  });

  test('a credit, and one that was paid before', () => {
    expect(facts({ credit: { below: 0.995, share: 0.1, amount: 16_200, paidIn: null }, due: 16_200 })).toEqual(['owed for October: $16,200', 'credit $16,200: 10% of the month’s fee, below 99.5%']);
    expect(facts({ credit: { below: 0.995, share: 0.1, amount: 0, paidIn: '2026-09-01' } })).toEqual(['owed for October: nothing', 'credit paid for September 2026 already']);
  // 50% of a fee of $1,000, of which September paid $100.
  expect(facts({ credit: { below: 0.99, share: 0.5, amount: 400, paidIn: '2026-09-01' }, due: 400 })).toEqual(['owed for October: $400', 'credit $400: 50% of the month’s fee, below 99%, less what was credited up to September 2026']);
  });

  test('what is not known says what is missing, never 0', () => {
    expect(facts({ unknown: 'Units is blank' })).toEqual(['rebate and credit for October not known: Units is blank']);
  });
});
