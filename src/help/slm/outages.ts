import type { HelpOfFunctions } from '../function-help';

const INCOMPLETE = 'A row that cannot be read makes the result `#VALUE!` with the row’s number, whichever item it belongs to: a cell cannot say that a row was left out.';

export const OUTAGES: HelpOfFunctions = {
  AGREEDTIME: {
    notes: ['Service hours less holidays and, where planned time is `Excluded`, less maintenance windows and planned outages of the item.', INCOMPLETE],
    examples: [
      { formula: 'SLM.AGREEDTIME("Mail", "2026-06-01", "2026-07-01", Outages[#All],,, Maintenance[#All])', result: 42_960, why: '30 days of 1,440 min, less the maintenance window of 240 min on 7 June. The planned outage lies in it.' },
      { formula: 'SLM.AGREEDTIME("Mail", "2026-06-01", "2026-07-01", Outages[#All],,, Maintenance[#All], "Forgiven")', result: 43_200, why: 'Planned time stays in agreed time.' },
    ],
  },
  DOWNTIME: {
    notes: [
      'At any moment the largest impact of the outages open then counts, so overlaps never count twice. A blank Impact is 100%.',
      'An open outage runs to `asof`, or to the end where that is omitted.',
      'With `dependencies`, outages of what the item stands on count too, through groups of which some members must be up.',
      INCOMPLETE,
    ],
    examples: [
      { formula: 'SLM.DOWNTIME("Web", "2026-06-01", "2026-07-01", Outages[#All], ServiceHours[#All], Holidays[#All])', result: 75, why: '3 June: 90 min at 50% are 45. 18 June: 30 min before closing time. 30 June: closed.' },
      { formula: 'SLM.DOWNTIME({"Mail";"Web"}, {"2026-06-01","2026-06-16"}, {"2026-06-16","2026-07-01"}, Outages[#All])', result: [[0, 43], [45, 120]], why: 'Items down, halves of June across, around the clock. The planned outage of Mail is no downtime; Web is open from 30 June 23:00 to the end: 60 + 60 min.' },
      { formula: 'SLM.DOWNTIME("Mail", "2026-06-01", "2026-07-01", Outages[#All],,,,,,,,, Dependencies[#All])', result: 63, why: '43 min of its own and 20 of the network that it stands on.' },
    ],
  },
  AVAILABILITY: {
    notes: ['1 − downtime ÷ agreed time; a share, so format the cell as a percentage. Without agreed time it is `#N/A`, never 100%.', INCOMPLETE],
    examples: [
      { formula: 'SLM.AVAILABILITY("Web", "2026-06-01", "2026-07-01", Outages[#All], ServiceHours[#All], Holidays[#All])', result: 1 - 75 / 12_600, why: '75 of 12,600 min down.' },
      { formula: 'SLM.AVAILABILITY("Mail", "2026-06-01", "2026-07-01", Outages[#All],,, Maintenance[#All], "Counted")', result: 1 - 283 / 43_200, why: 'Planned time has no effect: 240 + 43 of 43,200 min.' },
      { formula: 'SLM.AVAILABILITY("Web", "2026-06-06", "2026-06-07", Outages[#All], ServiceHours[#All])', result: '#N/A', why: '6 June is a Saturday: nothing was promised.' },
    ],
  },
  BREAKS: {
    notes: ['Outages that overlap or touch are one break, joined before anything is cut by hours. A break counts when it has at least a second of downtime in the window.'],
    examples: [
      { formula: 'SLM.BREAKS("Web", "2026-06-01", "2026-07-01", Outages[#All], ServiceHours[#All], Holidays[#All])', result: 2, why: '3 and 18 June; the one on 30 June lies outside the hours.' },
      { formula: 'SLM.BREAKS("Web", "2026-06-01", "2026-07-01", Outages[#All],,,,,,,, Terms[#All])', result: 2, why: 'Around the clock there are three; at a break level of 100% the one at 50% makes none.' },
    ],
  },
  LONGESTOUTAGE: {
    notes: ['Minutes of agreed time at which a break was open, whatever its impact.'],
    examples: [{ formula: 'SLM.LONGESTOUTAGE("Web", "2026-06-01", "2026-07-01", Outages[#All], ServiceHours[#All], Holidays[#All])', result: 90, why: '3 June from 10:00 to 11:30, not weighed by its impact of 50%.' }],
  },
  MTRS: {
    notes: ['Mean time to restore service: minutes impaired of all breaks ÷ breaks, whatever the impact. Without breaks it is `#N/A`; a target on it is then met.'],
    examples: [
      { formula: 'SLM.MTRS("Web", "2026-06-01", "2026-07-01", Outages[#All], ServiceHours[#All], Holidays[#All])', result: 60, why: '90 and 30 min, two breaks.' },
      { formula: 'SLM.MTRS("Mail", "2026-06-01", "2026-06-16", Outages[#All])', result: '#N/A', why: 'There was planned work, and no break.' },
    ],
  },
  MTBF: {
    notes: ['Mean time between failures, in hours: (agreed time − minutes impaired) ÷ breaks. MTRS and MTBF together are the mean time between the beginnings of breaks (MTBSI).'],
    examples: [{ formula: 'SLM.MTBF("Web", "2026-06-01", "2026-07-01", Outages[#All], ServiceHours[#All], Holidays[#All])', result: 104, why: '12,600 − 120 = 12,480 min, two breaks: 6,240 min.' }],
  },
  WORSTWINDOW: {
    notes: ['For promises such as “no more than two minutes in any five”. The stretch may begin at any second, spans closed hours, and lies between `from` and `to`; one longer than that holds all downtime.'],
    examples: [
      { formula: 'SLM.WORSTWINDOW(30, "Web", "2026-06-01", "2026-07-01", Outages[#All])', result: 30, why: 'On 18 June the service was down for more than 30 min at a stretch.' },
      { formula: 'SLM.WORSTWINDOW(120, "Web", "2026-06-01", "2026-07-01", Outages[#All], ServiceHours[#All])', result: 45, why: 'Two hours hold all of 3 June: 90 min at 50%. On 18 June there were 30 min inside the hours.' },
    ],
  },
  ALLOWED: {
    notes: ['Planned outages outside maintenance windows are not known here: `(1-target)*SLM.AGREEDTIME(…)` knows them.', 'A target is read to six decimals: 99.9999% is the last that differs from 100%.'],
    examples: [
      { formula: 'SLM.ALLOWED(99.5%, "2026-06-01", "2026-07-01", ServiceHours[#All], Holidays[#All])', result: 63, why: '0.5% of 12,600 min.' },
      { formula: 'SLM.ALLOWED({0.999;0.995}, "2026-06-01", "2026-07-01")', result: [[43.2], [216]], why: '0.1% and 0.5% of 43,200 min.' },
    ],
  },
};
