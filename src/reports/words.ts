/** Every word that readers of the sheets see, in one place. Sentences are made from figures and nothing else. */
import type { CsfStatus, MetricStatus, TargetFigure, TargetStatus, UnreadableTarget } from '../domain/figures';
import type { PeriodKind, LocalDate } from '../domain/time/records';
import { capitalised, countInWords, countOf, listOf, listOfFew, monthName, NO_BREAK, numberText, plural, within } from '../domain/performance/phrases';

export const STATUS_WORD: Readonly<Record<TargetStatus, string>> = {
  Missed: '✕ Missed',
  'At risk': '▲ At risk',
  'Met, incomplete data': '◊ Met, incomplete data',
  Met: '✓ Met',
  'Not measurable': '○ Not measurable',
};

export const CSF_WORD: Readonly<Record<CsfStatus, string>> = {
  'Act now': '✕ Act now',
  'Needs attention': '▲ Needs attention',
  'Supports the business': '✓ Supports the business',
  'No data': '○ No data',
};

export const METRIC_WORD: Readonly<Record<MetricStatus, string>> = {
  'On target': '✓ On target',
  'Off target': '✕ Off target',
  'Off, getting worse': '✕ Off, getting worse',
  'Getting worse': '▲ Getting worse',
  'No target': '– No target',
  'No data': '○ No data',
};

export const MARK = { kept: '•', broken: '✕', notMeasurable: '○' } as const;
/** Stands where a figure would, if there were one. */
export const NOTHING = '–';

export const SHEET_NAME = {
  'operating-report': 'Report',
  'success-factors': 'Success factors',
  scorecard: 'Scorecard',
  'service-levels': 'Service levels',
  'agreement-chain': 'Agreement chain',
  'service-map': 'Service map',
  'services-and-owners': 'Services and owners',
  'customers-and-users': 'Customers and users',
  responsibilities: 'Responsibilities',
  impact: 'Where used and impact',
  'single-points': 'Single points of failure',
  demand: 'Demand and forecast',
  capacity: 'Capacity and licences',
  requests: 'Requests and backlog',
  recommendations: 'Recommendations',
  portfolio: 'Service portfolio',
  projects: 'Project portfolio',
  figures: 'Figures',
  'rows-left-out': 'Rows left out',
} as const;

