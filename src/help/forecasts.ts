/** How forecasts are made, and when not to believe them; with a year that is known, forecast from the four before it. The figures are worked out in a test. */
import { heading, type HelpSection, list, table, text } from './section';

/** Airline passengers a month, in thousands (Box and Jenkins, series G). */
export const PASSENGERS = {
  /** January 1956 to December 1959. */
  history: [
    284, 277, 317, 313, 318, 374, 413, 405, 355, 306, 271, 306, 315, 301, 356, 348, 355, 422, 465, 467, 404, 347, 305, 336, 340, 318, 362, 348, 363, 435, 491, 505, 404, 359, 310, 337, 360, 342, 406, 396, 420, 472, 548, 559, 463, 407, 362, 405,
  ],
  /** 1960: what came, and what had been forecast of it, to whole thousands. */
  year: [
    { month: 'January', came: 417, forecast: 415, lower: 387, upper: 445 },
    { month: 'February', came: 391, forecast: 393, lower: 361, upper: 428 },
    { month: 'March', came: 419, forecast: 458, lower: 414, upper: 506 },
    { month: 'April', came: 461, forecast: 445, lower: 395, upper: 500 },
    { month: 'May', came: 472, forecast: 461, lower: 409, upper: 520 },
    { month: 'June', came: 535, forecast: 539, lower: 478, upper: 608 },
    { month: 'July', came: 622, forecast: 605, lower: 532, upper: 687 },
    { month: 'August', came: 606, forecast: 609, lower: 527, upper: 704 },
    { month: 'September', came: 508, forecast: 513, lower: 444, upper: 592 },
    { month: 'October', came: 461, forecast: 446, lower: 377, upper: 528 },
    { month: 'November', came: 390, forecast: 391, lower: 326, upper: 469 },
    { month: 'December', came: 432, forecast: 432, lower: 359, upper: 520 },
  ],
  /** Of the forecast and of the year before, by which all months of 1960 together were off. */
  off: { forecast: 115, yearBefore: 574 },
} as const;

