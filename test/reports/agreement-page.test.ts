import { computeFigures } from '../../src/domain/compute';
import type { AgreementFigure, TargetFigure } from '../../src/domain/figures';
import { agreementPage } from '../../src/reports/agreement-page';
import type { ReportInput } from '../../src/reports/input';
import type { SheetModel } from '../../src/reports/sheet';
import { readRecords } from '../../src/tables/read';
import { sampleWorkbook } from '../sample/sample-workbook';
import { agreementFigure, chainFigure, chainFinding, chainLink, compensationOf } from '../support/agreement-figures';
import { figures, months, targetFigure } from '../support/figures';
import { agreementOf, ask, availabilityOf, outageOf, tiny } from '../support/organisations';
import { improvementRow } from '../support/performance';
import { at } from '../support/records';
import { cellAt, rowOf, texts, valuesOf } from '../support/sheets';

const SECONDS = 8;
const MINUTES = 9;
const AMOUNT = 10;

interface Given extends Partial<Omit<ReportInput, 'figures'>> {
  readonly targets?: readonly TargetFigure[];
  readonly figures?: Partial<ReportInput['figures']>;
}

function page(agreement: AgreementFigure, { targets = [], figures: over = {}, ...rest }: Given = {}): SheetModel {
  return agreementPage(agreement, { records: tiny().records, problems: [], dateSystem: 1900, ...rest, figures: figures({ targets, agreements: [agreement], ...over }) });
}

/** Column of numbers from one row to another, both included; blank cells left out. */
function numbers(sheet: SheetModel, column: number, from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, row) => cellAt(sheet, from + row, column)?.value).filter((value): value is number => typeof value === 'number');
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

test('one sheet per agreement, under a name that Excel takes', () => {
  expect(page(agreementFigure('SLA E-mail'))).toMatchObject({ kind: 'agreement', subject: 'SLA E-mail', name: 'SLA E-mail' });
  // Sheet names hold 31 UTF-16 units; 𝄞 takes two and is not cut in half.
  expect(page(agreementFigure(`${'x'.repeat(30)}𝄞`)).name).toBe('x'.repeat(30));
});

