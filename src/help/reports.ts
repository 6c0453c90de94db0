/** What the words and figures on the report sheets mean, for whoever has to answer questions about them. */
import { heading, type HelpSection, list, table, text } from './section';

export const REPORTS_SECTION: HelpSection = {
  anchor: 'reports',
  title: 'What the sheets say',
  blocks: [
    heading('Status of a promise', 'status'),
    table(
      ['status', 'when'],
      [
        ['✕ Missed', 'the period is over and the target was not reached, or the error budget of the whole period is used up already'],
        ['▲ At risk', 'the period still runs and the budget is used faster than time passes, or no more of it is left than the Amber margin (Settings, 25% by default); a rolling window counts as running'],
        ['◊ Met, incomplete data', 'met by the rows that could be read; others of the item could not, and are listed'],
        ['✓ Met', 'the target is reached so far'],
        ['○ Not measurable', 'no agreed time, no incidents, no data, or a rule that cannot be read: never 100%, never 0%'],
      ],
    ),
    list(
      'Error budget: (1 − target) × agreed service time of the whole period, future maintenance windows included. For Breaks, Downtime minutes and Longest outage the target is the budget.',
      'Burn rate: share of the budget used ÷ share of the agreed time gone. 2 means that the budget lasts half the period.',
      'Forecast: downtime, or breaks, so far, carried on at the same rate to the end of the period. A mean, a longest outage and a share of incidents do not grow with time and have none.',
      'Months side by side: each calendar month, held against what was promised in it, whatever the window of today’s target.',
    ),
    heading('From the calendar to the figure', 're-add'),
    list(
      'Service days × hours, less planned time (Excluded only), are the agreed time. Planned time is what the maintenance windows hold, used or not, and outages marked Planned that were announced in time, up to Planned until.',
      'Under each figure stand the outages with the seconds each counted. Where rows overlap, the seconds are put down to the one with the largest impact, then to the one that began first, so that the list adds up.',
      'A row with `Counts` = No leaves the figures and is listed with its reason. An outage without an end runs to As of; one that is older than 7 days, or has a later outage after it, is flagged: was its end forgotten?',
    ),
    heading('Rebates and credits', 'money'),
    list(
      'Both belong to the agreement’s first Availability target, and both are 0 while it is met.',
      'Rebate of a month: Rebate per hour per unit × Units × hours; hours are the smaller of the month’s downtime and of what the window holds beyond its budget, so that each hour is paid once, however long the window.',
      'Credit of a month: the share of the `Credits` row with the smallest Below above the availability × the month’s fee. What earlier months credited for the same downtime is taken off.',
      'With both, the larger is paid; Rebate cap percent of the month’s fee limits it. Blank Units or fees are said, never taken for 0.',
    ),
    heading('Agreement chain', 'chain'),
    text('For every SLA in force: what its item depends on, Settings apart, down to things without dependencies or covered by a UC.'),
    table(
      ['check', 'what it asks'],
      [
        ['Cover', 'an OLA or UC in force about each link; a draft or an expired one is none. What the provider of an agreed thing owns itself is covered with that thing'],
        ['Hours', 'do the link’s hours cover the SLA’s; hours left open per week over 12 months, and when'],
        ['Availability', 'can the target be met from what is promised beneath: expected (independent failures, shared parts once) and at worst (what may fail never fails together). The percentage of an OLA or UC stands for all that lies beneath it'],
        ['Restoration, Response', 'do the link’s limits fit inside the SLA’s, for the same severity or all. No limit is a gap only where its availability target allows a longer outage'],
        ['Dates, Review', 'is the link’s agreement in force as long as the SLA over the next 12 months, and reviewed in time'],
      ],
    ),
    text('The weakest link is the one that costs the SLA most; beside it stands what it alone would have to promise.'),
    heading('Service map', 'map'),
    table(
      ['sheet', 'what it says'],
      [
        ['Service map', 'per service what is promised, expected and at worst possible, what it was down for and through what, its single points of failure, circles with their rows, and its five sections; infrastructure services last. Of a map with very many lines the nearest stand there, with the number of the others'],
        ['Services and owners', 'every service with its owners and agreements in force, missing owners marked; then each owner with what he or she answers for'],
        ['Customers and users', 'who uses what, with category, business unit, users and the SLA; a customer of several services counts once in the total, with the largest number'],
        ['Responsibilities', 'R, A, C and I of every party for every service; the rule is exactly one A and at least one R'],
        ['Where used and impact', 'what falls when an item alone is down, the costliest first, and what depends on it directly'],
        ['Single points of failure', 'items that alone take down a service besides themselves, by cost per hour, then mission-critical services, agreements, users and services'],
      ],
    ),
    heading('Demand', 'demand'),
    table(
      ['sheet', 'what it says'],
      [
        ['Demand and forecast', 'per item and unit what each business unit used in twelve months, its share, growth on the month, on the year and per month, its season, and the forecast of the next twelve months with bounds; a line for each of the first 24 items, whose numbers stand right of what is printed; what nobody uses any more, and services that no row tells of. `Business units across` in Settings puts business units into columns'],
        ['Capacity and licences', 'utilisation, headroom, the months in which the forecast and its upper bound reach threshold and capacity, lead time and the date by which to order; licences that are short, not given out or not used, with what they cost'],
        ['Requests and backlog', 'requests by month, status, age, category, source, item and business unit; how many were planned and how many have a budgeted project; every open one, up to 500, the oldest first'],
        ['Recommendations', 'what the figures ask for, each with its rows, amount and date, and where it was sent'],
      ],
    ),
    list(
      'Over capacity, Over threshold: in the report month. Inside lead time: the forecast reaches the threshold before what is ordered now can be there. Reaches threshold: later than that, or no lead time is recorded. Planned upgrades are counted from their date on. A threshold that cannot be read leaves open when it is reached: Unknown, unless all of the capacity is used, or the threshold of a row before it is reached.',
      'A month without a row is a dash and never 0. *: a business unit that was recorded before lacks its figure of that month, so that growth is not measured against it.',
      'A capacity inside its lead time, or used up, joins “What breaks next” on the first page.',
      'Recommendations ask for: more capacity, unless what is planned, or a use that falls, keeps the item below its threshold for a year from when an order could be there; more licences of a product than it has, once those not active are taken back; fewer licences, from ten or 5% of those purchased; a new service that is asked for; a project for an item with twelve unplanned requests in a year, standard changes aside; an enhancement where requests wait for more than 90 days; to decommission what nobody uses. Open projects for the same item are named.',
      'A recommendation is sent once. It is known again by the name of the row in `Projects` or `Improvements`, or by `Source` of a project; an improvement under another name is not known again. A row that is done, rejected or dropped stands for it until twelve months after its End date (else Approved date, else Start date; of an improvement Closed date, else Opened). Without any of them a done one is past, a rejected or dropped one stands. What is found after that ends in `(again)`.',
    ),
    heading('Portfolio', 'portfolio'),
    list(
      'NPV: benefits discounted at Settings’ Discount rate from the ends of the years in which they come, less the cost today, as `NPV()` of a spreadsheet has it; of 2.5 years the half year’s benefit counts at the end of year 3. Without a rate there is none.',
      'ROI: (sum of benefits − cost) ÷ cost, undiscounted. Payback: years until the summed benefits reach the cost, coming evenly; `not paid back` where they do not.',
      'Ranking: of projects that are proposed, approved or queued. Score: the mean of value (where the NPV stands among them, 0 lowest, 1 highest; equal ones share the mean place, one alone has 0.5), fit (f − 1) ÷ 4, urgency (u − 1) ÷ 4 and risk (5 − r) ÷ 4 by the weights of Settings. What is not known is left out of the mean and named.',
      'Budget: projects approved, in progress and of compliance are paid first; what is left goes to the others whose NPVs add up to most. Every combination is considered, so that no other is worth more; a project without a known cost, or with an NPV of 0 or less, is never chosen.',
      'SMART: an initiative with a measure, a target, a due date and an owner.',
    ),
    heading('Cost of downtime', 'cost'),
    list(
      'A process is at any instant as impaired as the most impaired service that supports it directly, each as its SLA counts it. Its cost is Downtime cost per hour × the hours of impairment; the organisation’s is the sum over processes.',
      'Planned time is added up apart. The cost of one service or one outage is what it would have cost alone: such parts may add up to more than the total.',
    ),
  ],
};
