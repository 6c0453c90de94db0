/**
 * The desktop agreement of Woodgrove Bank, worked out by hand.
 *
 * Everything needed stands in the sample's own tables; a calendar and a pocket calculator are enough to
 * check this page. The agreement (tables Agreements, Targets):
 *
 *   hours        Desktop support: Mon–Fri 8:00–17:00 (9 h). In tax season, 7–21 April: Mon–Fri
 *                7:00–19:00 (12 h) and Sat 9:00–14:00 (5 h). Closed on the bank's holidays.
 *   maintenance  first Sunday of every month, 16:00–18:00
 *   planned time Excluded: leaves the agreed time, if announced at least 7 days ahead
 *   availability at least 99.5% over a rolling 6 months
 *   breaks       at most 3 a calendar year; a break takes half the users' service or more
 *
 * All times are Pacific. What lies beneath the desktop (table Dependencies): among others Messaging on
 * mail servers 1 and 2, of which one must be up; Directory on three domain controllers, of which two
 * must be up; LOB Applications on three servers, of which two must be up; Networking on two core
 * switches and two WAN lines, of which one each must be up.
 */
import { targetFigures } from '../../src/domain/agreements/target-figures';
import type { TargetFigure } from '../../src/domain/figures';
import { readRecords } from '../../src/tables/read';
import { sampleWorkbook } from './sample-workbook';

const { records } = readRecords(sampleWorkbook(), 0);

function desktop(reportMonth: string, metric: string): TargetFigure {
  const figures = targetFigures({ ...records, settings: { ...records.settings, reportMonth } });
  return figures.find((figure) => figure.agreement === 'SLA Desktop Computing' && figure.metric === metric)!;
}

const MINUTE = 60;