describe('the sentence and what stands under it', () => {
  const sla = agreementFigure('Card SLA');
  const kept = availabilityOf('A', 0.999, 0, { agreement: 'Card SLA' });
  // 60 min of 44,640: 99.8655…%, rounded down.
  const missed = availabilityOf('A', 0.999, 60, { agreement: 'card  sla' });

  test.each<[string, TargetFigure[], string]>([
    ['all kept', [kept, kept, kept], 'All three promises were kept in October.'],
    ['the only one kept', [kept], 'Its only promise was kept in October: availability 100% (≥ 99.9%).'],
    ['one broken; a name is a name in any case', [kept, missed], '1 of 2 promises was broken in October: availability 99.86% (≥ 99.9%).'],
    ['the only one broken', [missed], 'Its only promise was broken in October: availability 99.86% (≥ 99.9%).'],
    ['both kept', [kept, kept], 'Both promises were kept in October.'],
    ['both broken', [missed, missed], 'Both promises were broken in October: availability 99.86% (≥ 99.9%) and availability 99.86% (≥ 99.9%).'],
    ['none measurable', [{ ...kept, status: 'Not measurable', actual: null }], 'Its only promise could not be measured in October.'],
    ['some measurable', [kept, kept, { ...kept, status: 'Not measurable', actual: null }], 'Both promises that could be measured were kept in October.'],
    ['without a target', [], 'In force, without a target: nothing is judged.'],
  ])('%s', (_, targets, sentence) => {
    expect(texts(page(sla, { targets }))).toContain(sentence);
  });

  test('while the month runs, so far', () => {
    expect(texts(page(sla, { targets: [kept, kept], figures: { asOf: at('2026-10-20T08:00:00Z') } }))).toContain('Both promises were kept so far in October.');
  });

  test('a promise that cannot be read is never passed over', () => {
    const unread = { ...sla, status: 'Not measurable' as const, unreadableTargets: [{ table: 'Targets', row: 51, fields: ['target'] }] };
    const said = texts(page(unread, { targets: [kept] }));
    expect(said).toEqual(expect.arrayContaining(['The only promise that could be measured was kept in October: availability 100% (≥ 99.9%).', '1 promise cannot be read.', '○ Not measurable', '1 promise cannot be read: Targets row 51, Target']));
    const alone = texts(page(unread));
    expect(alone).toEqual(expect.arrayContaining(['Its only promise could not be measured in October.', '1 promise cannot be read: Targets row 51, Target']));
    expect(alone).not.toContain('This agreement has no target that is judged this month.');
  });

  test('more broken ones than there is room for are counted', () => {
    const many = Array.from({ length: 9 }, (_, index) => targetFigure({ agreement: 'Card SLA', metric: `A business metric with a long name ${index}`, status: 'Missed', actual: 0.5, budget: null }));
    expect(texts(page(sla, { targets: many })).find((text) => text.startsWith('9 of 9 promises were broken in October: '))).toMatch(/ and eight more\.$/);
  });

  test('a draft promises nothing', () => {
    expect(texts(page(agreementFigure('Idea', { state: 'Draft' })))).toEqual(expect.arrayContaining(['A draft: nothing is promised yet.', 'This agreement has no target that is judged this month.']));
  });

  test('at risk, heading for a miss, owed, due for review, ending', () => {
    const atRisk = availabilityOf('A', 0.999, 30, { agreement: 'Card SLA', status: 'At risk', forecast: { actual: 0.99, verdict: 'Missed', exhausted: at('2026-11-24T10:00:00Z') } });
    const agreement = agreementFigure('Card SLA', { review: 'Overdue', reviewDue: '2026-10-01', endDate: '2026-12-31', expiresSoon: true, compensation: compensationOf({ due: 4050 }) });
    const line = texts(page(agreement, { targets: [atRisk], figures: { currency: '$' } })).find((text) => text.startsWith('At risk'));
    // The last sentence has no room, so it is dropped whole.
    expect(line).toBe('At risk: availability. $4,050 is due. Its review was due on 1 October 2026. It ends on 31 December 2026, and no successor is agreed.');
    const undated = { ...agreement, review: 'Never reviewed' as const, reviewDue: null };
    expect(texts(page(undated, { targets: [atRisk], figures: { currency: '$' } })).find((text) => text.startsWith('At risk'))).toMatch(/^At risk: availability\. \$4,050 is due\. It was never reviewed\. It ends on 31 December 2026/);
    const inTime = { ...agreement, review: 'Reviewed' as const, expiresSoon: false };
    expect(texts(page(inTime, { targets: [atRisk], figures: { currency: '$' } }))).toContain('At risk: availability. $4,050 is due. At today’s rate the target for availability will be missed: nothing left on 24 November 2026.');
  });
});

test('the term is that in force: to the eve of what replaces it', () => {
  // 2 to 19 November 2026.
  const agreement = agreementFigure('Card SLA', { endDate: '2027-12-31', lastDate: '2026-11-19', daysLeft: 17, replacedBy: 'Card SLA 2027' });
  expect(texts(page(agreement))).toContain('from 1 January 2025, to 19 November 2026 (17 days left)');
});

test('what was agreed: with whom, how long, by which rules', () => {
  const agreement = agreementFigure('Card SLA', { provider: 'IT department', itOwner: 'Arif Demir', customer: 'Retail', hours: 'Branch hours', rule: 'Forgiven', replaces: 'Card SLA 2024', endDate: '2026-12-31', daysLeft: 59 });
  const record = agreementOf('card sla', { maintenance: 'Card window', noticeDays: 5, ignoreUnderMinutes: 2, breakLevel: 0.5, units: 1, feePerUnit: 1500, feePeriod: 'Month', rebatePerHourPerUnit: 50, rebateCap: 0.5 });
  const said = texts(page(agreement, { records: { ...tiny().records, agreements: [record] }, figures: { currency: '$' } }));
  for (const text of [
    'Retail', 'IT department', 'Arif Demir', 'no owner yet', 'from 1 January 2025, to 31 December 2026 (59 days left)', 'Card SLA 2024', '1 June 2026; next due 1 June 2027', 'Branch hours', 'Card window',
    'stays in agreed time, never downtime', 'notice of 5 days; outages of 2 min or more count; a break from 50% lost',
    '$1,500 per unit and month, 1 unit; rebate $50 per hour and unit; at most 50% of the month’s fee',
  ]) expect(said).toContain(text);
});