export const W = {
  report: 'Monthly operating report',
  page: 'Page &P of &N',
  madeWith: (date: string) => `Made with Plumbline on ${date}`,
  seeSheet: (name: string) => `sheet “${name}”`,
  seeTable: (name: string) => `table “${name}”`,
  noOwner: 'no owner yet',
  noAction: 'no action yet',
  noCause: 'no cause recorded',
  promises: 'What was promised, what was delivered',
  heads: { status: 'Status', service: 'Service', promise: 'Promise', target: 'Target', budget: 'Budget used', kept: 'Kept' },
  legend: `${MARK.kept}${NO_BREAK}kept · ${MARK.broken}${NO_BREAK}broken · ${MARK.notMeasurable}${NO_BREAK}not measurable`,
  whyHeads: { promise: 'Promise', what: 'What happened, and why', lost: 'Downtime', owner: 'Owner', action: 'Action, and by when' },
  lost: 'What was lost',
  lostUnit: 'Service downtime by month, hours',
  lostNothing: 'No service was down in these 12 months.',
  lostUnknown: 'No service is recorded.',
  /** In the place of what was lost, where processes have a cost. */
  cost: {
    title: 'What it cost the business',
    unit: (unit: string) => `Downtime cost by month, ${unit}`,
    nothing: 'No downtime cost the business in these 12 months.',
    head: 'Cost',
    asAbove: 'as above',
    owed: { SLA: 'to customers', OLA: 'between teams', UC: 'by suppliers' },
    notKnown: (count: number) => (count === 1 ? 'an amount that cannot be worked out' : `${countInWords(count)} amounts that cannot be worked out`),
  },
  behindChart: 'Behind the chart',
  month: 'Month',
  otherMonths: 'Other months',
  next: 'What breaks next',
  nextNothing: 'Nothing is at risk, ends or is due for review.',
  doing: 'What is being done',
  doingNothing: 'No improvement is recorded.',
  asked: 'What is asked of you',
  whyNow: 'Why now',
  whoDecides: 'Who decides',
  by: 'By',
  now: 'now',
  nothingBroke: 'Nothing broke.',
  noTargets: 'No agreement in force has a target.',
  noTables: (titles: readonly string[]) => `${listOf(titles.map((title, at) => (at === 0 ? title : within(title))))}: sheet “${SHEET_NAME['rows-left-out']}”.`,
  factors: {
    name: 'Critical success factors',
    heads: { factor: 'Critical success factor and its metrics', target: 'Target', change: 'Change', line: 'dashed: target', status: 'Status', says: 'What the data says' },
    none: 'Nothing to show: fill the tables CSFs and Metrics.',
    noMeaning: 'no meaning written down',
    definitions: (now: string, before: string) => [
      `Change: ${now} − ${before}, in the metric’s unit (pt: percentage points). Trend: Mann–Kendall over 12 months at 5%. Each line has its own scale; the round mark is ${now}, a square mark is off target.`,
      `Reading: Act now, when a metric is off target this month and last, or off target and getting worse; Needs attention, when any is off target or getting worse; Supports the business, otherwise. Values: sheet “Figures”.`,
    ],
    withValue: (known: number, all: number) => `${known} of ${all} ${plural(all, 'metric')} ${known === 1 ? 'has' : 'have'} a value`,
  },
  levels: {
    title: 'Service levels',
    heads: ['Status', 'Service', 'Promise', 'Target', 'Actual', 'Month before', 'Allowed', 'Used', 'Left', 'From', 'To'],
    /** Of the rows that stand under a promise. */
    detailHeads: [
      ['status', 'Row'],
      ['service', 'What was out'],
      ['promise', 'Why'],
      ['allowed', 'Share lost'],
      ['used', 'Seconds'],
      ['left', 'Minutes'],
      ['from', 'Start'],
      ['to', 'End'],
    ],
    types: { SLA: 'Promises to customers (SLA)', OLA: 'Promises between teams (OLA)', UC: 'Promises of suppliers (UC)' },
    none: 'No agreement in force has a target.',
    unreadable: 'Promises that cannot be read',
    open: 'open',
    planned: 'planned',
    carriedOver: 'began before the window',
    overlap: 'Counted once where rows overlap',
    together: 'Down only because several were out together',
    downtime: 'Downtime in all',
    setAside: 'set aside',
    prorated: 'a row of Uptime crosses the window’s edge: shared out by agreed time',
    limit: 'limit',
    late: {
      'no notice': 'planned, but counted: no notice is recorded',
      'short notice': 'planned, but counted: announced too late',
      'ran over': 'planned, but counted: ran past its planned end',
    },
    /** @param before how long before it began; null: not before */
    shortNotice: (when: string, before: string | null, agreed: number) => `planned, counted: announced ${when}, ${before === null ? 'when it had begun' : `${before} before`}; ${numberText(agreed, agreed % 1 === 0 ? 0 : 1)} agreed`,
    partOfBreaks: (numbers: readonly number[]) => `${plural(numbers.length, 'break')} ${listOfFew(numbers.map((number) => numberText(number, 0)), 3)}`,
    worst: (seconds: number, parts: readonly { readonly seconds: number; readonly share: string }[]) => `Most downtime in any ${lengthText(seconds)}: ${parts.map((part) => `${lengthText(part.seconds)} × ${part.share}`).join(' + ')}`,
    meanToRestore: (impaired: number, breaks: number) => `${lengthText(impaired)} impaired ÷ ${countOf(breaks, 'break')}`,
    meanBetweenFailures: (agreed: number, impaired: number, breaks: number) => `(${lengthText(agreed)} agreed − ${lengthText(impaired)} impaired) ÷ ${countOf(breaks, 'break')}`,
    forgotten: 'still open: was its end forgotten?',
    serviceDays: (days: number, secondsEach: number) => `Service hours: ${countOf(days, 'day')} of ${numberText(secondsEach / 60, secondsEach % 60 === 0 ? 0 : 2)}${NO_BREAK}min`,
    plannedKinds: { Maintenance: 'Maintenance', 'Planned outage': 'Planned outage' },
    plannedEffect: { Excluded: 'excluded', Forgiven: 'stays in agreed time, never downtime', Counted: 'stays in agreed time' },
    morePlanned: (count: number) => `${numberText(count, 0)} more ${count === 1 ? 'stretch' : 'stretches'} of planned time`,
    notified: (date: string) => `announced ${date}`,
    agreed: 'Agreed time in all',
    withoutData: 'Service hours without data: left out',
    otherRules: (agreements: string) => (agreements === '' ? 'Service hours counted otherwise' : `Counted by the rules then in force: ${agreements}`),
    sameRows: (promise: string) => `Agreed time and outages: the rows under “${promise}”, above`,
    burnRate: (times: string) => `budget used ${times} times as fast as agreed time passes`,
    forecast: (until: string, figure: string, verdict: string) => `at today’s rate ${figure} by ${until}: ${verdict}`,
    aboutBreaks: (count: number) => `${Number.isInteger(count) ? '' : 'about '}${numberText(count, Number.isInteger(count) ? 0 : 1)} ${plural(count, 'break')}`,
    exhausted: (date: string) => `nothing left on ${date} at this rate`,
    definitions: [
      'Allowed, used and left: the error budget of the whole period in minutes (or breaks). From and To: the window measured so far; “to date”: the period still runs. Seconds of an outage are weighted by impact and count inside agreed time only.',
      'Rows under a promise: where the row stands, what was out, why, the share of it lost, seconds and minutes counted, start and end. They add up to the downtime.',
      'Planned time: Excluded leaves agreed time; Forgiven stays in it and is never downtime; Counted is ordinary downtime. Availability is rounded down; exact values: sheet “Figures”.',
    ],
  },
  chain: {
    title: 'Agreement chain',
    about: 'Every SLA with what stands beneath it: is there an agreement, does it cover the hours, can the target be met, do limits and dates fit.',
    heads: ['What is needed', 'Section', 'Group', 'Agreement', 'Hours', 'Uncovered\nh a week', 'Availability', 'Restored\nwithin', 'Responded\nwithin', 'In force\nfrom', 'In force\nuntil', 'Review\ndue'],
    none: 'No SLA is in force.',
    always: '24×7',
    promised: 'what is promised',
    expected: 'expected from what stands beneath',
    expectedAtMost: 'expected from what stands beneath, at most',
    worst: 'at worst, with every agreement beneath kept',
    unknown: 'unknown name',
    uncovered: 'Uncovered:',
    /** Stands after an availability that no agreement promises. */
    recorded: '*',
    sections: { Hardware: 'Hardware', Applications: 'Application', Settings: 'Setting', 'Internal service': 'Internal service', 'External service': 'External service', Service: 'Service' },
    more: (links: number, findings: number) => `${numberText(links, 0)} more ${plural(links, 'link')}${findings === 0 ? '' : `, with ${countOf(findings, 'finding')}`}: see the problems of the workbook`,
    definitions: [
      'Expected: from the availability of every part, shared parts once, failures independent of each other. At most: parts of unknown availability count as always up. At worst: the least that is possible while every agreement beneath is kept.',
      'Every part needs an OLA or UC in force; drafts, ended and coming agreements are no cover. Uncovered: hours a week in which the SLA is open and the agreement beneath is not, mean of 12 months from the report month.',
      'Restored, responded within: the strictest limit, in minutes of the agreement’s own hours. *: recorded with the component, not promised by an agreement.',
    ],
  },
  scorecard: {
    title: 'Scorecard',
    heads: { status: 'Status', service: 'Service', target: 'Target', kept: 'Kept', worst: 'Worst', budget: 'Budget' },
    /** Of the second line of a target. */
    secondHeads: { next: 'Next date', promise: 'Promise', forecast: 'Forecast', run: 'In a row', worst: 'in', deviation: 'Deviation' },
    reviewDue: 'review due ',
    ends: 'ends ',
    ofType: (heading: string, { kept, judged }: { readonly kept: number; readonly judged: number }) => `${heading}: ${numberText(kept, 0)} of ${numberText(judged, 0)} kept`,
    register: 'Reviews due, and agreements about to end',
    registerNone: (days: number) => `No review is due, and no agreement in force ends within ${days} days.`,
    registerHeads: { state: 'Attention', agreement: 'Agreement', from: 'From', to: 'To', item: 'Item', customer: 'Customer', reviewed: 'Reviewed', due: 'Due', left: 'Days to end' },
    reviews: { Overdue: 'review overdue', 'Never reviewed': 'never reviewed', 'Due soon': 'review due soon', Reviewed: '' },
    endsSoon: 'ends, no successor',
    lapsed: 'ended, no successor',
    endsReplaced: 'ends, replaced',
    apart: 'Not in force',
    apartHeads: { state: 'State', links: 'Replaces, or replaced by' },
    replaces: (agreement: string) => `replaces ${agreement}`,
    replacedBy: (agreement: string) => `replaced by ${agreement}`,
    definitions: (asOf: string, margin: string, endDays: number) => [
      `Months: ${MARK.kept}${NO_BREAK}kept · ${MARK.broken}${NO_BREAK}broken · ${MARK.notMeasurable}${NO_BREAK}not measurable · blank: no agreement in force; beneath, the figure of the calendar month, against which the target is held whatever its window. Kept: months kept of those measured. In a row: longest run of months kept.`,
      `Worst: the month furthest from the target. Deviation: sample standard deviation of the monthly figure (pt: percentage points). Budget: share used of what the target allows in its whole period; at risk from ${margin} left. Forecast: the figure at the end of a period that runs, at today’s rate.`,
      `Reviews and ends as of ${asOf}. Ends, no successor: within ${endDays} days, and no agreed agreement replaces it.`,
    ],
  },
  agreementPage: {
    states: { 'In force': 'in force', Draft: 'draft', 'Not begun': 'not begun', Ended: 'ended', Retired: 'retired' },
    notInForce: {
      'In force': 'In force, without a target: nothing is judged.',
      Draft: 'A draft: nothing is promised yet.',
      'Not begun': 'Not begun: nothing is measured yet.',
      Ended: 'Ended: nothing is measured any more.',
      Retired: 'Retired: nothing is measured any more.',
    },
    noTargets: 'This agreement has no target that is judged this month.',
    verdict: ({ month, toDate }: { readonly month: LocalDate; readonly toDate: boolean }, kept: number, judged: number, all: number, named: readonly string[], more: number) => {
      const when = `${toDate ? 'so far ' : ''}in ${monthName(month)}`;
      const list = named.length === 0 ? '' : `: ${listOf([...named, ...(more > 0 ? [`${countInWords(more)} more`] : [])])}`;
      if (all === 0) return 'In force, without a target: nothing is judged.';
      if (judged === 0) return `${all === 1 ? 'Its only promise could not' : `None of its ${all} promises could`} be measured ${when}.`;
      const measured = judged < all ? ' that could be measured' : '';
      const broken = judged - kept;
      const subject = judged === 1 ? (measured === '' ? 'Its only promise' : `The only promise${measured}`) : judged === 2 ? `Both promises${measured}` : `All ${countInWords(judged)} promises${measured}`;
      if (kept === 0 && judged <= 2) return `${subject} ${judged === 1 ? 'was' : 'were'} broken ${when}${list}.`;
      if (broken > 0) return `${broken} of ${judged} promises ${broken === 1 ? 'was' : 'were'} broken ${when}${list}.`;
      return judged === 1 ? `${subject} was kept ${when}${list}.` : `${subject} were kept ${when}.`;
    },
    atRisk: (fields: readonly string[]) => `At risk: ${listOfFew(fields, 3)}.`,
    willMiss: (field: string, exhausted: string | null) => `At today’s rate the target for ${field} will be missed${exhausted === null ? '' : `: nothing left on ${exhausted}`}.`,
    owed: (amount: string) => `${amount} is due.`,
    owedUnknown: (why: string) => `What is due cannot be worked out: ${why}.`,
    reviewIs: {
      Overdue: (date: string) => `Its review was due on ${date}.`,
      'Never reviewed': (date: string) => `It was never reviewed; its review was due on ${date}.`,
      'Due soon': (date: string) => `Its review is due on ${date}.`,
    },
    endsOn: (date: string) => `It ends on ${date}, and no successor is agreed.`,
    terms: 'What was agreed',
    labels: {
      type: 'Type', item: 'Item', customer: 'Customer', provider: 'Provider', itOwner: 'IT owner', businessOwner: 'Business owner', providerContact: 'Provider’s contact', customerContact: 'Customer’s contact',
      inForce: 'Term', replaces: 'Replaces', review: 'Last review', hours: 'Hours', maintenance: 'Maintenance', planned: 'Planned time', counts: 'What counts', charges: 'Charges',
    },
    types: { SLA: 'SLA, promised to a customer', OLA: 'OLA, promised between teams', UC: 'UC, promised by a supplier' },
    everyOutage: 'every outage, at any share lost',
    allCustomers: 'all customers',
    noMaintenance: 'no windows agreed',
    from: (date: string) => `from ${date}`,
    noStart: 'no start recorded',
    until: (date: string, daysLeft: number | null) => `to ${date}${daysLeft === null ? '' : ` (${countOf(daysLeft, 'day')} left)`}`,
    noEnd: 'no end',
    neverReviewed: 'none recorded',
    notReviewed: 'It was never reviewed.',
    dueOn: (date: string) => `; next due ${date}`,
    rules: { Excluded: 'excluded from agreed time', Forgiven: 'stays in agreed time, never downtime', Counted: 'counted as downtime' },
    clauses: {
      notice: (days: number) => `notice of ${countOf(days, 'day')}`,
      ignored: (minutes: number) => `outages of ${numberText(minutes, minutes % 1 === 0 ? 0 : 1)}${NO_BREAK}min or more count`,
      breaks: (share: string) => `a break from ${share} lost`,
      fee: (amount: string, period: string, units: number | null) => `${amount} per unit and ${period}${units === null ? '' : `, ${unitsText(units)}`}`,
      rebate: (amount: string) => `rebate ${amount} per hour and unit`,
      cap: (share: string) => `at most ${share} of the month’s fee`,
    },
    trend: 'Twelve months',
    noMonths: 'Fewer than two of the last 12 months could be measured: there is no line to draw.',
    caption: (promise: string, axis: string, target: string) => `${promise}, by calendar month; axis ${axis}; dashed: target ${target}`,
    heads: ['Month', 'Figure', 'Target', 'Broken', 'Verdict'],
    months: { Met: 'kept', Missed: 'broken', 'Not measurable': 'not measurable' },
    noFigure: 'no figure',
    shortMonth: (month: LocalDate) => `${monthName(month).slice(0, 3)} ’${month.slice(2, 4)}`,
    money: {
      title: (month: string) => `Rebate and credit for ${month}`,
      heads: { what: 'Line', how: 'How it comes about', seconds: 'Seconds', minutes: 'Minutes', amount: 'Amount' },
      fee: 'Fee of the month',
      feeHow: (units: number, fee: string, months: number) => `${unitsText(units)} × ${fee}${months === 1 ? '' : ` ÷ ${months} months`}`,
      downtime: 'Downtime, month',
      downtimeHow: 'of the report month',
      beyond: 'Downtime, beyond',
      beyondHow: 'of the target’s window, beyond what its period allows',
      paid: 'Hours paid',
      paidHow: (hours: number) => `${hours.toLocaleString('en-US', { maximumFractionDigits: 4 })}${NO_BREAK}h: the smaller of the two; each hour is paid once, however long the window`,
      rebate: 'Rebate',
      rebateHow: (rate: string, units: number, seconds: number) => `${rate} an hour × ${unitsText(units)} × ${exactText(seconds)}${NO_BREAK}s ÷ 3,600`,
      credit: 'Credit',
      creditHow: (share: string, below: string) => `${share} of the fee, for availability below ${below}`,
      creditRest: (share: string, below: string, month: string) => `${share} of the fee (below ${below}) less what was credited up to ${month}`,
      creditPaid: (month: string) => `the same downtime was credited in ${month}: not paid again`,
      cap: 'Limit',
      capHow: 'the most that is paid',
      capShare: (share: string) => `at most ${share} of the fee`,
      due: 'Due',
      larger: 'the larger of rebate and credit',
      capped: 'no more than the limit',
      nothing: 'nothing',
      unknown: (why: string) => `Cannot be worked out: ${why}.`,
    },
    foundation: 'What it stands on',
    carries: 'What stands on it',
    moreFindings: (count: number, sheet: string) => `${numberText(count, 0)} more ${plural(count, 'finding')}: sheet “${sheet}”`,
    improvements: 'What is being done',
    improvementHeads: ['Status', 'Improvement', 'Action', 'Owner', 'Due'],
    remarks: 'What was said',
    remarkHeads: ['Month', 'Kind and author', 'Text', 'Owner', 'By'],
    kinds: { Remark: 'Remark', Ask: 'Asked' },
    noState: 'Open',
    moreRows: (count: number) => `${numberText(count, 0)} more ${plural(count, 'row')}`,
    explained: 'What the figures are made of',
  },
  map: {
    title: 'Service map',
    heads: ['Item', 'Category', 'Owner', 'Supplier', 'Through', 'Group', 'Agreements'],
    sections: { Customers: 'Customers', Hardware: 'Hardware', Applications: 'Applications', Settings: 'Settings', 'Internal service': 'Internal services', 'External service': 'External services' },
    definitions: [
      'Can be expected: from the availability of everything beneath, shared parts once, failures independent of each other. At most: parts whose availability is not known count as always up. At worst: the least that is possible while every promise beneath is kept.',
      'Minutes: downtime in agreed hours, by the share of users it hit. Through: what needs the item, –: the service itself. Group: n of m: of m that stand in for each other n must be up.',
    ],
    noneRecorded: 'none recorded',
    infrastructure: 'Infrastructure map: the core that all others stand on',
    noAgreement: 'no agreement',
    users: (count: number) => countOf(count, 'user'),
    /** @param names the first repeated at the end */
    cycle: (names: readonly string[], rows: string) =>
      `${names.join(' → ')}${rows === '' ? '' : ` (${rows})`} are mapped as standing on each other; ${names.length > 3 ? 'their figures count each of them as needed by the others' : 'their figures count each of them as needed by the other'}.`,
    /** @param rows worksheet rows of `Dependencies`, ascending */
    rows: (rows: readonly number[]) => (rows.length === 0 ? '' : `Dependencies, ${plural(rows.length, 'row')} ${listOf(rows.map(String))}`),
    moreCycles: (count: number) => `${numberText(count, 0)} more ${count === 1 ? 'circle' : 'circles'}: see the problems of the workbook`,
    facts: (type: string, priority: string | null, itOwner: string | null, businessOwner: string | null) =>
      [`${type} service`, ...(priority === null ? [] : [priority]), `IT owner: ${itOwner ?? 'no owner yet'}`, `business owner: ${businessOwner ?? 'no owner yet'}`].join(' · '),
    carries: 'Carries ',
    singlePoints: (count: number) => `${numberText(count, 0)} single ${plural(count, 'point')} of failure: `,
    noSinglePoint: 'No single point of failure beneath it.',
    moreCustomers: (count: number) => `${numberText(count, 0)} more ${plural(count, 'customer')}: sheet “${SHEET_NAME['customers-and-users']}”`,
    /** @param sections name and count of what is not listed */
    moreLines: (count: number, nearest: number, farthest: number, sections: readonly string[]) =>
      `${numberText(count, 0)} more, ${nearest === farthest ? `${nearest} ${plural(nearest, 'step')}` : `${nearest} to ${farthest} steps`} down (${sections.join(', ')}): sheet “${SHEET_NAME.impact}” says what stands on each`,
  },
  owners: {
    title: 'Services and owners',
    heads: ['Service', 'Type', 'Lifecycle', 'Priority', 'IT owner', 'Business owner', 'Service manager', 'Agreement'],
    types: { Business: 'Business services', 'End-user': 'End-user services', Infrastructure: 'Infrastructure services' },
    retired: 'Retired services',
    people: 'Who answers for what',
    peopleHeads: ['Owner', 'IT owner of', 'Business owner of', 'Manager of', 'Components', 'Services'],
    unreadable: 'cannot be read',
    leftOut: (rows: number) => `${countOf(rows, 'row')} of Services left out: the name cannot be read, or stands in an earlier row.`,
  },
  customers: {
    title: 'Customers and users',
    heads: ['Service', 'Customer', 'Category', 'Business unit', 'Users', 'Agreement'],
    noSla: 'no SLA',
    unreadable: 'unreadable',
    retired: ' (retired)',
    unknownService: ' (not in Services)',
    none: 'No customer recorded: ',
    leftOut: (rows: number) => `${countOf(rows, 'row')} of Customers left out: service or customer cannot be read.`,
    definitions: ['Users: as recorded. A customer of several services counts once in the total, with the largest of its numbers. Agreement: SLAs in force in the report month for this customer or for all customers of the service.'],
  },
  raci: {
    title: 'Responsibilities',
    heads: { service: 'Service', rule: 'Exactly one A, at least one R' },
    parties: (first: number, last: number, all: number) => `Parties ${numberText(first, 0)} to ${numberText(last, 0)} of ${numberText(all, 0)}`,
    holds: '✓ holds',
    noRow: 'no row in Responsibilities',
    broken: { 'no A': 'nobody accountable', 'several A': 'more than one A', 'no R': 'nobody responsible' },
    definitions: ['R: responsible, does the work. A: accountable, answers for it. C: consulted before. I: informed after. A party may have several. ✕: the rule does not hold.'],
  },
  impact: {
    title: 'Where used and impact',
    heads: ['Item', 'Cost an hour', 'Users', 'Services that fall', 'Customers', 'Agreements', 'Processes', 'Objectives'],
    secondHeads: ['Section, category, owner, supplier', 'Used directly by; other parts that fall'],
    usedBy: 'Used by ',
    notUsed: 'Used by nothing',
    alsoDown: 'Also down: ',
    nothingFalls: 'Nothing falls with these alone',
    nothingFallsHeads: ['Section, category, owner, supplier', 'Used directly by'],
    none: 'No service and no component is recorded.',
    unknown: 'unknown name: in neither Services nor Components',
    definitions: [
      'What falls when the item alone is down, itself included for customers, agreements, processes and objectives. Cost an hour: the downtime cost per hour of the processes reached, each once; –: no cost recorded. Users: of a customer of several services the largest number.',
      'Used by: what depends on it directly, n of m: of a group of m so many must be up. Costliest first, then users, then services.',
    ],
  },
  singlePoints: {
    title: 'Single points of failure',
    heads: ['Rank', 'Item', 'Section', 'Owner', 'Supplier', 'Cost an hour', 'Services', 'Mission-critical', 'Users', 'Agreements', 'Its own agreement', 'Availability'],
    takesDown: 'Takes down ',
    definitions: [
      'A single point of failure alone takes down at least one service besides itself. Rank: by downtime cost per hour, then mission-critical services, agreements, users and services that fall with it. Agreements: those in force on whatever falls.',
      'Availability: the strictest that is promised of the item; *: recorded with the component, not promised by an agreement; –: not known.',
    ],
  },
  figures: {
    title: 'Figures',
    about: 'The numbers behind the charts, and every figure unrounded. Rewritten with each report.',
    downtime: 'Service downtime by month, hours',
    all: 'All services',
    metrics: 'Metrics by month',
    rows: { value: 'Value', target: 'Target', latest: 'Latest' },
    cost: {
      title: (currency: string) => `Downtime cost by month, ${currency}`,
      kind: 'Downtime',
      unplanned: 'Unplanned',
      planned: 'Planned, not in the cost',
      processes: (currency: string) => `Downtime cost of the month by process, ${currency}: they add up`,
      process: 'Process',
      processHeads: ['Per hour', 'Seconds', 'Planned s', 'Cost', 'Planned'],
      services: (currency: string) => `What each service’s downtime would have cost alone, ${currency}: parts may overlap`,
      serviceHeads: ['Cost', 'Planned'],
    },
    targets: 'Targets: seconds, and what they come to',
    targetHeads: ['Target', 'Actual', 'Before', 'Agreed', 'In period', 'Planned', 'Downtime', 'Impaired', 'Breaks', 'Longest', 'MTRS', 'MTBF', 'Allowed', 'Used', 'Data share'],
    incidents: 'Incidents behind targets',
    incidentHeads: ['Opened', 'Within', 'Missed', 'Pending'],
    agreement: 'Agreement',
    service: 'Service',
    metric: 'Metric',
    what: 'What',
  },
  leftOut: {
    title: 'Rows left out',
    sentence: (rows: number, problems: number, ofChains: number) =>
      [
        problems === 0 ? 'Every row could be read.' : `${countOf(rows, 'row')} left out; ${countOf(problems, 'problem')} in the tables.`,
        ...(ofChains === 0 ? [] : [`${numberText(ofChains, 0)} ${problems === 0 ? plural(ofChains, 'problem') : 'more'} between agreements: sheet “${SHEET_NAME['agreement-chain']}”.`]),
      ].join(' '),
    heads: ['Kind', 'Table', 'Sheet', 'Cell', 'Problem', 'Found', 'Expected', 'Effect'],
    kinds: { error: 'Error', warning: 'Warning' },
    about: 'An error leaves its row out of the figures that need the cell; a warning counts, but should be looked at.',
    rowsHeading: 'Rows missing from figures',
    rowsHeads: ['Table', 'Row', 'Agreement', 'Promise'],
    unreadable: (fields: string) => `cannot be read: ${fields}`,
  },
} as const;

