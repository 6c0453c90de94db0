import type { HelpOfFunctions } from '../function-help';

export const TARGETS: HelpOfFunctions = {
  STATUS: {
    notes: [
      'Without `budgetLeft` the comparison alone decides: `Met` or `Missed`. With it the period still runs: `Missed` when it is below 0, or 0 and the figure is off target; otherwise `At risk` when the figure is off target or the share left is at or below `amberMargin`.',
      'Excel on the desktop hands a blank cell over as 0: as `budgetLeft`, nothing is left, so a figure on target is `At risk` there and `Met` on the web; as `amberMargin`, the margin is 0, so a figure on target is `At risk` only when nothing is left, where the web takes 25%. Leave the argument out, or fill the cell.',
      'An error value in `actual` gives `Not measurable`.',
    ],
    examples: [
      { formula: 'SLM.STATUS({0.996;0.994}, ">=", 99.5%)', result: [['Met'], ['Missed']], why: 'The figure against the target.' },
      { formula: 'SLM.STATUS(99.6%, ">=", 99.5%, 20%)', result: 'At risk', why: 'The period still runs, and 20% of the budget is left: not more than 25%.' },
      { formula: 'SLM.STATUS(99.4%, ">=", 99.5%, 0)', result: 'Missed', why: 'Off target, and nothing of the budget is left.' },
    ],
  },
  ERRORBUDGET: {
    notes: [
      'Four cells: minutes allowed, used and left, and the burn rate. A column of targets or figures fills a row for each.',
      'The burn rate is the share of the budget used per share of the agreed time gone: at 1 it lasts exactly to the end. It is `#N/A` where nothing is allowed or no time has gone.',
    ],
    examples: [{ formula: 'SLM.ERRORBUDGET(99.9%, 43200, 21600, 20)', result: [[43.2, 20, 23.2, 20 / 21.6]], why: '0.1% of 43,200 min; 20 min used, 23.2 left; half of the time is gone, and 20 of the 21.6 min for it.' }],
  },
  WITHIN: {
    notes: [
      'Incidents within the limit ÷ incidents decided. The clock runs in service time from opened to closed, less `hold`, and never falls below 0.',
      'A blank `closed` is an open incident, for which `asof` is needed: past its limit it has missed it, inside it is not decided and not counted. What was closed after `asof` was open then.',
      '`opened`, `closed` and `hold` have the same size. A row in which they are all blank is no incident. With no incident decided the result is `#N/A`.',
    ],
    examples: [
      {
        formula: 'SLM.WITHIN(Incidents[Opened], Incidents[Resolved], 120, ServiceHours[#All], Holidays[#All], Incidents[On hold minutes], "2026-06-10 12:00")',
        result: 0.5,
        why: 'I-1: 90 min. I-2: 60 min on 2 June and 120 on 3 June, 180. I-3: 30 min on Friday and 150 on Monday, less 60 on hold, 120. I-4 is open: 120 min on 9 June and 240 on 10 June, past its limit. Two of four.',
      },
      {
        formula: 'SLM.WITHIN(Incidents[Opened], Incidents[Resolved], 120, ServiceHours[#All], Holidays[#All], Incidents[On hold minutes], "2026-06-10 12:00",,, "<")',
        result: 0.25,
        why: 'In less than 120 min: only I-1.',
      },
    ],
  },
  CREDIT: {
    notes: ['The tier with the smallest Below that is greater than the availability decides; exactly at a level is not below it. `tiers` holds one agreement’s rows.'],
    examples: [{ formula: 'SLM.CREDIT({0.9995;0.992;0.99;0.98}, Credits[#All])', result: [[0], [0.1], [0.1], [0.25]], why: 'None; below 99.9%; at 99%, so still that tier; below 99%.' }],
  },
  REBATE: {
    notes: ['Rate × units × hours of downtime beyond (1 − target) × agreed time, to the cent. Fractions of hours count.'],
    examples: [{ formula: 'SLM.REBATE(99.5%, 12600, 75, 50, 400)', result: 4000, why: '75 min down, 63 allowed: 12 min are 0.2 h, × 50 × 400 units.' }],
  },
};