describe('the rows that a figure is made of add up to it, to the second', () => {
  const planned = [{ kind: 'Maintenance' as const, start: at('2026-10-04T16:00:00Z'), end: at('2026-10-04T18:00:00Z'), seconds: 7200, row: { table: 'Maintenance', row: 3 }, notified: null, cause: null }];
  const outages = [outageOf('A', '2026-10-05T00:00:00Z', 30, 'disk', 7), { ...outageOf('B', '2026-10-06T00:00:00Z', 20, null, 8), impact: 0.5, countedSeconds: 600 }];
  const one = availabilityOf('A', 0.999, 0, { agreement: 'Card SLA', serviceDays: [{ days: 31, secondsEach: 86_400 }], planned, plannedSeconds: 7200, agreedSeconds: 31 * 86_400 - 7200, downtimeSeconds: 2400, outages });

  test('service days, planned time, agreed time; outages, downtime', () => {
    const sheet = page(agreementFigure('Card SLA'), { targets: [one] });
    const [agreed, downtime] = [rowOf(sheet, 'Agreed time in all'), rowOf(sheet, 'Downtime in all')];
    const first = rowOf(sheet, /^Service hours: 31 days/);
    expect(sum(numbers(sheet, SECONDS, first, agreed - 1))).toBe(cellAt(sheet, agreed, SECONDS)?.value);
    expect(cellAt(sheet, agreed, MINUTES)?.value).toBe((31 * 86_400 - 7200) / 60);
    expect(numbers(sheet, SECONDS, agreed + 1, downtime)).toEqual([1800, 600, 2400]);
  });

  test('targets that are made of the same rows list them once', () => {
    const longest = { ...one, metric: 'Longest outage minutes', comparator: '<=' as const, target: 60, actual: 30, budget: null };
    const sheet = page(agreementFigure('Card SLA'), { targets: [one, longest] });
    expect(texts(sheet).filter((text) => text === 'Downtime in all')).toHaveLength(1);
    expect(texts(sheet)).toContain('Agreed time and outages: the rows under “Availability, 24×7”, above');
    const other = page(agreementFigure('Card SLA'), { targets: [one, { ...longest, downtimeSeconds: 1800, outages: outages.slice(0, 1) }] });
    expect(texts(other).filter((text) => text === 'Downtime in all')).toHaveLength(2);
  });

  test('every page of the sample, re-added from its cells', async () => {
    const { records } = readRecords(sampleWorkbook(), at('2026-11-02T16:00:00Z'));
    const all = await computeFigures(records, []);
    let added = 0;
    for (const agreement of all.agreements.filter(({ state }) => state === 'In force')) {
      const sheet = agreementPage(agreement, { figures: all, records, problems: [], dateSystem: 1900 });
      let seconds: number[] = [];
      let minutes: number[] = [];
      for (const { cells } of sheet.rows.slice(rowOf(sheet, 'What the figures are made of'))) {
        const value = (column: number) => cells.find((cell) => cell.column === column)?.value;
        const text = cells.find(({ column }) => column === 3)?.value;
        if (text === 'Agreed time in all' || text === 'Downtime in all') {
          expect([agreement.agreement, text, Math.round(sum(seconds) * 1e6)]).toEqual([agreement.agreement, text, Math.round(Number(value(SECONDS)) * 1e6)]);
          expect(sum(minutes)).toBeCloseTo(Number(value(MINUTES)), 6);
          [seconds, minutes] = [[], []];
          added++;
        } else if (cells.some(({ column, value: status }) => column === 1 && /^[✕▲◊✓○]/u.test(String(status)))) [seconds, minutes] = [[], []];
        else if (typeof value(SECONDS) === 'number') {
          seconds.push(Number(value(SECONDS)));
          minutes.push(Number(value(MINUTES)));
        }
      }
    }
    // 26 agreements are in force; nearly each has a target that outages decide, with its agreed time at least.
    expect(added).toBeGreaterThan(30);
  });
});

