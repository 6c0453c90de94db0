/** Words of the demand sheets. */
import type { CapacityFigure, ForecastMethod } from '../../domain/demand/figures';
import { NO_BREAK, numberText, plural } from '../../domain/performance/phrases';
import { SHEET_NAME, W as REPORT } from '../words';

export const CAPACITY_WORD: Readonly<Record<CapacityFigure['state'], string>> = {
  'Over capacity': '✕ Over capacity',
  'Over threshold': '▲ Over threshold',
  'Inside lead time': '▲ Inside lead time',
  'Will run out': '▲ Reaches threshold',
  Enough: '✓ Enough',
  Unknown: '○ Unknown',
};

/** What the law of the figures calls methods that are none. */
const METHOD_WORD: Partial<Readonly<Record<ForecastMethod, string>>> = { Constant: 'constant', 'Last value': 'the last value: too little history' };

/** @example methodWords('Theta', true) // 'Theta, on logarithms' */
export function methodWords(method: ForecastMethod, logarithms: boolean): string {
  return `${METHOD_WORD[method] ?? method}${logarithms ? ', on logarithms' : ''}`;
}

export const W = {
  unreadableRows: (rows: number, tables: string) => `${numberText(rows, 0)} ${plural(rows, 'row')} of ${tables} left out: ${REPORT.seeSheet(SHEET_NAME['rows-left-out'])}.`,
  noBusinessUnit: 'no business unit',
  usage: {
    title: 'Demand and forecast',
    heads: { name: 'Item and business unit', nameAcross: 'Item and month', all: 'All', share: 'Share', onMonth: 'On month', onYear: 'On year', perMonth: 'Per month', chart: 'Recorded, forecast with bounds' },
    none: 'Nothing to show: fill the table Usage.',
    groups: { services: 'Services', components: 'Components', unknown: 'Names that no table knows' },
    allUnits: 'All business units',
    used: 'Used',
    moreUnits: (count: number) => `${numberText(count, 0)} more`,
    forecast: (from: string, to: string) => `Forecast ${from} – ${to}`,
    lower: (confidence: string) => `${confidence}: at least`,
    upper: (confidence: string) => `${confidence}: at most`,
    forecastFor: (month: string) => `Forecast ${month}`,
    from: 'from ',
    to: 'to ',
    share: 'Share of the month',
    onMonth: 'Growth on month',
    onYear: 'Growth on year',
    perMonth: 'Growth per month',
    noForecast: 'No forecast: nothing is recorded.',
    noUse: (since: string | null) => (since === null ? 'never used' : `no use since ${since}`),
    incomplete: '*',
    recorded: 'Recorded',
    behind: 'Behind the lines',
    notUsed: 'Recorded, and not used for three months',
    withoutUsage: 'Services without a row in Usage',
    rowsOf: (rows: string) => `Usage ${rows}`,
    definitions: (charts: number, items: number) => [
      'Share: of the item’s use in the month. On month, on year: growth on the month before and on the same month a year before. Per month: compound growth from the first month recorded. –: a month concerned is missing, incomplete or 0. *: a business unit’s figure is missing, or the month is still running; growth and forecast do not take the month as it stands. Season: how far calendar months lie from the year around them; movement: the ups and downs about the trend.',
      'Forecast, and beneath it the bounds between which the value should lie in so many of 100 cases. Error: mean of 2 × |forecast − actual| ÷ (|forecast| + |actual|) over forecasts from earlier months, beside that of the seasonal naive (the value of a year before).',
      `Each line has its own scale; dashed: forecast, grey: its bounds. Its numbers stand right of what is printed.${items > charts ? ` Lines of ${numberText(charts, 0)} of ${numberText(items, 0)} items are drawn; bars of 24 months stand with each.` : ''}`,
    ],
  },
  capacity: {
    title: 'Capacity and licences',
    section: 'Capacity',
    heads: { state: 'State', item: 'Item', used: 'Used', capacity: 'Capacity', utilisation: 'Utilisation', threshold: 'Threshold', headroom: 'Headroom', thresholdPoint: 'Threshold:\nforecast', thresholdUpper: 'upper\nbound', capacityPoint: 'Capacity:\nforecast', capacityUpper: 'upper\nbound', leadTime: 'Lead time', orderBy: 'Order by' },
    none: 'Nothing to show: fill the tables Capacity and Usage, or Licences.',
    noCapacity: 'No capacity is recorded.',
    months: (count: number) => `${count % 1 === 0 ? '0' : '0.0'}"${NO_BREAK}${count === 1 ? 'month' : 'months'}"`,
    definitions: [
      'Utilisation: use of the report month (of the month before while it is running) ÷ capacity at its end; bars: full at the capacity. Headroom: capacity − use. Threshold, capacity: the first months in which the forecast, and its upper bound, are at or above them, planned upgrades counted; –: not up to the month to which the item is forecast, or the threshold cannot be read.',
      'Order by: the month in which the forecast reaches the threshold, less the lead time. Inside lead time: ordered now, it comes after that month. Reaches threshold: later than that, or no lead time is recorded. Upper bound: it could be as early as that.',
    ],
    licences: 'Licences',
    licenceHeads: { state: 'State', product: 'Product', service: 'Service', purchased: 'Purchased', assigned: 'Assigned', active: 'Active', short: 'Short', unassigned: 'Unassigned', spare: 'Spare', each: 'Cost of one', costOfShort: 'Cost of\nshort', costOfUnassigned: 'Cost of\nunassigned', costOfSpare: 'Cost of\nspare' },
    licenceState: { short: '▲ Short', unused: 'Not all used', fits: '✓ Fits', unknown: '○ Use not known' },
    all: 'All licences',
    licenceDefinitions: ['Short: assigned and not purchased. Unassigned: purchased and given to nobody. Spare: assigned and not active; –: active not recorded. A line is a row of Licences; the sentence above takes rows of one product together: to buy is what is short beyond the spare, nobody uses what is purchased and not active. Costs: as many × the cost of one; –: cost not recorded, and not in the total.'],
  },
  requests: {
    title: 'Requests and backlog',
    none: 'Nothing to show: fill the table Requests.',
    months: 'By month',
    monthHeads: { month: 'Month', submitted: 'Submitted', closed: 'Closed', open: 'Open', days: 'Days' },
    chart: 'Open requests at the end of each month',
    lists: { status: 'Status', category: 'Category', source: 'Source', age: 'Age of open ones', item: 'Item', businessUnit: 'Business unit', plan: 'Plan, last 12 months' },
    heads: { submitted: 'Month', year: '12 months', open: 'Open' },
    blank: 'not stated',
    ages: (upTo: number | null, above: number) => (upTo === null ? `over ${above} days` : above === 0 ? `up to ${upTo} days` : `${above + 1} to ${upTo} days`),
    planned: 'Planned',
    unplanned: 'Unplanned',
    withProject: 'With a budgeted project',
    more: (count: number) => `${numberText(count, 0)} more`,
    backlog: 'Open requests, oldest first',
    backlogHeads: { request: 'Request', age: 'Days', item: 'Item', businessUnit: 'Business unit', category: 'Category', project: 'Project', status: 'Status', effort: 'Effort' },
    inPlan: 'none, in the plan',
    notPlanned: 'none, not planned',
    noBacklog: 'No request is open.',
    moreOpen: (count: number) => `${numberText(count, 0)} more open ${plural(count, 'request')}, all younger`,
    definitions: [
      'Month: submitted in the report month; 12 months: in it and the 11 before. Open: neither rejected nor done, at the end of the month. Days, by month: median of closed − submitted, calendar days, of those done in it; of an open request: since it was submitted.',
      'Planned: the request was in the plan; blank counts as not planned. With a budgeted project: it names one of the table Projects that is approved, queued, in progress or done. Effort: days; –: none stated.',
    ],
  },
  recommendations: {
    title: 'Recommendations',
    none: 'No finding asks for a decision.',
    heads: { name: 'Recommendation', finding: 'Finding', about: 'Services, business unit', amount: 'Amount', due: 'Decide by', sent: 'Sent to', rows: 'Rows' },
    more: (count: number) => `${numberText(count, 0)} more ${plural(count, 'finding')}, none more urgent: the task pane lists all`,
    notSent: (table: string) => `${table}: not sent`,
    sentTo: (table: string, row: number) => `${table}, row ${row}`,
    definitions: ['Each follows from the rows named beside it. Amount: the money that the finding is about, as recorded; –: none recorded. Rows: worksheet rows of the tables. Sent to: where the recommendation became a row; each is sent once, from the task pane.'],
  },
} as const;