export const FORECASTS_SECTION: HelpSection = {
  anchor: 'forecasts',
  title: 'How forecasts are made, and when not to believe them',
  blocks: [
    text('A forecast says how a series goes on if it goes on as it did. It knows the numbers and nothing else: not the roll-out in May, not the customer who left. The reports forecast the usage of every item by month; `FORECAST` and `REACHES` do the same with any series of a sheet.'),
    table(
      ['1960', 'passengers, thousands', 'forecast at the end of 1959', 'lower bound', 'upper bound', 'year before'],
      PASSENGERS.year.map(({ month, came, forecast, lower, upper }, index) => [month, came, forecast, lower, upper, PASSENGERS.history[36 + index]!]),
      `Airline passengers, forecast from the months of 1956 to 1959. Over the twelve months the forecast was off by ${PASSENGERS.off.forecast} thousand, the year before by ${PASSENGERS.off.yearBefore} thousand.`,
    ),
    heading('The method', 'forecasts-method'),
    list(
      'Is there a season? Months that lie above or below the others in each year, more than chance explains. For months a season is 12; other series are tried for 4 and 7 where they show four whole seasons. With fewer than two whole seasons there is none to be found.',
      'Does the swing grow with the level? Then the methods work on logarithms, that is, with percentages instead of amounts.',
      'Theta: the level, with later values weighing more, moved on by half the slope of the straight line through all values.',
      'ETS: level and trend by exponential smoothing; the form of it that explains the values best for its number of parameters (AICc). MSTL-ETS: the season is taken out first and put back afterwards.',
      'Seasonal naive: the value of a season before; without a season the last value. It learns nothing and is the yardstick.',
      'The forecast is the mean of Theta and ETS or, with a season, of Theta and MSTL-ETS: where two methods are wrong in different ways, their mean is seldom far from the better one. One method alone takes its place only where it was clearly closer, and at nearly every earlier origin, over one season or 12 periods. The reports name the method.',
      'Of longer series the last 120 values are taken, or the last six of the seasons that you state, but no more than 1,100 values: three years of days.',
    ),
    heading('The yardstick', 'forecasts-error'),
    text('The error is measured where the answer is known: we stand at up to four earlier months, forecast from what was known then, and compare with what came. It is the mean of 2 × |forecast − actual| ÷ (|forecast| + |actual|): 0% is exact, 10% is about a tenth of the value, 200% is the most. Beside it stands the same error of the seasonal naive.'),
    text('Where the error is not below that of the seasonal naive, last year’s figure is as good an answer, and it is easier to explain. Where there is no error, the history is too short to stand anywhere earlier.'),
    heading('The bounds', 'forecasts-bounds'),
    list(
      'Between lower and upper bound a value should lie with the confidence that is stated: at 95%, 19 of 20. One month in twenty outside is no fault; three in a row are a reason to look for a cause.',
      'They are as wide as the errors of the method and its errors from earlier origins say, wider where the methods disagree, and never narrower further ahead.',
      'They hold as long as the series goes on as it did. With a history of two or three years they cover less than they say.',
      'For capacity the upper bound is the careful reading: the month in which it passes a limit is the first in which that would be no surprise; the month of the forecast itself is as likely to be late as early.',
    ),
    heading('Gaps, short histories, nothing but zeros', 'forecasts-gaps'),
    table(
      ['the series', 'what is done'],
      [
        ['months missing between two others', 'a straight line is drawn over them for the forecast alone; the month is named, and blank in tables. Missing is never 0'],
        ['missing at the beginning or the end', 'left off; the forecast begins after the last value'],
        ['no value', 'no forecast; `#N/A` in a cell'],
        ['fewer than four values', 'the last one goes on: too little history; bounds equal to it, as no error is known'],
        ['four to six values', 'Theta'],
        ['always the same, 0 too', 'goes on; bounds equal to it'],
        ['fewer than two seasons', 'no season, even where one is told'],
        ['any, where the library of ETS and MSTL-ETS cannot be loaded', 'Theta or the seasonal naive; the problems say so, and the reports beneath each item. In a cell an error'],
        ['no value below 0', 'neither the forecast nor a bound falls below 0'],
      ],
    ),
    heading('When not to believe it', 'forecasts-not'),
    list(
      'After a step. A merger, a migration or a new way of counting moves the level at once. The forecast follows it, and for as long as only a few months stand at the new level, its bounds are wide. Where what came before has nothing to say any more, forecast from the months since the step alone.',
      'Where the cause is known to change: a roll-out, a price, a policy, an end of life. Plan with it, and use the forecast for what would have been without.',
      'Where the limit is already in the numbers. A system that is full shows its capacity, not what is asked of it.',
      'A service that dies: usage falls towards 0, the forecast stays at 0 when it gets there, and says nothing about who still needs the service. Three recorded months of 0 are reported as no use.',
      'Further ahead than the history is long: three years of growth do not tell about the next five.',
      'Small counts. Of 0, 2, 1, 0, 3 no method says which month has the next one.',
      'Where the bounds are so wide that any decision fits between them. That is the answer then: the numbers do not tell.',
    ),
    heading('Excel’s own functions', 'forecasts-excel'),
    table(
      ['here', 'in Excel', 'the difference'],
      [
        ['`FORECAST`', '`FORECAST.ETS`', 'Excel takes one method (exponential smoothing with additive error, trend and season, AAA) and wants a timeline. Season 1 there means: find it; 0: none. Here 1 means none; left out or 0: find it'],
        ['`FORECAST`, columns 2 and 3', '`FORECAST.ETS.CONFINT`', 'Excel gives half the width; here the bounds stand as such, as they need not lie evenly around the forecast'],
        ['`FORECAST`', '`FORECAST.LINEAR`, `FORECAST`, `TREND`', 'Excel draws the straight line through all values by least squares: no season, and the oldest value weighs as much as the last'],
        ['`TREND`', '`TREND`', 'here a word: whether there is a trend that chance does not explain, and which way; in Excel points of a straight line'],
        ['`GROWTH`', '`GROWTH`', 'here one rate per period from the first value to the last, as `RRI`; in Excel points of an exponential curve through all values'],
        ['`REACHES`', 'none', 'the first period at or above a limit'],
      ],
    ),
  ],
};