const METRIC_NAME: Readonly<Record<string, string>> = {
  'Downtime minutes': 'Downtime',
  'Longest outage minutes': 'Longest outage',
  'MTRS minutes': 'Mean time to restore',
  'MTBF hours': 'Mean time between failures',
  'Waiting in any': 'Longest wait',
};

/** What a promise is about, in a few words. @example 'availability', 'resolved within 4 h' */
export function metricWords(figure: Pick<TargetFigure, 'metric' | 'severity' | 'limitSeconds' | 'inAnySeconds'>): string {
  const { metric, severity, limitSeconds, inAnySeconds } = figure;
  if (inAnySeconds !== null) return `Most downtime in any ${lengthText(inAnySeconds)}`;
  if (metric === 'Decided within') return `${severity === null ? 'Changes' : `${severity} changes`} decided in time`;
  if (metric.endsWith(' within')) {
    const who = severity === null ? 'Incidents' : `Severity ${severity} incidents`;
    return `${who} ${metric.toLowerCase().replace(' within', '')} ${limitSeconds === null ? 'in time' : `within ${durationText(limitSeconds)}`}`;
  }
  return METRIC_NAME[metric] ?? metric;
}

/** The field of a promise, after its service. @example 'availability', 'response times' */
export function fieldWords({ metric }: Pick<TargetFigure, 'metric'>): string {
  const fields: Readonly<Record<string, string>> = { 'Responded within': 'response times', 'Resolved within': 'resolution times', 'Decided within': 'decisions on changes' };
  return fields[metric] ?? within(METRIC_NAME[metric] ?? metric);
}