describe('October 2026: the six months from 1 May to 31 October 2026', () => {
  /*
   * Step 1. Agreed service time. No tax season in these months; regular days have 9 hours.
   *
   *              weekdays   holidays on a weekday             days
   *   May           21      Memorial Day, Mon 25                20
   *   June          22      Juneteenth, Fri 19                  21
   *   July          23      none: 4 July is a Saturday          23
   *   August        21      none                                21
   *   September     22      Labor Day, Mon 7                    21
   *   October       22      Columbus Day, Mon 12                21
   *                                                            ---
   *                                                            127 days × 9 h = 1,143 h = 68,580 min
   */
  const hours = 127 * 9 * 60;

  /*
   * Step 2. Planned time leaves it.
   *
   *   Maintenance windows: 3 May, 7 June, 5 July, 2 August, 6 September, 4 October, 16:00–18:00.
   *   All of them Sundays, on which support is closed:                                            0 min
   *
   *   Outages marked Planned:
   *   Sun  5 July, Desktop Computing, 16:00–17:30: closed                                         0 min
   *   Wed 22 July, Windows image, announced Sun 19 July 10:00, three days ahead instead of seven:
   *        late, so not planned time (it comes back in step 3)                                    0 min
   *   Wed 19 August, LOB Applications, announced 5 August 9:00, fourteen days ahead, for
   *        14:00–15:00 (Planned until):                                                          60 min
   *
   * Agreed: 68,580 − 60 = 68,520 min. The allowance is 0.5% of it: 342.6 min.
   */
  const planned = 60;
  const agreed = hours - planned;
  const allowance = agreed * 0.005;

  /*
   * Step 3. Downtime: each outage cut to support hours, times the share of the desktop that was lost.
   *
   *   Thu 14 May   Mail server 1, 9:00–15:00, all of it; mail server 2, 11:20–11:50, 20%. One of the two
   *                must be up, so Messaging loses the smaller share: 20% while both are out, else nothing.
   *                30 min × 20%                                                                  6.0 min
   *   Thu 21 May   Core switch B; switch A is up                                                 0.0 min
   *   Wed 10 June  Desktop Computing, 13:00–16:00, set aside (Counts = No)                       0.0 min
   *   Tue 23 June  LOB application server 2; two of three are up, and two must be                0.0 min
   *   Wed 22 July  Windows image, 16:00–17:30, cut at 17:00: 60 min × 100%                      60.0 min
   *   Fri 31 July  Messaging, 20:10 to 1:40 on Saturday: closed on both days                     0.0 min
   *   Wed  5 Aug   Domain controller 3; two of three are up, and two must be                     0.0 min
   *   Wed 19 Aug   LOB Applications, 15:00–15:30, past its announced end: 30 min × 40%          12.0 min
   *   Tue 25 Aug   Line-of-business client, 8:20–10:40: 140 min × 30%                           42.0 min
   *   Tue 15 Sept  WAN line 1; line 2 is up                                                      0.0 min
   *   Thu 24 Sept  Role packages, 9:00–13:00: 240 min × 20%                                     48.0 min
   *   Wed  7 Oct   Directory, 9:10–12:20: 190 min × 50%                                         95.0 min
   *   Fri 30 Oct   Print servers, from 14:10, still down; Friday ends at 17:00, and no support
   *                hours follow in October: 170 min × 2%                                         3.4 min
   *                                                                                            ---------
   *                                                                                            266.4 min
   *
   * No two of these overlap, so they add up.
   */
  const downtime = 30 * 0.2 + 60 + 30 * 0.4 + 140 * 0.3 + 240 * 0.2 + 190 * 0.5 + 170 * 0.02;

  /*
   * Step 4. Availability = (68,520 − 266.4) ÷ 68,520 = 68,253.6 ÷ 68,520 = 0.996112…, above 99.5%.
   * Left of the allowance: 342.6 − 266.4 = 76.2 min, which is 22.2% of it: no more than the quarter at
   * which the promise counts as at risk.
   */
  const figure = desktop('2026-10-01', 'Availability');

  it('reckons with the sums of this page', () => {
    expect(hours).toBe(68_580);
    expect(agreed).toBe(68_520);
    expect(allowance).toBeCloseTo(342.6, 9);
    expect(downtime).toBeCloseTo(266.4, 9);
  });

  it('has the agreed time of steps 1 and 2', () => {
    expect(figure.agreedSeconds).toBe(agreed * MINUTE);
    expect(figure.plannedSeconds).toBe(planned * MINUTE);
  });

  it('allows half a percent of it', () => {
    expect(figure.budget?.allowed).toBeCloseTo(allowance * MINUTE, 6);
  });

  it('has the downtime of step 3', () => {
    expect(figure.downtimeSeconds).toBeCloseTo(downtime * MINUTE, 6);
  });

  it('has the availability of step 4, and is at risk', () => {
    expect(figure.availability).toBeCloseTo(68_253.6 / 68_520, 12);
    expect(figure.budget?.left).toBeCloseTo(76.2 * MINUTE, 6);
    expect(figure.status).toBe('At risk');
  });

  it('names the outages with the minutes that each cost', () => {
    const counted = figure.outages.filter((outage) => outage.countedSeconds > 0).map((outage) => [outage.item, Math.round((outage.countedSeconds / MINUTE) * 10) / 10]);
    expect(counted).toEqual([
      ['Mail server 2', 6],
      ['Windows image', 60],
      ['LOB Applications', 12],
      ['Line-of-business client', 42],
      ['Role packages', 48],
      ['Directory', 95],
      ['Print servers', 3.4],
    ]);
  });

  it('lists what was set aside, with its reason', () => {
    expect(figure.setAside.map(({ item, reason }) => [item, reason])).toEqual([['Desktop Computing', expect.stringContaining('Continuity clause')]]);
  });
});

