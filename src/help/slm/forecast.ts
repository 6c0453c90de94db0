import type { HelpOfFunctions } from '../function-help';

const SERIES = 'A blank cell and `#N/A` between two values are periods without one, filled by a straight line for the forecast alone; at the ends they are left off, so that the first period is the one after the last value. Excel hands some blank cells over as 0: `IF(B2:B37="","",B2:B37)` keeps them blank.';
const LIMITS = '`season` is looked for in the values where it is left out or 0, and set aside where they speak against it. Seasons are whole numbers from 1 (none) to 366, confidence lies between 0 and 1, values are at most 2,000: otherwise `#NUM!`. No value at all is `#N/A`.';
const ELSEWHERE = 'How it is made, what the bounds mean and when not to believe it: the section How forecasts are made.';

export const FORECAST: HelpOfFunctions = {
  FORECAST: {
    notes: [
      'One row for each period ahead: forecast, lower bound, upper bound. At 95% confidence 95 of 100 values should lie between the bounds, as long as the series goes on as it did.',
      'Fewer than four values are too little history: the last one goes on, and so does a series that never changed; their bounds are equal to the forecast, as no error is known. Where no value is below 0, no forecast and no bound is.',
      'Excel’s own `FORECAST.ETS` is another method: it takes one form of exponential smoothing (AAA) as given, where this one compares several methods and takes the mean of two as a rule.',
      SERIES,
      LIMITS,
      ELSEWHERE,
    ],
    examples: [
      { formula: 'SLM.FORECAST({40;40;40;40}, 2)', result: [[40, 40, 40], [40, 40, 40]], why: 'It never changed: 40 goes on, and no error is known.' },
      { formula: 'SLM.FORECAST({12;15;13}, 1)', result: [[13, 13, 13]], why: 'Three values are too little history: the last one.' },
    ],
  },
  REACHES: {
    notes: [
      'The number of the first row of `FORECAST(values, 60, …)` that is at or above the limit: by its forecast or, where `confidence` is given, by its upper bound, which is there as soon or sooner. 1 is the period after the last value.',
      'Months to a date: `EDATE(A37, SLM.REACHES(B2:B37, 500))`, where A37 is the month of the last value.',
      SERIES,
      LIMITS,
      ELSEWHERE,
    ],
    examples: [
      { formula: 'SLM.REACHES({10;20;30;40;50;60;70;80;90;100;110;120}, 155)', result: 4, why: '10 more each period: 130, 140, 150, 160.' },
      { formula: 'SLM.REACHES({40;40;40;40}, 41)', result: '#N/A', why: 'It stays at 40.' },
    ],
  },
};