/** The whole promise in a line. @example 'Availability, 24×7'; 'Breaks, calendar year' */
export function promiseWords(figure: TargetFigure): string {
  const parts = [metricWords(figure)];
  if (figure.metric === 'Availability') parts.push(figure.hours ?? '24×7');
  const window = windowWords(figure.windowKind);
  if (window !== '') parts.push(figure.toDate && !figure.windowKind.kind.startsWith('Rolling') ? `${window} to date` : window);
  if (figure.customer !== null) parts.push(figure.customer);
  return parts.join(', ');
}

/** The same without the hours, where the window already tells promises apart. */
export function shortPromiseWords(figure: TargetFigure): string {
  const window = windowWords(figure.windowKind);
  return window === '' ? promiseWords(figure) : `${metricWords(figure)}, ${window}`;
}

/** How long a promise is judged; '' for a month. */
export function windowWords(window: PeriodKind): string {
  switch (window.kind) {
    case 'Month':
      return '';
    case 'Quarter':
      return 'quarter';
    case 'Year':
      return 'calendar year';
    case 'Fiscal year':
      return 'fiscal year';
    case 'Rolling months':
      return `rolling ${window.count} ${plural(window.count, 'month')}`;
    case 'Rolling days':
      return `rolling ${window.count} ${plural(window.count, 'day')}`;
  }
}

