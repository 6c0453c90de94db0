import fc from 'fast-check';
import { compensationOf } from '../../../src/domain/agreements/compensation';
import { figureContext } from '../../../src/domain/agreements/context';
import { targetFiguresWork } from '../../../src/domain/agreements/target-figures';
import type { Compensation } from '../../../src/domain/figures';
import type { Records } from '../../../src/domain/records';
import { finish } from '../../../src/domain/work';
import { agreement, at, credit, outage, records, serviceHours, target, uptimeRow } from '../../support/records';
import { runs } from '../../support/runs';

/** What the first agreement of the records, or the one named, pays in the report month. */
function paid(given: Records, name = given.agreements[0]!.agreement): Compensation | null {
  const context = finish(figureContext(given));
  const figures = finish(targetFiguresWork(context));
  const one = given.agreements.find((candidate) => candidate.agreement === name)!;
  return compensationOf(context, one, figures.filter((figure) => figure.agreement === name));
}

const minutesFrom = (start: string, minutes: number) => ({ item: 'ATM', start: at(start), end: at(start) + minutes * 60 });
const sla = (over: Partial<Parameters<typeof agreement>[0]> = {}) => agreement({ agreement: 'SLA', item: 'ATM', units: 10, ...over });

describe('a rebate by the hour', () => {
  const terms = { rebatePerHourPerUnit: 50, units: 4380 };

  it('is paid for the hours beyond the allowance', () => {
    // September: 720 h = 2,592,000 s. 0.1% of it, 2,592 s, may be lost; an hour is. 3,600 − 2,592 = 1,008 s = 0.28 h.
    // 0.28 h × 4,380 PCs × $50 = $61,320.
    const compensation = paid(records({ agreements: [sla(terms)], targets: [target({ agreement: 'SLA' })], outages: [outage(minutesFrom('2026-09-09T09:00Z', 60))] }));
    expect(compensation).toMatchObject({ units: 4380, monthlyFee: null, credit: null, cap: null, due: 61_320, unknown: null });
    expect(compensation!.rebate).toEqual({ perHourPerUnit: 50, units: 4380, monthSeconds: 3600, beyondSeconds: 1008, paidSeconds: 1008, amount: 61_320 });
  });

  it.each([
    // Nothing may be lost, an hour is: the rate itself, half a cent up.
    [1.005, 1, 60, 1.01],
    [1.004, 1, 60, 1],
    // A third of an hour at $10: 3.333…
    [10, 1, 20, 3.33],
    // 100,000 units at $2.25 an hour: a minute is 225,000 ÷ 60.
    [2.25, 100_000, 1, 3750],
    [0.1, 3, 60, 0.3],
  ])('of %d for %d units and %d minutes is %d: rounded to the cent at the end', (rebatePerHourPerUnit, units, minutes, due) => {
    const compensation = paid(records({ agreements: [sla({ rebatePerHourPerUnit, units })], targets: [target({ agreement: 'SLA', target: 1 })], outages: [outage(minutesFrom('2026-09-09T09:00Z', minutes))] }));
    expect(compensation!.due).toBe(due);
  });

  it('is nothing where the target is met, exactly at the limit too', () => {
    const at999 = (seconds: number) => paid(records({ agreements: [sla(terms)], targets: [target({ agreement: 'SLA' })], outages: [outage({ item: 'ATM', start: at('2026-09-09T09:00Z'), end: at('2026-09-09T09:00Z') + seconds })] }))!;
    expect(at999(2592)).toMatchObject({ due: 0, rebate: { monthSeconds: 2592, beyondSeconds: 0, paidSeconds: 0, amount: 0 }, unknown: null });
    // One second beyond: 4,380 × $50 ÷ 3,600 = $60.8333.
    expect(at999(2593).due).toBe(60.83);
  });

  it('of a running year is paid from the moment on which its whole allowance is used up, never before', () => {
    // 2026: 8,760 h, of which 0.1% may be lost: 8.76 h. In August 8 h are lost; the year may still keep its promise.
    // In September 2 h more: 10 − 8.76 = 1.24 h beyond, all in September. $50 × 1 × 1.24 = $62.
    // In October 3 h more: 13 − 8.76 = 4.24 h beyond, of which October's own 3 h are paid: $150. In all 62 + 150 = $212 = 4.24 h.
    const year = (reportMonth: string) =>
      paid(records({
        settings: { reportMonth, asOf: at('2026-12-02T00:00Z') },
        agreements: [sla({ rebatePerHourPerUnit: 50, units: 1 })],
        targets: [target({ agreement: 'SLA', window: { kind: 'Year' } })],
        outages: [outage(minutesFrom('2026-08-05T00:00Z', 480)), outage(minutesFrom('2026-09-05T00:00Z', 120)), outage(minutesFrom('2026-10-05T00:00Z', 180))],
      }))!.due;
    expect([year('2026-08-01'), year('2026-09-01'), year('2026-10-01'), year('2026-11-01')]).toEqual([0, 62, 150, 0]);
  });

  it('pays an hour once, however long it stays in a rolling window', () => {
    // Rolling 3 months of 99.9%: July–September 2,208 h, of which 2.208 h may be lost. September loses 4 h: 1.792 h are paid.
    // August–October also 2,208 h: the same 4 h, none of them in October. Nothing more.
    const rolling = (reportMonth: string) =>
      paid(records({ settings: { reportMonth }, agreements: [sla({ rebatePerHourPerUnit: 100, units: 1 })], targets: [target({ agreement: 'SLA', window: { kind: 'Rolling months', count: 3 } })], outages: [outage(minutesFrom('2026-09-05T00:00Z', 240))] }))!;
    expect(rolling('2026-09-01').due).toBe(179.2);
    expect(rolling('2026-10-01')).toMatchObject({ due: 0, rebate: { monthSeconds: 0, beyondSeconds: 6451.2, paidSeconds: 0 } });
  });

  it('belongs to the first Availability row, whatever stands before it', () => {
    const first = target({ agreement: 'sla ', metric: 'availability', target: 0.99 });
    const compensation = paid(records({
      agreements: [sla(terms)],
      targets: [target({ agreement: 'SLA', metric: 'Breaks', comparator: '<=', target: 0 }), first, target({ agreement: 'SLA', target: 0.9999 })],
      outages: [outage(minutesFrom('2026-09-09T09:00Z', 60))],
    }));
    // 99% allows 7.2 h; only the second row is missed.
    expect(compensation).toMatchObject({ targetRow: { table: 'Targets', row: first.row }, due: 0 });
  });

  it('pays hours by the agreement that was in force in them', () => {
    // 1–15 September under SLA 1 at $10, from the 16th under SLA 2 at $20; both promise 100%. An hour is lost on the 10th, another on the 20th.
    const given = records({
      agreements: [
        agreement({ agreement: 'SLA 1', item: 'ATM', units: 1, rebatePerHourPerUnit: 10, status: 'Retired', endDate: '2026-09-15' }),
        agreement({ agreement: 'SLA 2', item: 'ATM', units: 1, rebatePerHourPerUnit: 20, startDate: '2026-09-16', replaces: 'SLA 1' }),
      ],
      targets: [target({ agreement: 'SLA 1', target: 1 }), target({ agreement: 'SLA 2', target: 1 })],
      outages: [outage(minutesFrom('2026-09-10T00:00Z', 60)), outage(minutesFrom('2026-09-20T00:00Z', 60))],
    });
    expect(paid(given, 'SLA 1')!.due).toBe(10);
    expect(paid(given, 'SLA 2')!.due).toBe(20);
  });

  it('counts service hours and weights, not elapsed time', () => {
    // Mon–Fri 8–18, all promised. Wed 9 September 17:00–19:00 at 50%: 1 h in hours × 50% = 0.5 h × $50 = $25.
    const compensation = paid(records({
      serviceHours: [serviceHours({ calendar: 'Office' })],
      agreements: [sla({ rebatePerHourPerUnit: 50, units: 1, hours: 'Office' })],
      targets: [target({ agreement: 'SLA', target: 1 })],
      outages: [outage({ ...minutesFrom('2026-09-09T17:00Z', 120), impact: 0.5 })],
    }));
    expect(compensation!.due).toBe(25);
  });
});