describe('twelve months', () => {
  const values = months('.....x......').map((month, index) => ({ ...month, actual: index === 5 ? 0.9962 : 0.9999 }));
  const sheet = page(agreementFigure('Card SLA'), { targets: [targetFigure({ agreement: 'Card SLA', metric: 'Resolved within', target: 0.9, months: values }), targetFigure({ agreement: 'Card SLA', months: values })] });
  const [chart] = sheet.charts;

  test('availability first: the line, the target dashed, broken months square, numbers beside it', () => {
    expect(sheet.charts).toHaveLength(1);
    expect(chart?.series.map(({ name, dashed, marker }) => [name, dashed ?? false, marker])).toEqual([['Target', true, 'None'], ['Figure', false, 'Circle'], ['Broken', false, 'Square']]);
    const [target, line, broken] = (chart?.series ?? []).map(({ values: { row, column, rows } }) => Array.from({ length: rows }, (_, index) => cellAt(sheet, row + index, column)?.value));
    expect(target).toEqual(Array(12).fill(0.999));
    expect(line).toEqual([...Array<number>(5).fill(0.9999), 0.9962, ...Array<number>(6).fill(0.9999)]);
    expect(broken?.map((value) => value ?? null)).toEqual([...Array<null>(5).fill(null), 0.9962, ...Array<null>(6).fill(null)]);
    expect(chart?.description).toContain('Apr ’26 99.62%');
  });

  test('the axis does not begin at 0 and says so', () => {
    // 0.38 points deep in four steps of at most 0.1: from 99.6%, and a little air.
    expect(chart?.valueAxis).toMatchObject({ minimum: 0.996, maximum: 1, majorUnit: 0.001, numberFormat: '0.0%' });
    expect(texts(sheet)).toContain('Availability, 24×7, by calendar month; axis 99.6–100%; dashed: target ≥ 99.9%');
  });

  test('minutes begin at 0', () => {
    const longest = targetFigure({ agreement: 'Card SLA', metric: 'Longest outage minutes', comparator: '<=', target: 60, actual: 12, months: months('............').map((month, index) => ({ ...month, actual: index * 5 })) });
    // The target of 60 is the peak; a quarter of it is 15, the step above 20.
    expect(page(agreementFigure('Card SLA'), { targets: [longest] }).charts[0]?.valueAxis).toMatchObject({ minimum: 0, maximum: 80, majorUnit: 20 });
  });

  test('fewer than two months: no empty chart', () => {
    const empty = page(agreementFigure('Card SLA'), { targets: [targetFigure({ agreement: 'Card SLA', months: months('           .') })] });
    expect(empty.charts).toEqual([]);
    expect(texts(empty)).toContain('Fewer than two of the last 12 months could be measured: there is no line to draw.');
  });
});

