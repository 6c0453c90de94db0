import type { HelpOfFunctions } from '../function-help';

const GAPS = 'A blank cell and `#N/A` are periods without a value. Excel hands some blank cells over as 0: `IF(B2:B13="","",B2:B13)` keeps them blank.';

export const SERIES: HelpOfFunctions = {
  GROWTH: {
    notes: [
      '(last ÷ first)^(1 ÷ periods) − 1. Only the first and the last value count.',
      'Excel’s own `GROWTH` is another thing: it fits an exponential curve to all values and returns points of that curve, not a rate. `RRI(periods, first, last)` is the same as this one.',
      GAPS,
    ],
    examples: [{ formula: 'SLM.GROWTH(Months[Users])', result: 0.5, why: '729 ÷ 64 = 11.390625 = 1.5⁶: 50% in each of six months.' }],
  },
  TREND: {
    notes: [
      'The Mann–Kendall test at 5% (normal approximation with tie and continuity correction, two-sided) says whether there is a trend, the median of the slopes between all pairs of values (Theil–Sen) which way. One outlier does not make a trend. Fewer than six values are `Too short to tell`; more than 2,000 are `#NUM!`.',
      'Excel’s own `TREND` is another thing: it fits a straight line by least squares and returns points of that line, whether or not chance explains it, and one outlier turns it.',
      'S counts pairs that rise less pairs that fall; p is the probability of such an S by chance. The slope is per period.',
      GAPS,
    ],
    examples: [
      { formula: 'SLM.TREND(Months[Availability], "Higher")', result: 'Improving', why: '20 of 21 pairs rise and one falls.' },
      {
        formula: 'SLM.TREND(Months[Availability],, TRUE)',
        result: [['Rising', 0.000625, 19, 18 / Math.sqrt((7 * 6 * 19) / 18), 0.006863794985]],
        why: 'S = 20 − 1. z = (19 − 1) ÷ √(7 × 6 × 19 ÷ 18) = 2.703, p from the normal distribution. The 11th of the 21 slopes is 0.25 points in four months: 0.0625 points a month.',
      },
    ],
  },
  SPARK: {
    notes: ['Eight heights from `min` to `max`; what lies outside stands at the edge. Equal values stand at half height.', GAPS],
    examples: [
      { formula: 'SLM.SPARK({1,5,22,13,5})', result: '▁▂█▅▂', why: '5 is 4/21 of the way from 1 to 22: of seven steps, 1.' },
      { formula: 'SLM.SPARK({1,2,3,4,5}, 2, 4)', result: '▁▁▄██', why: 'From 2 to 4; 1 and 5 stand at the edges.' },
    ],
  },
};