describe('a credit by the tier', () => {
  const tiers = [credit({ agreement: 'SLA', below: 0.99, credit: 0.1 }), credit({ agreement: 'SLA', below: 0.98, credit: 0.25 }), credit({ agreement: 'SLA', below: 0.95, credit: 0.5 })];
  const given = (minutes: number, over: Partial<Parameters<typeof agreement>[0]> = {}) =>
    records({ agreements: [sla({ units: 38, feePerUnit: 410, feePeriod: 'Month', ...over })], targets: [target({ agreement: 'SLA', target: 0.99 })], credits: tiers, outages: [outage(minutesFrom('2026-09-09T00:00Z', minutes))] });

  it.each([
    // September: 43,200 min. 432 min down: exactly 99%, met. 433: below 99%. 864: exactly 98%, not below it. 865. 2,161: below 95%.
    [432, null, 0],
    [433, 0.1, 1558],
    [864, 0.1, 1558],
    [865, 0.25, 3895],
    [2161, 0.5, 7790],
  ])('%d minutes of 43,200: a share of %s of $15,580, $%d', (minutes, share, due) => {
    // Fee: 38 machines × $410 = $15,580 a month.
    const compensation = paid(given(minutes))!;
    expect(compensation).toMatchObject({ monthlyFee: 15_580, due, unknown: null, rebate: null });
    expect(compensation.credit?.share ?? null).toBe(share);
  });

  it.each([
    ['Month', 15_580],
    ['Quarter', 15_580 / 3],
    ['Year', 15_580 / 12],
  ] as const)('of a fee paid by the %s', (feePeriod, fee) => {
    const compensation = paid(given(433, { feePeriod }))!;
    expect(compensation.monthlyFee).toBeCloseTo(fee, 9);
    expect(compensation.due).toBe(Math.round(fee * 10) / 100);
  });

  it('or a rebate, whichever is larger, up to the cap', () => {
    // 865 min down, 432 allowed: 433 min = 7.21666… h × $2 × 38 = $548.4666…; the credit is $3,895.
    expect(paid(given(865, { rebatePerHourPerUnit: 2 }))).toMatchObject({ rebate: { amount: 548.47 }, credit: { share: 0.25, amount: 3895 }, due: 3895 });
    // At $20: $5,484.67.
    expect(paid(given(865, { rebatePerHourPerUnit: 20 }))).toMatchObject({ rebate: { amount: 5484.67 }, credit: { amount: 3895 }, due: 5484.67 });
    // No more than 30% of $15,580 = $4,674; 20% = $3,116.
    expect(paid(given(865, { rebatePerHourPerUnit: 20, rebateCap: 0.3 }))).toMatchObject({ rebate: { amount: 5484.67 }, cap: 4674, due: 4674 });
    expect(paid(given(865, { rebateCap: 0.2 }))).toMatchObject({ credit: { amount: 3895 }, cap: 3116, due: 3116 });
  });

  it('by no tier where the target is missed but no tier is that high', () => {
    const compensation = paid({ ...given(100), targets: [target({ agreement: 'SLA', target: 0.999 })] });
    expect(compensation).toMatchObject({ credit: null, due: 0, unknown: null });
  });

  it('of a running quarter goes by what the whole quarter can at best still reach', () => {
    // The quarter July–September has 132,480 min; 99% allows 1,324.8. In July (44,640 min) 1,400 min are lost: missed for good.
    // July so far is at 96.86%, below 98%; the quarter can still reach 1 − 1,400 ÷ 132,480 = 98.94%: 10%.
    const quarter = (reportMonth: string) => paid({ ...given(0), settings: { ...records().settings, reportMonth }, targets: [target({ agreement: 'SLA', target: 0.99, window: { kind: 'Quarter' } })], outages: [outage(minutesFrom('2026-07-09T00:00Z', 1400))] })!;
    expect(quarter('2026-07-01')).toMatchObject({ credit: { share: 0.1, paidIn: null }, due: 1558 });
    expect(quarter('2026-09-01')).toMatchObject({ credit: { share: 0.1, amount: 0, paidIn: '2026-07-01' }, due: 0 });
  });

  it('is the other agreement’s in the month in which that replaces this one', () => {
    const two = records({
      agreements: [sla({ agreement: 'SLA 1', feePerUnit: 100, feePeriod: 'Month', status: 'Retired', endDate: '2026-09-15' }), sla({ agreement: 'SLA 2', feePerUnit: 200, feePeriod: 'Month', startDate: '2026-09-16', replaces: 'SLA 1' })],
      targets: [target({ agreement: 'SLA 1', target: 0.999 }), target({ agreement: 'SLA 2', target: 0.999 })],
      credits: ['SLA 1', 'SLA 2'].map((name) => credit({ agreement: name, below: 0.999, credit: 0.1 })),
      outages: [outage(minutesFrom('2026-09-10T00:00Z', 600))],
    });
    expect(paid(two, 'SLA 1')).toMatchObject({ credit: null, due: 0 });
    expect(paid(two, 'SLA 2')).toMatchObject({ credit: { share: 0.1 }, due: 200 });
  });
});