describe('the breaks of 2026, January to October', () => {
  /*
   * A break has at least half of the desktop's users without service, at least for a second of support
   * hours, outside planned time. Rows of 2026 that take half or more:
   *
   *   Sun  4 Jan    Desktop Computing, planned, 16:00–17:45: closed                        no break
   *   Wed 15 April  LOB database, 17:40–18:25, 100%. Tax season: open until 19:00          break 1
   *                 (on regular hours, to 17:00, it would not have counted)
   *   Thu 14 May    Mail server 1, 100%, but Messaging lost 20% at most                    no break
   *   Thu 21 May, Tue 23 June, Wed 5 Aug, Tue 15 Sept: one of a group that stood           no break
   *   Wed 10 June   Desktop Computing, set aside                                           no break
   *   Sun  5 July   Desktop Computing, planned: closed                                     no break
   *   Wed 22 July   Windows image, announced too late                                      break 2
   *   Fri 31 July   Messaging, 100%, 20:10 to Sat 1:40: closed                             no break
   *   Wed  7 Oct    Directory, 50%: exactly half                                           break 3
   *
   * Three are allowed, three have been used, and the year runs until 31 December: at risk.
   */
  const figure = desktop('2026-10-01', 'Breaks');

  it('are three of three', () => {
    expect(figure.actual).toBe(3);
    expect(figure.breaks).toBe(3);
    expect(figure.budget).toMatchObject({ unit: 'breaks', allowed: 3, used: 3, left: 0 });
  });

  it('put the promise at risk, to date', () => {
    expect(figure.status).toBe('At risk');
    expect(figure.toDate).toBe(true);
  });

  it('were one at the end of April', () => {
    expect(desktop('2026-04-01', 'Breaks').actual).toBe(1);
  });
});

describe('April 2026: the six months from 1 November 2025 to 30 April 2026, with the tax season', () => {
  /*
   * Step 1. Agreed service time.
   *
   *              weekdays   holidays on a weekday                        days
   *   November      20      Veterans Day, Tue 11; Thanksgiving, Thu 27     18
   *   December      23      Christmas, Thu 25                              22
   *   January       22      New Year, Thu 1; Martin Luther King, Mon 19    20
   *   February      20      Presidents' Day, Mon 16                        19
   *   March         22      none                                           22
   *                                                                       ---
   *                                                                       101 days × 9 h = 909 h
   *   April, Wed 1 to Mon 6 and Wed 22 to Thu 30: 4 + 7 =   11 days ×  9 h =  99 h
   *   season, Tue 7 to Tue 21 April, weekdays: 4 + 5 + 2 =  11 days × 12 h = 132 h
   *   season, Saturdays 11 and 18 April:                     2 days ×  5 h =  10 h
   *                                                                        --------
   *                                                                        1,150 h = 69,000 min
   *
   * The clocks change on Sundays, 2 November and 8 March: support is closed, so no hour is lost or won.
   *
   * Step 2. Planned time: the maintenance windows and the work of Sunday 4 January lie on Sundays: 0 min.
   * The allowance is 0.5% of 69,000 min: 345 min.
   *
   * Step 3. Downtime.
   *
   *   Tue 18 Nov    Line-of-business client, 9:00–10:30: 90 min × 30%                       27 min
   *   Thu 11 Dec    Print servers, 10:00–13:00: 180 min × 10%                               18 min
   *   Tue 13 Jan    Network configuration, 7:30–8:40, from 8:00: 40 min × 40%               16 min
   *   Thu 19 Feb    Windows image, 8:00–10:00: 120 min × 20%                                24 min
   *   Tue 17 March  Security baseline, 14:00–16:00: 120 min × 15%                           18 min
   *   Wed 15 April  LOB database, 17:40–18:25, season: open until 19:00: 45 min × 100%      45 min
   *   Sat 18 April  Print servers, 13:30–14:30, season: open until 14:00: 30 min × 10%       3 min
   *                                                                                        -------
   *                                                                                        151 min
   *
   * Step 4. Availability = (69,000 − 151) ÷ 69,000 = 0.997811…; 151 of 345 min used, 43.8%: met.
   */
  const figure = desktop('2026-04-01', 'Availability');

  it('has 69,000 minutes of agreed time, none of it planned', () => {
    expect(figure.agreedSeconds).toBe(69_000 * MINUTE);
    expect(figure.plannedSeconds).toBe(0);
  });

  it('has used 151 of 345 minutes', () => {
    expect(figure.budget?.allowed).toBeCloseTo(345 * MINUTE, 6);
    expect(figure.downtimeSeconds).toBeCloseTo(151 * MINUTE, 6);
  });

  it('is met with 99.78%', () => {
    expect(figure.availability).toBeCloseTo(68_849 / 69_000, 12);
    expect(figure.status).toBe('Met');
  });
});
