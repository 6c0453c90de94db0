/** What downtime cost, and what it was paid for, worked out by hand from the sample's rows. All times are Pacific. */
import { compensationOf } from '../../src/domain/agreements/compensation';
import { figureContext } from '../../src/domain/agreements/context';
import { targetFigures } from '../../src/domain/agreements/target-figures';
import { downtimeCostWork } from '../../src/domain/alignment/downtime-cost';
import type { DowntimeCost } from '../../src/domain/figures';
import { finish } from '../../src/domain/work';
import { readRecords } from '../../src/tables/read';
import { sampleWorkbook } from './sample-workbook';

const { records } = readRecords(sampleWorkbook(), 0);
const inMonth = (reportMonth: string) => ({ ...records, settings: { ...records.settings, reportMonth } });

describe('the credit that Adventure Works had for September 2025', () => {
  /*
   * 38 cash machines at $410 a month: $15,580. 99% is promised around the clock, and planned work counts.
   * September has 43,200 min; 1% is 432 min.
   *
   *   Fri 12 Sept   lines to the stores cut, 8:10–15:20: 430 min × 100%                430   min
   *   Sun 21 Sept   Server Hosting, planned, 2:00–3:55: Core Banking stands on it      115   min
   *   Tue 23 Sept   a line to a group of machines, 12:45–13:41: 56 min × 10%             5.6 min
   *                                                                                    ---------
   *                                                                                    550.6 min
   *
   * 1 − 550.6 ÷ 43,200 = 98.7254…%: below 99%, not below 98%: 10% of $15,580 = $1,558. At most half the fee, $7,790, is paid.
   */
  it('is $1,558', () => {
    const agreement = records.agreements.find((one) => one.agreement === 'SLA ATM Network, Adventure Works')!;
    const given = inMonth('2025-09-01');
    const figures = targetFigures(given).filter((figure) => figure.agreement === agreement.agreement);
    expect(figures[0]!.availability).toBeCloseTo(1 - 550.6 / 43_200, 12);
    expect(compensationOf(finish(figureContext(given)), agreement, figures)).toMatchObject({ monthlyFee: 15_580, rebate: null, credit: { below: 0.99, share: 0.1, amount: 1558, paidIn: null }, cap: 7790, due: 1558, unknown: null });
  });
});