describe('rebate and credit', () => {
  const record = agreementOf('PC SLA', { units: 10, feePerUnit: 720, feePeriod: 'Year', rebateCap: 0.5 });
  const records = { ...tiny().records, agreements: [record] };
  // 10 × $720 ÷ 12 = $600; half of it $300. 1.5 h × $50 × 10 = $750; 10% of $600 = $60. The larger, $750, is above the limit.
  const compensation = compensationOf({
    monthlyFee: 600, cap: 300, due: 300,
    rebate: { perHourPerUnit: 50, units: 10, monthSeconds: 7200, beyondSeconds: 5400, paidSeconds: 5400, amount: 750 },
    credit: { below: 0.99, share: 0.1, amount: 60, paidIn: null },
  });
  const of = (over: Partial<typeof compensation>) => page(agreementFigure('PC SLA', { compensation: { ...compensation, ...over } }), { records, figures: { currency: '$' } });

  test('line by line, in the workbook’s currency', () => {
    const sheet = of({});
    const first = rowOf(sheet, 'Fee of the month');
    expect(Array.from({ length: 8 }, (_, row) => valuesOf(sheet, first + row))).toEqual([
      ['Fee of the month', '10 units × $720 ÷ 12 months', 600],
      ['Downtime, month', 'of the report month', 7200, 120],
      ['Downtime, beyond', 'of the target’s window, beyond what its period allows', 5400, 90],
      ['Hours paid', '1.5 h: the smaller of the two; each hour is paid once, however long the window', 5400, 90],
      ['Rebate', '$50 an hour × 10 units × 5,400 s ÷ 3,600', 750],
      ['Credit', '10% of the fee, for availability below 99%', 60],
      ['Limit', 'at most 50% of the fee', 300],
      ['Due', 'the larger of rebate and credit, no more than the limit', 300],
    ]);
    expect(cellAt(sheet, first, AMOUNT)?.style?.numberFormat).toBe('"$"#,##0.00;−"$"#,##0.00');
  });

  test('seconds and minutes keep the decimals that it takes to add up and multiply', () => {
    // 75 × 64 × 2,755.2 ÷ 3,600 = 3,673.60; 2,755.2 s are 45.92 min, or 0.76533… h. 5,000 s are 83.33333… min.
    const sheet = of({ rebate: { perHourPerUnit: 75, units: 64, monthSeconds: 5000, beyondSeconds: 2755.2, paidSeconds: 2755.2, amount: 3673.6 }, cap: null, due: 3673.6 });
    const formats = (label: string) => sheet.rows[rowOf(sheet, label)]?.cells.flatMap(({ value, style }) => (typeof value === 'number' ? [[value, style?.numberFormat]] : []));
    expect(formats('Downtime, month')).toEqual([[5000, '#,##0'], [5000 / 60, '#,##0.0000']]);
    expect(formats('Hours paid')).toEqual([[2755.2, '#,##0.0'], [2755.2 / 60, '#,##0.00']]);
    expect(valuesOf(sheet, rowOf(sheet, 'Hours paid'))[1]).toBe('0.7653 h: the smaller of the two; each hour is paid once, however long the window');
    expect(valuesOf(sheet, rowOf(sheet, 'Rebate'))).toEqual(['Rebate', '$75 an hour × 64 units × 2,755.2 s ÷ 3,600', 3673.6]);
  });

  test('a credit paid before; nothing due; what cannot be worked out', () => {
    expect(texts(of({ credit: { below: 0.99, share: 0.1, amount: 0, paidIn: '2026-09-01' } }))).toContain('the same downtime was credited in September 2026: not paid again');
    expect(texts(of({ credit: { below: 0.99, share: 0.5, amount: 400, paidIn: '2026-09-01' } }))).toContain('50% of the fee (below 99%) less what was credited up to September 2026');
    const nothing = of({ rebate: null, credit: null, due: 0 });
    expect(valuesOf(nothing, rowOf(nothing, 'Due'))).toEqual(['Due', 'nothing', 0]);
    const unknown = of({ rebate: null, credit: null, monthlyFee: null, due: NaN, unknown: 'Units is blank' });
    expect(texts(unknown)).toEqual(expect.arrayContaining(['What is due cannot be worked out: Units is blank.', 'Cannot be worked out: Units is blank.']));
    expect(texts(unknown)).not.toContain('Due');
  });

  test('agreements without such terms say nothing of it', () => {
    expect(texts(page(agreementFigure('PC SLA'))).some((text) => text.startsWith('Rebate and credit'))).toBe(false);
  });
});