/** A length of time that can be calculated with: minutes, or seconds where they are not whole. @example lengthText(95) // '95 s' */
function lengthText(seconds: number): string {
  return seconds % 60 === 0 ? `${numberText(seconds / 60, 0)}${NO_BREAK}min` : `${numberText(seconds, seconds % 1 === 0 ? 0 : 2)}${NO_BREAK}s`;
}

/** A length of time in its handiest unit. @example durationText(2820) // '47 min' */
export function durationText(seconds: number): string {
  const minutes = seconds / 60;
  if (seconds < 60) return `${numberText(seconds, seconds % 1 === 0 ? 0 : 1)}${NO_BREAK}s`;
  if (minutes < 10) return `${numberText(minutes, minutes % 1 === 0 ? 0 : 1)}${NO_BREAK}min`;
  if (minutes < 600) return minutes % 60 === 0 && minutes >= 120 ? `${numberText(minutes / 60, 0)}${NO_BREAK}h` : `${numberText(Math.round(minutes), 0)}${NO_BREAK}min`;
  const hours = minutes / 60;
  return `${numberText(hours, hours % 1 === 0 || hours >= 100 ? 0 : 1)}${NO_BREAK}h`;
}

/** How many promises were kept, and how that compares. */
export interface Verdict {
  readonly month: LocalDate;
  readonly previousMonth: LocalDate;
  readonly kept: number;
  readonly judged: number;
  readonly keptBefore: number;
  readonly judgedBefore: number;
  readonly notMeasurable: number;
  /** The month is still running. */
  readonly toDate: boolean;
}

