import type { HelpOfFunctions } from '../function-help';

export const HOURS: HelpOfFunctions = {
  SERVICETIME: {
    notes: ['Without hours it is the elapsed time, by the clock of `zone`: a day on which the clocks change has 23 or 25 hours.', 'Maintenance is not looked at: see `AGREEDTIME`.'],
    examples: [
      { formula: 'SLM.SERVICETIME("2026-06-01", "2026-07-01", ServiceHours[#All], Holidays[#All])', result: 12_600, why: '22 weekdays of 10 h, less the holiday on 4 June: 21 × 600 min.' },
      { formula: 'SLM.SERVICETIME("2026-03-01", "2026-04-01",,, "Europe/Berlin")', result: 44_580, why: '31 days of 1,440 min, less the hour that the clocks skip on 29 March.' },
    ],
  },
  DEADLINE: {
    notes: [
      'The result is an Excel date: format the cell as one.',
      'Minutes and hours: the earliest moment at which so much service time has passed; a deadline at closing time is closing time. Negative amounts count back.',
      'Days are whole: the date that many dates with service hours later, at the same local time, moved to the next open moment.',
      '0 is the start, moved to the next open moment. What is not reached within 10 years is `#NUM!`.',
    ],
    examples: [
      { formula: 'SLM.DEADLINE("2026-06-05 17:00", 2, "hours", ServiceHours[#All])', result: 46_181.375, shows: '2026-06-08 09:00', why: 'Friday from 17:00 to 18:00 is the first hour, Monday from 8:00 to 9:00 the second.' },
      { formula: 'SLM.DEADLINE("2026-06-03 17:00", 1, "days", ServiceHours[#All], Holidays[#All])', result: 46_178 + 17 / 24, shows: '2026-06-05 17:00', why: 'Thursday 4 June is a holiday, so the next date with hours is Friday.' },
    ],
  },
  INHOURS: {
    notes: ['The opening moment is open, the closing moment is not.'],
    examples: [
      { formula: 'SLM.INHOURS({"2026-06-05 08:00";"2026-06-05 18:00";"2026-06-04 12:00"}, ServiceHours[#All], Holidays[#All])', result: [[true], [false], [false]], why: 'Opening on Friday; closing on Friday; noon on the holiday.' },
    ],
  },
};