describe('what downtime cost the bank', () => {
  const costOf = (month: string): DowntimeCost => finish(downtimeCostWork(finish(figureContext(inMonth(month)))))!;
  const byProcess = (cost: DowntimeCost) => Object.fromEntries(cost.processes.map((one) => [one.process, [Math.round(one.downtimeSeconds * 10) / 600, Math.round(one.cost * 100) / 100, one.plannedSeconds / 60, one.plannedCost]]));

  /*
   * October 2026. Minutes lost in each service's own hours × cost per hour ÷ 60:
   *
   *   Card payments     expired certificate, Thu 15th 11:52–12:39                47   min × $186,000 = $145,700
   *   Branch banking    hub and standby, Tue 20th 9:10–10:21                     71   min ×  $42,000 =  $49,700
   *   Online banking    memory leak, Thu 29th 19:40–19:52                        12   min ×  $38,000 =   $7,600
   *                     (web server 3 on the 20th: two others carried on)
   *   Cash supply       Fri 23rd 21:16–21:38: 22 min × 10%                        2.2 min ×   $9,000 =     $330
   *   Lending           Loan Origination, Wed 14th 9:20–9:31                     11   min
   *                     Loan Origination, Thu 22nd 14:00–14:40: 40 min × 60%     24   min
   *                     Document Archive (no agreement yet: around the clock),
   *                       Mon 5th 9:31–10:02 and Fri 30th 13:47–14:06            50   min
   *                                                                              85   min ×  $14,000 =  $19,833.33
   *   Settlement, Customer care                                                   0
   *   Office work       directory, Wed 7th 9:10–12:20: 190 min × 50%, for
   *                       desktop and e-mail at once: counted once               95   min
   *                     print servers, Fri 30th 14:10–17:00: 170 min × 2%         3.4 min
   *                                                                              98.4 min ×  $18,000 =  $29,520
   *                                                                                                  ------------
   *                                                                                                   $252,683.33
   */
  it('in October 2026', () => {
    const cost = costOf('2026-10-01');
    expect(byProcess(cost)).toEqual({
      'Card payments': [47, 145_700, 0, 0],
      'Branch banking': [71, 49_700, 0, 0],
      'Online banking': [12, 7600, 0, 0],
      'Cash supply': [2.2, 330, 0, 0],
      Lending: [85, 19_833.33, 0, 0],
      Settlement: [0, 0, 0, 0],
      'Customer care': [0, 0, 0, 0],
      'Office work': [98.4, 29_520, 0, 0],
    });
    expect(cost.cost).toBeCloseTo(252_683.33, 2);
    expect(cost.plannedCost).toBe(0);
    expect(cost.rowsLeftOut).toEqual([]);
    // E-mail alone: 95 min × $18,000 ÷ 60; with the desktop's $29,520 more than office work cost together.
    expect(cost.services.find(({ service }) => service === 'E-mail')?.cost).toBe(28_500);
    // Alone, neither the hub switch nor its standby stops a branch.
    expect(cost.outages.map(({ item }) => item)).not.toContain('Branch hub switch');
    expect(cost.outages.slice(0, 3).map(({ item, cost: own }) => [item, own])).toEqual([['Card gateway certificates', 145_700], ['Directory', 28_500], ['Online banking application', 7600]]);
  });

  /*
   * August 2026, with announced work: Server Hosting, Sun 16th 1:30–3:00, 90 min, announced 31 July.
   * Cards (5 days' notice) and online banking (7) set it apart; the cash machines' agreement counts it;
   * the archive has no agreement, so it counts; branches and lending are closed.
   *
   *   Card payments     Tue 25th 7:43–7:51                            8   min × $186,000 = $24,800     planned 90 min: $279,000
   *   Branch banking    Sat 8th 12:58–13:05, open until 13:00         2   min ×  $42,000 =  $1,400
   *   Online banking                                                  0                                planned 90 min:  $57,000
   *   Cash supply       90 + 69 × 10% + 47 × 5% + 71 × 15%
   *                       + 44 × 10%                                114.3 min ×   $9,000 = $17,145
   *   Lending           archive: 90 + Sat 29th 85 × 50%             132.5 min ×  $14,000 = $30,916.67
   *   Customer care     Fri 14th 16:41–16:49                          8   min ×   $6,500 =    $866.67
   *   Office work       e-mail, Sat 1st 0:00–1:40                   100   min
   *                     LOB Applications, Wed 19th 15:00–15:30 × 40% 12   min                          planned 14:00–15:00 × 40%, 24 min: $7,200
   *                     client, Tue 25th 8:20–10:40 × 30%            42   min
   *                                                                 154   min ×  $18,000 = $46,200
   *                                                                                      -----------            ----------
   *                                                                                      $121,328.33              $343,200
   */
  it('in August 2026, planned work apart', () => {
    const cost = costOf('2026-08-01');
    expect(byProcess(cost)).toEqual({
      'Card payments': [8, 24_800, 90, 279_000],
      'Branch banking': [2, 1400, 0, 0],
      'Online banking': [0, 0, 90, 57_000],
      'Cash supply': [114.3, 17_145, 0, 0],
      Lending: [132.5, 30_916.67, 0, 0],
      Settlement: [0, 0, 0, 0],
      'Customer care': [8, 866.67, 0, 0],
      'Office work': [154, 46_200, 24, 7200],
    });
    expect([cost.cost, cost.plannedCost].map((amount) => Math.round(amount * 100) / 100)).toEqual([121_328.33, 343_200]);
  });
});