describe('a credit over a rolling window', () => {
  // Rolling 3 months at 99%: up to 92 days = 132,480 min, of which 1% is 1,324.8 min. 1,500 min break it wherever they lie.
  const rolling = (reportMonth: string, outages: Records['outages'], over: Partial<Records> = {}) =>
    paid(records({
      settings: { reportMonth, asOf: at('2026-12-02T00:00Z') },
      agreements: [sla({ units: 1, feePerUnit: 1000, feePeriod: 'Month' })],
      targets: [target({ agreement: 'SLA', target: 0.99, window: { kind: 'Rolling months', count: 3 } })],
      credits: [credit({ agreement: 'SLA', below: 0.99, credit: 0.1 })],
      outages,
      ...over,
    }))!;
  const months = ['2026-05-01', '2026-06-01', '2026-07-01', '2026-08-01', '2026-09-01', '2026-10-01'];
  const told = (outages: Records['outages'], over: Partial<Records> = {}) => months.map((month) => rolling(month, outages, over)).map(({ credit: one, due }) => (one === null ? 'none' : (one.paidIn ?? due)));

  it('is paid once for one outage, and marked while the window still holds it', () => {
    expect(told([outage(minutesFrom('2026-06-10T00:00Z', 1500))])).toEqual(['none', 100, '2026-06-01', '2026-06-01', 'none', 'none']);
  });

  it('is paid for an outage that comes later when the window no longer holds the one that was credited', () => {
    // August's window holds June and August, and June paid its one tier. September's holds August's 1,500 min alone, for which nothing was paid yet.
    expect(told([outage(minutesFrom('2026-06-10T00:00Z', 1500)), outage(minutesFrom('2026-08-10T00:00Z', 1500))])).toEqual(['none', 100, '2026-06-01', '2026-06-01', 100, '2026-09-01']);
  });

  it('is paid once for an outage that goes on into the next month', () => {
    // From 29 June 00:00 to 3 July 00:00: 2,880 min in June, 2,880 in July. September's window, July to September, has July's part only: June did not pay for that.
    expect(told([outage(minutesFrom('2026-06-29T00:00Z', 4 * 1440))])).toEqual(['none', 100, '2026-06-01', '2026-06-01', 100, 'none']);
  });

  const tiers: Partial<Records> = {
    targets: [target({ agreement: 'SLA', target: 0.999, window: { kind: 'Rolling months', count: 3 } })],
    credits: [credit({ agreement: 'SLA', below: 0.999, credit: 0.1 }), credit({ agreement: 'SLA', below: 0.99, credit: 0.5 })],
  };

  it('is not paid again for a minute more', () => {
    // July: 2,880 of 132,480 min, 97.83%: half of 1,000. A minute in August leaves the tier as it is.
    const outages = [outage(minutesFrom('2026-07-10T00:00Z', 2880)), outage(minutesFrom('2026-08-10T00:00Z', 1))];
    expect(rolling('2026-07-01', outages, tiers)).toMatchObject({ due: 500, credit: { share: 0.5, amount: 500, paidIn: null } });
    expect(rolling('2026-08-01', outages, tiers)).toMatchObject({ due: 0, credit: { share: 0.5, amount: 0, paidIn: '2026-07-01' } });
  });

  it('of a worse tier is paid as far as it goes beyond what was credited', () => {
    // July: 200 of 132,480 min, 99.85%: 100. With 2,880 in August 97.68%: 500, of which July paid 100. September adds nothing to 100 + 400.
    // October's window, August to October, shares downtime with August's 400 and none with July's 100: 500 − 400.
    const outages = [outage(minutesFrom('2026-07-10T00:00Z', 200)), outage(minutesFrom('2026-08-10T00:00Z', 2880))];
    const credits = ['2026-07-01', '2026-08-01', '2026-09-01', '2026-10-01'].map((month) => rolling(month, outages, tiers).credit!);
    expect(credits.map(({ amount, paidIn }) => [amount, paidIn])).toEqual([[100, null], [400, '2026-07-01'], [0, '2026-08-01'], [100, '2026-08-01']]);
  });

  it('that a cap cut off is not made up for in the next month', () => {
    // Half of 1,000, of which no more than 300 is paid; August's 500 were credited in July all the same.
    const capped: Partial<Records> = { ...tiers, agreements: [sla({ units: 1, feePerUnit: 1000, feePeriod: 'Month', rebateCap: 0.3 })] };
    const july = [outage(minutesFrom('2026-07-10T00:00Z', 2880))];
    expect(rolling('2026-07-01', july, capped)).toMatchObject({ due: 300, credit: { amount: 500 } });
    expect(rolling('2026-08-01', july, capped)).toMatchObject({ due: 0, credit: { amount: 0, paidIn: '2026-07-01' } });
  });

  it('is paid for downtime that was in no missed window before', () => {
    // 800 min in May keep May's promise; with 800 in July 1,600 break it. In August and September only July's are left.
    expect(told([outage(minutesFrom('2026-05-10T00:00Z', 800)), outage(minutesFrom('2026-07-10T00:00Z', 800))])).toEqual(['none', 'none', 100, 'none', 'none', 'none']);
  });

  it('looks at what the agreement paid that this one replaces', () => {
    const two: Partial<Records> = {
      agreements: [
        sla({ agreement: 'SLA', units: 1, feePerUnit: 1000, feePeriod: 'Month', startDate: '2026-07-01', replaces: 'Old' }),
        sla({ agreement: 'Old', units: 1, feePerUnit: 500, feePeriod: 'Month', status: 'Retired', endDate: '2026-06-30' }),
      ],
    };
    const targets = (old: number) => [target({ agreement: 'SLA', target: 0.99, window: { kind: 'Rolling months', count: 3 } }), target({ agreement: 'Old', target: old })];
    const credits = [credit({ agreement: 'SLA', below: 0.99, credit: 0.1 }), credit({ agreement: 'Old', below: 0.99, credit: 0.2 })];
    const june = [outage(minutesFrom('2026-06-10T00:00Z', 1500))];
    // June: 1,500 of 43,200 min, 96.5%. The old one promised 99% and paid; had it promised 90%, July would be the first to pay.
    expect(rolling('2026-07-01', june, { ...two, targets: targets(0.99), credits })).toMatchObject({ due: 0, credit: { paidIn: '2026-06-01' } });
    expect(rolling('2026-07-01', june, { ...two, targets: targets(0.9), credits })).toMatchObject({ due: 100, credit: { paidIn: null } });
  });

  it('takes an earlier target that cannot be read for one that paid nothing', () => {
    const agreements = [
      sla({ agreement: 'SLA', units: 1, feePerUnit: 1000, feePeriod: 'Month', startDate: '2026-07-01', replaces: 'Old' }),
      sla({ agreement: 'Old', units: 1, feePerUnit: 500, feePeriod: 'Month', status: 'Retired', endDate: '2026-06-30' }),
    ];
    const window = null as unknown as ReturnType<typeof target>['window'];
    const targets = [target({ agreement: 'SLA', target: 0.99, window: { kind: 'Rolling months', count: 3 } }), target({ agreement: 'Old', window, unreadable: ['window'] })];
    const credits = [credit({ agreement: 'SLA', below: 0.99, credit: 0.1 }), credit({ agreement: 'Old', below: 0.99, credit: 0.2 })];
    expect(rolling('2026-07-01', [outage(minutesFrom('2026-06-10T00:00Z', 1500))], { agreements, targets, credits })).toMatchObject({ due: 100, credit: { paidIn: null } });
  });

  it('goes by the rows of Uptime where there are no outages', () => {
    const uptime = months.map((month, index) => uptimeRow({ item: 'ATM', from: at(`${month}T00:00Z`), to: at(`${months[index + 1] ?? '2026-11-01'}T00:00Z`), minutesDown: month === '2026-06-01' ? 1500 : 0 }));
    expect(told([], { uptime })).toEqual(['none', 100, '2026-06-01', '2026-06-01', 'none', 'none']);
  });
});

