import { type CashFlow, netPresentValue, paybackYears, returnOnInvestment } from '../../../src/domain/portfolio/value';
import { recalculate } from '../../../src/workbench/calc/recalculate';
import { ModelWorkbook } from '../../../src/workbench/host/model';

const flow = (cost: number, annualBenefit: number, years: number): CashFlow => ({ cost, annualBenefit, years });

describe('by hand', () => {
  test('benefits at the ends of years', () => {
    // 100 ÷ 1.1 + 100 ÷ 1.21 + 100 ÷ 1.331 = 90.909091 + 82.644628 + 75.131480 = 248.685199
    expect(netPresentValue(flow(200, 100, 3), 0.1)).toBeCloseTo(48.685199, 6);
    expect(returnOnInvestment(flow(200, 100, 3))).toBeCloseTo(0.5, 12);
    expect(paybackYears(flow(200, 100, 3))).toBe(2);
  });

  test('of 2.5 years the half year counts at the end of the third', () => {
    // 90.909091 + 82.644628 + 50 ÷ 1.331 = 37.565740; together 211.119459
    expect(netPresentValue(flow(200, 100, 2.5), 0.1)).toBeCloseTo(11.119459, 6);
    expect(returnOnInvestment(flow(200, 100, 2.5))).toBeCloseTo(0.25, 12);
    expect(paybackYears(flow(240, 100, 2.5))).toBeCloseTo(2.4, 12);
    expect(paybackYears(flow(250, 100, 2.5))).toBe(2.5);
    expect(paybackYears(flow(250.01, 100, 2.5))).toBe('not paid back');
  });

  test('no years, no cost, no rate, negative benefits, and more years than anyone counts', () => {
    expect([netPresentValue(flow(50, 100, 0), 0.1), returnOnInvestment(flow(50, 100, 0)), paybackYears(flow(50, 100, 0))]).toEqual([-50, -1, 'not paid back']);
    expect([returnOnInvestment(flow(0, 100, 2)), paybackYears(flow(0, 100, 2)), paybackYears(flow(0, -5, 2))]).toEqual([null, 0, 0]);
    expect(netPresentValue(flow(50, 100, 2.5), 0)).toBe(200);
    // −20 ÷ 1.25 − 20 ÷ 1.5625 − 100
    expect(netPresentValue(flow(100, -20, 2), 0.25)).toBeCloseTo(-128.8, 9);
    expect([returnOnInvestment(flow(100, -20, 2)), paybackYears(flow(100, -20, 2))]).toEqual([-1.4, 'not paid back']);
    // A perpetuity is worth benefit ÷ rate.
    expect(netPresentValue(flow(0, 100, 1e9), 0.1)).toBeCloseTo(1000, 6);
  });
});

test('NPV, IRR, ROI and payback as the spreadsheet works them out on the same cells', async () => {
  const cases: readonly (readonly [CashFlow, number])[] = [
    [flow(180_000, 140_000, 3), 0.08], [flow(76_800, 95_000, 3), 0.08], [flow(640_000, 310_000, 5), 0.08], [flow(880_000, 260_000, 4), 0.0825],
    [flow(200, 100, 2.5), 0.1], [flow(1000, 333.33, 7.25), 0.031], [flow(350_000, 120_000, 3.9), 0.125], [flow(90_000, 15_000, 3), 0.05], [flow(1000, 1600, 1), 0.5], [flow(500, 501, 0.5), 0.02],
  ];
  const workbook = new ModelWorkbook();
  const sheet = workbook.addSheet('Flows');
  const letters = 'BCDEFGHIJ';
  for (const [place, [{ cost, annualBenefit, years }, rate]] of cases.entries()) {
    const shares = Array.from({ length: Math.ceil(years) }, (_, year) => Math.min(1, years - year));
    const [flows, lengths, sums] = [place * 3, place * 3 + 1, place * 3 + 2];
    const across = (row: number) => `B${row + 1}:${letters[shares.length - 1]!}${row + 1}`;
    // The cost, and the benefit of each year; beneath, how long each year is, and what has come by its end.
    sheet.set(flows, 0, { value: -cost });
    for (const [year, share] of shares.entries()) {
      sheet.set(flows, year + 1, { value: annualBenefit * share });
      sheet.set(lengths, year + 1, { value: share });
      sheet.set(sums, year + 1, { formula: `=SUM($B${flows + 1}:${letters[year]!}${flows + 1})` });
    }
    const outlay = `A${flows + 1}`;
    const isUnpaid = `(${across(sums)}<-${outlay})`;
    sheet.set(flows, 11, { formula: `=NPV(${rate},${across(flows)})+${outlay}` });
    sheet.set(flows, 12, { formula: `=IRR(${outlay}:${letters[shares.length - 1]!}${flows + 1})` });
    sheet.set(flows, 13, { formula: `=(SUM(${across(flows)})+${outlay})/-${outlay}` });
    // The years at whose end something is still unpaid, and of the next one the part that the rest takes.
    sheet.set(flows, 14, { formula: `=SUMPRODUCT(${isUnpaid}*${across(lengths)})` });
    sheet.set(flows, 15, { formula: `=IF(SUM(${across(flows)})<-${outlay},"not paid back",O${flows + 1}+(-${outlay}-SUMPRODUCT(${isUnpaid}*${across(flows)}))/B${flows + 1}*B${lengths + 1})` });
  }
  await recalculate(workbook, () => Promise.reject(new Error('no function of ours')));
  const numbers = cases.map(([project, rate], place) => {
    const [npv, irr, roi, payback] = [11, 12, 13, 15].map((column) => sheet.cell(place * 3, column)!.value) as [number, number, number, number | string];
    expect(netPresentValue(project, rate)).toBeCloseTo(npv, 6);
    // At the internal rate of return the value is nothing.
    expect(netPresentValue(project, irr) / project.cost).toBeCloseTo(0, 6);
    expect(returnOnInvestment(project)).toBeCloseTo(roi, 9);
    const own = paybackYears(project);
    if (typeof own === 'number') expect(own).toBeCloseTo(payback as number, 9);
    else expect(payback).toBe(own);
    return payback;
  });
  // Three years of 15,000 are less than 90,000, half a year of 501 less than 500; all others are paid back.
  expect([numbers.filter((one) => typeof one === 'number').length, numbers.filter((one) => one === 'not paid back').length]).toEqual([8, 2]);
});