/** @example '15 of 18 promises were kept in October, two fewer than in September.' */
export function verdictSentence(verdict: Verdict): string {
  const { kept, judged, notMeasurable, toDate } = verdict;
  const month = monthName(verdict.month);
  if (judged === 0) {
    return notMeasurable === 0 ? `No promise stood to be kept in ${month}.` : `None of ${notMeasurable} ${plural(notMeasurable, 'promise')} could be measured in ${month}.`;
  }
  const so = toDate ? ' so far' : '';
  const subject =
    kept === judged ? (judged === 1 ? 'The only promise was kept' : judged === 2 ? 'Both promises were kept' : `All ${judged} promises were kept`) : kept === 0 ? (judged === 1 ? 'The only promise was broken' : `None of ${judged} promises was kept`) : `${kept} of ${judged} promises ${kept === 1 ? 'was' : 'were'} kept`;
  return `${subject} in ${month}${so}${comparedWithBefore(verdict)}.`;
}

function comparedWithBefore({ kept, judged, keptBefore, judgedBefore, previousMonth }: Verdict): string {
  if (judgedBefore === 0) return '';
  const before = monthName(previousMonth);
  if (judgedBefore !== judged) return `, after ${keptBefore} of ${judgedBefore} in ${before}`;
  const change = kept - keptBefore;
  if (change === 0) return `, as many as in ${before}`;
  return `, ${countInWords(Math.abs(change))} ${change > 0 ? 'more' : 'fewer'} than in ${before}`;
}

/** What stands under the verdict. */
export interface Subline {
  readonly month: LocalDate;
  readonly previousMonth: LocalDate;
  readonly broken: number;
  /** Outages behind the broken promises, each once; null where some of these have none to name. */
  readonly failures: number | null;
  /** Promises that count as kept although some of their data is missing. */
  readonly incomplete: number;
  readonly atRisk: number;
  readonly asks: number;
  /** Downtime of all services, in seconds; null: no service is recorded. */
  readonly downtime: number | null;
  readonly downtimeBefore: number | null;
  /** What downtime cost, in words; null: no process has a cost. */
  readonly cost: {
    /** Of the month, of the month before (null: not known), and of nothing. */
    readonly month: string;
    readonly before: string | null;
    readonly none: string;
    /** Of the outages behind the broken promises; null: it cannot be told apart. */
    readonly failures: string | null;
  } | null;
}

/** Sentences in the order of their weight; as many are printed as the line holds. */
export function sublineSentences({ month, previousMonth, broken, failures, incomplete, atRisk, asks, downtime, downtimeBefore, cost }: Subline): string[] {
  const sentences: string[] = [];
  const priced = cost !== null && cost.failures !== null && cost.failures !== cost.none && broken > 0 && failures !== null;
  if (broken > 0 && failures !== null) {
    const what = `${capitalised(countInWords(failures))} ${plural(failures, 'failure')} broke ${countInWords(broken)} ${plural(broken, 'promise')}`;
    sentences.push(priced ? `${what} and cost the business ${cost.failures === cost.month ? 'all' : cost.failures} of the month’s ${cost.month}.` : `${what}.`);
  }
  if (cost !== null && !priced) sentences.push(costSentence(month, previousMonth, cost));
  if (cost === null && downtime !== null) sentences.push(downtimeSentence(month, previousMonth, downtime, downtimeBefore));
  if (incomplete > 0) sentences.push(`Of those kept, ${countInWords(incomplete)} ${incomplete === 1 ? 'has' : 'have'} incomplete data.`);
  if (atRisk > 0) sentences.push(`${capitalised(countInWords(atRisk))} ${broken > 0 ? 'more ' : ''}${plural(atRisk, 'promise')} ${atRisk === 1 ? 'is' : 'are'} at risk.`);
  if (asks > 0) sentences.push(`${capitalised(countInWords(asks))} ${plural(asks, 'decision')} ${asks === 1 ? 'is' : 'are'} asked of you.`);
  if (cost !== null && downtime !== null) sentences.push(downtimeSentence(month, previousMonth, downtime, downtimeBefore));
  return sentences;
}