describe('what cannot be worked out', () => {
  const missed = (over: Partial<Parameters<typeof agreement>[0]>, rest: Partial<Records> = {}) =>
    paid(records({ agreements: [sla({ units: 1, feePerUnit: 100, feePeriod: 'Month', ...over })], targets: [target({ agreement: 'SLA' })], outages: [outage(minutesFrom('2026-09-09T00:00Z', 600))], ...rest }));
  const tier = credit({ agreement: 'SLA', below: 0.999, credit: 0.1 });

  it.each([
    ['Units is blank', { units: null, rebatePerHourPerUnit: 5 }, []],
    ['Units cannot be read', { units: null, rebatePerHourPerUnit: 5, unreadable: ['units'] }, []],
    ['Rebate per hour per unit cannot be read', { unreadable: ['rebatePerHourPerUnit'] }, []],
    ['Fee per unit is blank', { feePerUnit: null }, [tier]],
    ['Units is blank; Fee per unit is blank', { units: null, feePerUnit: null }, [tier]],
    ['Fee period cannot be read', { unreadable: ['feePeriod'] }, [tier]],
    ['Fee per unit is blank', { rebatePerHourPerUnit: 5, feePerUnit: null, rebateCap: 0.5 }, []],
    ['Rebate cap cannot be read', { rebatePerHourPerUnit: 5, unreadable: ['rebateCap'] }, []],
    ['row 7 of Credits cannot be read', {}, [tier, { row: 7, agreement: 'SLA', below: NaN, credit: 0.5, unreadable: ['below'] }]],
  ])('says so: %s', (words, over, credits) => {
    expect(missed(over, { credits })).toMatchObject({ unknown: words, due: NaN, rebate: null, credit: null });
  });

  it('owes nothing where the promise was kept, whatever its terms', () => {
    expect(missed({ units: null, rebatePerHourPerUnit: 5 }, { outages: [] })).toMatchObject({ due: 0, unknown: null, rebate: null });
  });

  it('says that the target cannot be read or measured, or promises the wrong way round', () => {
    const pays = { rebatePerHourPerUnit: 5 };
    expect(missed(pays, { targets: [target({ agreement: 'SLA', target: NaN, unreadable: ['target'] }), target({ agreement: 'SLA' })] })).toMatchObject({ unknown: 'its Availability target cannot be read', due: NaN });
    expect(missed({ ...pays, hours: 'Nights' })).toMatchObject({ unknown: 'availability is not measurable', due: NaN });
    expect(missed(pays, { targets: [target({ agreement: 'SLA', comparator: '<=' })] })).toMatchObject({ unknown: 'its Availability target says <=', due: NaN });
  });

  it('is nothing where there are no terms, no such target, or no agreement in force', () => {
    expect(missed({})).toBeNull();
    expect(missed({ rebatePerHourPerUnit: 5 }, { targets: [target({ agreement: 'SLA', metric: 'Breaks', comparator: '<=', target: 0 })] })).toBeNull();
    expect(missed({ rebatePerHourPerUnit: 5, status: 'Draft' })).toBeNull();
    expect(missed({ rebatePerHourPerUnit: 5, endDate: '2026-08-31' })).toBeNull();
  });

  it('owes nothing for a month in which nothing was promised', () => {
    const closed = serviceHours({ calendar: 'Winter', from: '2026-12-01', until: '2026-12-31' });
    expect(missed({ rebatePerHourPerUnit: 5, hours: 'Winter' }, { serviceHours: [closed] })).toMatchObject({ due: 0, unknown: null, rebate: null });
  });
});