describe('what it stands on', () => {
  const hours = chainFinding({ check: 'Hours', item: 'Host', agreement: 'OLA Host', found: 'covers 5 h a week less than promised', expected: 'the hours of the SLA' });

  test('an SLA: whether it holds, and the findings', () => {
    const chain = chainFigure('A', { agreement: 'Card SLA', expected: 0.998, worstCase: 0.997, supported: false, weakest: { item: 'Host', agreement: 'OLA Host', availability: 0.998, needed: 0.9995 }, links: [chainLink('Host', { findings: [hours] })] });
    const said = texts(page(agreementFigure('Card SLA'), { figures: { chains: [chain] } }));
    expect(said).toContain('✕ Cannot be promised');
    expect(said.join(' ')).toContain('Weakest link: Host (OLA Host), 99.8%; it alone would have to promise 99.95%.');
    expect(said).toContain('Host: Hours: covers 5 h a week less than promised. Expected: the hours of the SLA.');
  });

  test('more findings than eight are counted, with the sheet that has them all', () => {
    const findings = Array.from({ length: 11 }, (_, index) => chainFinding({ item: `Host ${index}` }));
    const said = texts(page(agreementFigure('Card SLA'), { figures: { chains: [chainFigure('A', { agreement: 'Card SLA', links: [chainLink('Host', { findings })] })] } }));
    expect(said.filter((text) => /^Host \d+: Cover/.test(text))).toHaveLength(8);
    expect(said).toContain('3 more findings: sheet “Agreement chain”');
  });

  test('an OLA: which SLAs stand on it, and what of that is its own fault', () => {
    const chains = ['A', 'B'].map((item) => chainFigure(item, { links: [chainLink('Host', { findings: [hours, chainFinding({ agreement: 'OLA Other', item: 'Other' })] })] }));
    const said = texts(page(agreementFigure('OLA Host', { type: 'OLA' }), { figures: { chains } }));
    expect(said).toContain('SLA A · SLA B');
    expect(said.filter((text) => text.startsWith('Host: Hours'))).toHaveLength(1);
    expect(said.some((text) => text.startsWith('Other:'))).toBe(false);
  });
});

test('improvements of this agreement, open ones first, and remarks up to the report month', () => {
  const records = {
    ...tiny().records,
    improvements: [
      improvementRow({ row: 2, improvement: 'Finished', metric: null, agreement: 'Card SLA', status: 'Done', action: 'was done', owner: 'Kim' }),
      improvementRow({ row: 3, improvement: 'Under way', metric: null, agreement: 'card sla', status: 'Open', owner: null, action: null, dueDate: '2026-11-30' }),
      improvementRow({ row: 4, improvement: 'Of another', metric: null, agreement: 'Other SLA' }),
    ],
    remarks: [
      ask('Renew the contract.', { about: 'CARD SLA', month: '2026-10-15', author: 'Arif', owner: null }),
      ask('Of next month.', { about: 'Card SLA', month: '2026-11-01' }),
      ask('Of the first page.'),
      ask('About the service.', { about: 'Card Payments', kind: 'Remark', month: '2026-09-01', owner: null, dueDate: null }),
    ],
  };
  const sheet = page(agreementFigure('Card SLA'), { records });
  expect(rowOf(sheet, 'Under way')).toBeLessThan(rowOf(sheet, 'Finished'));
  // 30 November 2026 is serial 46356.
  expect(valuesOf(sheet, rowOf(sheet, 'Under way'))).toEqual(['Open', 'Under way', 'no action yet', 'no owner yet', 46356]);
  expect(valuesOf(sheet, rowOf(sheet, 'Renew the contract.')).slice(0, 4)).toEqual(['Oct 2026', 'Asked, Arif', 'Renew the contract.', 'no owner yet']);
  expect(rowOf(sheet, 'Renew the contract.')).toBeLessThan(rowOf(sheet, 'About the service.'));
  for (const absent of ['Of another', 'Of next month.', 'Of the first page.']) expect(texts(sheet)).not.toContain(absent);
});

test('name and sentence stay in view and are printed on every page', () => {
  const sheet = page(agreementFigure('Card SLA', { review: 'Overdue' }));
  expect(sheet.freezeRows).toBe(3);
  expect(sheet.print).toMatchObject({ orientation: 'Landscape', pagesWide: 1, pagesTall: null, titleRows: { from: 0, to: 2 } });
});

test('text from cells stays text', () => {
  const sheet = page(agreementFigure('=1+1', { provider: '@SUM(A1)' }));
  expect(sheet.rows.flatMap(({ cells }) => cells.filter(({ formula }) => formula !== undefined))).toEqual([]);
  expect(texts(sheet)).toContain('@SUM(A1)');
});