function costSentence(month: LocalDate, previousMonth: LocalDate, cost: NonNullable<Subline['cost']>): string {
  const what = `Downtime cost the business ${cost.month === cost.none ? 'nothing' : cost.month} in ${monthName(month)}`;
  if (cost.before === null) return `${what}.`;
  return cost.before === cost.month ? `${what}, as in ${monthName(previousMonth)}.` : `${what}, after ${cost.before === cost.none ? 'nothing' : cost.before} in ${monthName(previousMonth)}.`;
}

function downtimeSentence(month: LocalDate, previousMonth: LocalDate, downtime: number, before: number | null): string {
  if (downtime === 0) return before !== null && before > 0 ? `No service was down in ${monthName(month)}; ${hoursText(before)} in ${monthName(previousMonth)}.` : `No service was down in ${monthName(month)}.`;
  const compared = before === null ? '' : before === 0 ? `, after none in ${monthName(previousMonth)}` : before === downtime ? `, as in ${monthName(previousMonth)}` : `, after ${hoursText(before)} in ${monthName(previousMonth)}`;
  return `Services were down for ${hoursText(downtime)}${compared}.`;
}

function hoursText(seconds: number): string {
  return seconds < 7200 ? durationText(seconds) : `${numberText(seconds / 3600, seconds < 360_000 ? 1 : 0)}${NO_BREAK}hours`;
}

/** What the last line of the promises stands for. */
export function morePromises(rest: Readonly<Record<TargetStatus, number>>): string {
  const kept = rest.Met + rest['Met, incomplete data'];
  const parts = [
    ...(rest.Missed > 0 ? [`${rest.Missed} more broken`] : []),
    ...(rest['At risk'] > 0 ? [`${rest['At risk']} more at risk`] : []),
    ...(kept > 0 ? [`${kept} more ${plural(kept, 'promise')} kept`] : []),
    ...(rest['Not measurable'] > 0 ? [`${rest['Not measurable']} not measurable`] : []),
  ];
  return parts.length === 0 ? '' : `${parts.join(', ')}: ${W.seeSheet(SHEET_NAME['service-levels'])}`;
}

export function whyHeading(broken: number): string {
  if (broken === 0) return 'What broke';
  return `Why ${broken === 1 ? 'one promise' : `${countInWords(broken)} promises`} broke`;
}

/** @param place as `W.seeSheet` and `W.seeTable` have it @example moreOn(3, W.seeSheet('Service levels')) // 'three more: sheet “Service levels”' */
export function moreOn(count: number, place: string): string {
  return `${countInWords(count)} more: ${place}`;
}

/** A factor with all the decimals it has, so that a reader can multiply by it. @example exactText(4800.25) // '4,800.25' */
export function exactText(factor: number): string {
  return factor.toLocaleString('en-US', { maximumFractionDigits: 8 });
}

function unitsText(units: number): string {
  return `${exactText(units)} ${plural(units, 'unit')}`;
}

/** How many promises were kept, for the head of the scorecard. @example '15 of 18 promises to customers were kept in October 2026.' */
export function scorecardSentence(month: LocalDate, kept: number, judged: number, toCustomers: boolean, toDate = false): string {
  const when = `${toDate ? 'so far ' : ''}in ${monthName(month)}${NO_BREAK}${month.slice(0, 4)}`;
  const to = toCustomers ? ' to customers' : '';
  if (judged === 0) return `No promise${to} could be measured ${when}.`;
  if (kept === judged) return `${judged === 1 ? `The only promise${to} was` : judged === 2 ? `Both promises${to} were` : `All ${countInWords(judged)} promises${to} were`} kept ${when}.`;
  return `${kept} of ${judged} promises${to} ${kept === 1 ? 'was' : 'were'} kept ${when}.`;
}

/** What stands behind the head of the scorecard, in sentences that fit as far as there is room. */
export interface ScorecardFacts {
  /** Promises of the head that were kept in every month measured of the last 12, and how many could be measured. */
  readonly steady: number;
  readonly measured: number;
  /** Agreements beneath: targets met of those judged. */
  readonly beneath: readonly { readonly type: string; readonly kept: number; readonly judged: number }[];
  readonly reviewsDue: number;
  readonly ending: number;
}

/** @example ['Of the last 12 months, 9 of 18 promises kept every one that could be measured.', 'OLA: 6 of 7 kept; UC: 9 of 9 kept.', 'One review is due, one agreement ends without a successor.'] */
export function scorecardFacts({ steady, measured, beneath, reviewsDue, ending }: ScorecardFacts): string[] {
  const dates = [
    ...(reviewsDue > 0 ? [`${countInWords(reviewsDue)} ${plural(reviewsDue, 'review')} ${reviewsDue === 1 ? 'is' : 'are'} due`] : []),
    ...(ending > 0 ? [`${countInWords(ending)} ${plural(ending, 'agreement')} ${ending === 1 ? 'ends' : 'end'} without a successor`] : []),
  ];
  return [
    ...(measured > 0 ? [`Of the last 12 months, ${steady} of ${measured} ${plural(measured, 'promise')} kept every one that could be measured.`] : []),
    ...(beneath.length > 0 ? [`${beneath.map(({ type, kept, judged }) => `${type}: ${kept} of ${judged} kept`).join('; ')}.`] : []),
    ...(dates.length > 0 ? [`${capitalised(dates.join(', '))}.`] : []),
  ];
}

/** Fields of a promise as `Targets` heads them. */
const PROMISE_FIELD: Readonly<Record<string, string>> = { metric: 'Metric', comparator: 'Comparator', target: 'Target', window: 'Window' };
/** Rows that one list names; the others are counted. */
const MOST_UNREADABLE = 20;

/** Promises that nobody can read, each with its row and what is wrong in it. @example ['1 promise cannot be read: Targets row 51, Target'] */
export function unreadablePromises(targets: readonly UnreadableTarget[]): string[] {
  const named = targets.slice(0, MOST_UNREADABLE).map(({ table, row, fields }) => `${table} row ${row}, ${unreadableFieldWords(fields)}`);
  const more = targets.length - named.length;
  const [first, ...rest] = [...named, ...(more > 0 ? [`${numberText(more, 0)} more`] : [])];
  return first === undefined ? [] : [`${promisesUnreadable(targets.length)}: ${first}`, ...rest];
}