describe('over any run of months', () => {
  const FIRST = at('2025-01-01T00:00Z');
  const HOUR = 3600;
  const monthList = Array.from({ length: 24 }, (_, i) => `${2025 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}-01`);
  const startOf = (index: number): number => Date.UTC(2025, index, 1) / 1000;
  const hoursOfOutage = fc.array(fc.record({ hour: fc.integer({ min: 0, max: 24 * 730 }), length: fc.integer({ min: 1, max: 30 }) }), { maxLength: 12 });

  /*
   * The reference knows hours only. The hours down of a window stand in a row; the first of them, as many
   * as the target allows, are free; of the others those that lie in the month are paid in it.
   */
  it('pays exactly the hours of the month that lie beyond the allowance of its window, none twice', () => {
    fc.assert(
      fc.property(hoursOfOutage, fc.constantFrom(2, 3, 6), fc.constantFrom(0.98, 0.995, 1), (outages, count, share) => {
        const down = [...new Set(outages.flatMap(({ hour, length }) => Array.from({ length }, (_, i) => hour + i)))].filter((hour) => FIRST + hour * HOUR < startOf(24)).sort((a, b) => a - b);
        const given = records({
          settings: { asOf: at('2027-06-01T00:00Z') },
          agreements: [sla({ units: 1, rebatePerHourPerUnit: 1 })],
          targets: [target({ agreement: 'SLA', target: share, window: { kind: 'Rolling months', count } })],
          outages: outages.map(({ hour, length }) => outage({ item: 'ATM', start: FIRST + hour * HOUR, end: FIRST + (hour + length) * HOUR })),
        });
        const times = new Map<number, number>();
        for (const index of [8, 9, 10, 11, 12]) {
          const from = startOf(index - count + 1);
          const to = startOf(index + 1);
          const inside = down.map((hour) => FIRST + hour * HOUR).filter((start) => start >= from && start < to);
          // Hours of the window × (1 − target) are free, a part of an hour too; the hour at the edge is paid in part.
          let free = ((to - from) / HOUR) * Math.round((1 - share) * 1000) / 1000;
          let expected = 0;
          for (const start of inside) {
            const used = Math.min(1, free);
            free -= used;
            if (used < 1 && start >= startOf(index)) {
              expected += 1 - used;
              times.set(start, (times.get(start) ?? 0) + 1);
            }
          }
          const compensation = paid({ ...given, settings: { ...given.settings, reportMonth: monthList[index]! } })!;
          expect(compensation.rebate!.paidSeconds / HOUR).toBeCloseTo(expected, 6);
          expect(compensation.rebate!.paidSeconds).toBeLessThanOrEqual(Math.min(compensation.rebate!.monthSeconds, compensation.rebate!.beyondSeconds));
        }
        expect([...times.values()].every((n) => n === 1)).toBe(true);
      }),
      { numRuns: runs(80), seed: 39 },
    );
  });

  it('pays over a calendar year, in all, what lies beyond the year’s allowance', () => {
    fc.assert(
      fc.property(hoursOfOutage, fc.constantFrom(0.995, 0.999, 1), (outages, share) => {
        const given = records({
          settings: { asOf: at('2027-06-01T00:00Z') },
          agreements: [sla({ units: 1, rebatePerHourPerUnit: 1 })],
          targets: [target({ agreement: 'SLA', target: share, window: { kind: 'Year' } })],
          outages: outages.map(({ hour, length }) => outage({ item: 'ATM', start: FIRST + hour * HOUR, end: FIRST + (hour + length) * HOUR })),
        });
        const down = new Set(outages.flatMap(({ hour, length }) => Array.from({ length }, (_, i) => hour + i)).filter((hour) => hour < 8760)).size;
        const total = monthList.slice(0, 12).reduce((sum, reportMonth) => sum + paid({ ...given, settings: { ...given.settings, reportMonth } })!.rebate!.paidSeconds, 0);
        expect(total / HOUR).toBeCloseTo(Math.max(0, down - 8760 * Math.round((1 - share) * 1000) / 1000), 6);
      }),
      { numRuns: runs(50), seed: 40 },
    );
  });

  /*
   * The reference keeps a ledger: what each month paid, and which days of its window were down. A month
   * owes its tier less what the ledger has for months with a day in common. Outages are whole days; a
   * month's credit falls due when more days are down than the window allows.
   */
  it('credits a rolling window for what its tier adds to the credits of windows with the same downtime', () => {
    const days = fc.array(fc.integer({ min: 0, max: 729 }), { maxLength: 8 });
    fc.assert(
      fc.property(days, fc.constantFrom(2, 3, 4), fc.constantFrom(0.9, 0.98, 1), (daysDown, count, share) => {
        const down = [...new Set(daysDown)].map((day) => FIRST + day * 86_400);
        // A fee of 100: 20 below the promise, 50 where three hundredths more are lost.
        const levels: [number, number][] = [[share, 20], [share - 0.03, 50]];
        const given = records({
          settings: { asOf: at('2027-06-01T00:00Z') },
          agreements: [sla({ units: 1, feePerUnit: 100, feePeriod: 'Month' })],
          targets: [target({ agreement: 'SLA', target: share, window: { kind: 'Rolling months', count } })],
          credits: levels.map(([below, amount]) => credit({ agreement: 'SLA', below, credit: amount / 100 })),
          outages: down.map((start) => outage({ item: 'ATM', start, end: start + 86_400 })),
        });
        const ledger: { month: string; amount: number; days: number[] }[] = [];
        monthList.forEach((reportMonth, index) => {
          const from = Date.UTC(2025, index - count + 1, 1) / 1000;
          const to = startOf(index + 1);
          const inside = down.filter((start) => start >= from && start < to);
          const tier = levels.filter(([below]) => inside.length * 86_400 * 1000 > Math.round((1 - below) * 1000) * (to - from)).at(-1)?.[1];
          const entries = ledger.filter((entry) => entry.days.some((day) => inside.includes(day)));
          const owed = tier === undefined ? 0 : Math.max(0, tier - entries.reduce((sum, { amount }) => sum + amount, 0));
          const { credit: one, due } = paid({ ...given, settings: { ...given.settings, reportMonth } })!;
          expect(one === null ? 'none' : [one.paidIn, due]).toEqual(tier === undefined ? 'none' : [owed < tier ? entries.at(-1)!.month : null, owed]);
          if (owed > 0) ledger.push({ month: reportMonth, amount: owed, days: inside });
        });
      }),
      { numRuns: runs(40), seed: 41 },
    );
  });
});