/** @example promisesUnreadable(1) // '1 promise cannot be read' */
export function promisesUnreadable(count: number): string {
  return `${countOf(count, 'promise')} cannot be read`;
}

/** @example unreadableFieldWords(['metric', 'target']) // 'Metric and Target' */
export function unreadableFieldWords(fields: readonly string[]): string {
  return listOf(fields.map((field) => PROMISE_FIELD[field] ?? field));
}

/** @example keptSentence(15, 18) // '15 of 18 targets are kept.' */
export function keptSentence(kept: number, judged: number): string {
  if (judged === 0) return 'No target could be measured.';
  return kept === judged ? (judged === 1 ? 'The only target is kept.' : judged === 2 ? 'Both targets are kept.' : `All ${judged} targets are kept.`) : `${kept} of ${judged} targets ${kept === 1 ? 'is' : 'are'} kept.`;
}

/** @example 'Six of eight success factors support the business; User-friendly interface needs action now.' */
export function factorsSentence(statuses: readonly { readonly csf: string; readonly status: CsfStatus }[]): string {
  const of = (status: CsfStatus) => statuses.filter((csf) => csf.status === status);
  if (statuses.length === 0) return 'No success factor is recorded.';
  const good = of('Supports the business').length;
  const total = statuses.length;
  const start =
    good === total
      ? total === 1
        ? 'The only success factor supports the business'
        : `All ${countInWords(total)} success factors support the business`
      : good === 0
        ? 'No success factor supports the business on every figure'
        : `${capitalised(countInWords(good))} of ${countInWords(total)} success factors ${good === 1 ? 'supports' : 'support'} the business`;
  const act = of('Act now');
  const attention = of('Needs attention');
  const [only] = act.length > 0 ? act : attention;
  const count = act.length > 0 ? act.length : attention.length;
  const what = act.length > 0 ? 'action now' : 'attention';
  if (only === undefined) return `${start}.`;
  return `${start}; ${count === 1 ? `${only.csf} needs` : `${countInWords(count)} need`} ${what}.`;
}

/** What stands behind a factor's status, for the line under the sentence. @example 'User-friendly interface: both metrics off target and getting worse.' */
export function factorSentence(csf: string, statuses: readonly MetricStatus[]): string | null {
  const kinds: readonly (readonly [MetricStatus, string])[] = [
    ['Off, getting worse', 'off target and getting worse'],
    ['Off target', 'off target'],
    ['Getting worse', 'getting worse'],
  ];
  const parts = kinds.flatMap(([status, words]) => {
    const count = statuses.filter((one) => one === status).length;
    if (count === 0) return [];
    const who = count === statuses.length ? (count === 1 ? 'its only metric' : count === 2 ? 'both metrics' : `all ${countInWords(count)} metrics`) : `${countInWords(count)} of ${countInWords(statuses.length)} metrics`;
    return [`${who} ${words}`];
  });
  return parts.length === 0 ? null : `${csf}: ${parts.join(', ')}.`;
}

function costDefinition({ planned, unpriced }: NonNullable<Definitions['cost']>): string {
  const apart = planned === null ? 'planned time apart' : `planned time apart (${planned})`;
  const missing = unpriced === 0 ? '' : `; ${unpriced} ${unpriced === 1 ? 'process has' : 'processes have'} no cost`;
  return `Cost: each process’s cost per hour × hours impaired, ${apart}${missing}; costs of single services may overlap.`;
}

/** The three lines of definitions. */
export interface Definitions {
  readonly amberMargin: number;
  /** Planned-time rule → items shown with it, the commonest first. */
  readonly rules: readonly { readonly rule: string; readonly items: readonly string[] }[];
  readonly rowsLeftOut: number;
  /** Errors in the tables: a table that is missing leaves out no row. */
  readonly errors: number;
  readonly itemsLeftOut: readonly string[];
  /** Promises met on incomplete data. */
  readonly incomplete: number;
  readonly notMeasurable: number;
  /** Agreements beneath the promises of the page. */
  readonly beneath: { readonly targets: number; readonly missed: number };
  /** Cost of planned downtime (null: none) and processes without a cost; null: no process has one. */
  readonly cost: { readonly planned: string | null; readonly unpriced: number } | null;
}

export function definitionLines({ amberMargin, rules, rowsLeftOut, errors, itemsLeftOut, incomplete, notMeasurable, beneath, cost }: Definitions): string[] {
  const [common, ...others] = rules;
  const planned =
    common === undefined
      ? ''
      : `Planned time: ${common.rule} ${common.rule === 'Excluded' ? 'from' : 'in'} all availabilities shown${others.length === 0 ? '' : `, except ${others.map(({ rule, items }) => `${listOfFew(items, 3)}: ${rule}`).join('; ')}`}. `;
  const seeRows = `(${W.seeSheet(SHEET_NAME['rows-left-out'])})`;
  const left =
    rowsLeftOut > 0
      ? `Left out: ${rowsLeftOut} ${plural(rowsLeftOut, 'row')}${itemsLeftOut.length === 0 ? '' : ` of ${listOfFew(itemsLeftOut, 3)}`} ${seeRows}.`
      : `Left out: no row${errors === 0 ? '' : `, but the tables have ${errors} ${plural(errors, 'error')} ${seeRows}`}.`;
  return [
    `Kept: target met, or not broken yet while its period runs. At risk: ${numberText(amberMargin * 100, 0)}% or less of the budget left, or used faster than time passes. Budget used: downtime ÷ downtime the target allows; a full bar: nothing left; –: no budget.`,
    `${planned}Availability is rounded down and counts the share of users affected. ${cost === null ? 'Service downtime: the sum over services, planned time apart.' : costDefinition(cost)}`,
    `${left}${incomplete === 0 ? '' : ` Met, incomplete data: ${incomplete} ${plural(incomplete, 'promise')}, counted as kept.`} Not measurable: ${notMeasurable === 0 ? 'none' : `${notMeasurable} ${plural(notMeasurable, 'promise')}, not counted above`}.${beneath.targets === 0 ? '' : ` Agreements beneath (OLA, UC): ${beneath.missed} of ${beneath.targets} ${plural(beneath.targets, 'target')} missed (${W.seeSheet(SHEET_NAME['service-levels'])}).`}`,
  ];
}

