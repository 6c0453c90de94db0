/** How the definitions of other tools differ from ours: what each counts, where ours differs and why, and one month computed by each. */
import { MONTH_EVENTS, MONTH_FIGURES, MONTH_TARGET, monthKept, monthPercent } from './definitions-month';
import { type Block, code, heading, type HelpSection, type HelpText, list, table, text } from './section';

/** What a definition of availability has to say, in the order of the page. */
const ASPECTS = ['100% is', 'service hours', 'planned time', 'partly down', 'overlaps', 'still open', 'no data', 'soft states, pauses', 'rounding'] as const;

/** One tool's definition, as far as its maker documents it. */
export interface Definition {
  readonly tool: string;
  readonly anchor: string;
  /** In the order of the aspects; `NOT_DOCUMENTED` where nothing was found. */
  readonly says: Readonly<Record<(typeof ASPECTS)[number], HelpText>>;
  /** Where ours differs, and why. */
  readonly differs: HelpText;
  /** Addresses at which the definition was read. */
  readonly source: readonly string[];
}

export const NOT_DOCUMENTED = 'not documented';

const OURS: Definition['says'] = {
  '100% is': 'service hours less holidays in the month; less planned time under Excluded',
  'service hours': 'by calendar, with seasons, holidays and the clock of its zone; 24×7 where none is named',
  'planned time': 'a column of the agreement: Excluded, Forgiven or Counted',
  'partly down': 'by Impact: half down for 120 min is 60 min',
  overlaps: 'once, at the largest impact',
  'still open': 'counts to As of; open for more than 7 days is a problem that names the row',
  'no data': 'with rows of `Outages`, no row means up; with rows of `Uptime`, a hole leaves the 100% and completeness stands beside the figure',
  'soft states, pauses': 'outages shorter than Ignore under minutes can be left out; incidents pause by rows of `Holds`, availability never',
  rounding: 'down, never 100% after an outage, with as many decimals as the verdict needs',
};

export const DEFINITIONS: readonly Definition[] = [
  {
    tool: 'Zabbix',
    anchor: 'definition-zabbix',
    says: {
      '100% is': 'uptime + downtime: the schedule less excluded downtimes, to now, from the day the service was created',
      'service hours': 'a week that repeats; a holiday is entered as an excluded downtime',
      'planned time': 'excluded downtimes leave uptime and downtime, as under Excluded',
      'partly down': 'any status but OK is down in full',
      overlaps: 'once: a service has one status at a time',
      'still open': 'counts to now',
      'no data': 'the last status stands',
      'soft states, pauses': NOT_DOCUMENTED,
      rounding: `the objective has up to 4 decimals; the figure: ${NOT_DOCUMENTED}`,
    },
    differs: 'Ours weighs a partial outage by its impact and reads holidays from a table: 98.0769% against 97.5962%. Without the holiday entered, Zabbix gives 97.7064%, as 600 min that nobody was promised count as up.',
    source: ['https://www.zabbix.com/documentation/current/en/manual/it_services/sla', 'https://www.zabbix.com/documentation/current/en/manual/api/reference/sla/object', 'https://github.com/zabbix/zabbix/blob/34e19b964a97bc4ede057758017a031d4aafb077/ui/include/classes/api/services/CSla.php'],
  },
  {
    tool: 'Icinga',
    anchor: 'definition-icinga',
    says: {
      '100% is': 'the whole window, around the clock, less time before the first state',
      'service hours': 'none in this figure',
      'planned time': 'in a downtime counts as OK and stays in the total, as under Forgiven',
      'partly down': 'WARNING of a service is OK; CRITICAL and UNKNOWN are down in full',
      overlaps: 'once: one state at a time',
      'still open': 'the last state stands to the end of the window',
      'no data': 'the last state stands; only what was pending leaves the total',
      'soft states, pauses': 'hard states only: the checks before an outage is certain count as OK',
      rounding: 'four decimals',
    },
    differs: 'Ours measures what was promised: 600 min down in 43,200 read 98.6111%, although 12,600 min were promised. Outages at night are not downtime of an office service, and those by day weigh 3.4 times as much.',
    source: ['https://github.com/Icinga/icingadb (function get_sla_ok_percent of the schema)', 'https://icinga.com/docs/icinga-2/latest/doc/08-advanced-topics/'],
  },
  {
    tool: 'Checkmk',
    anchor: 'definition-checkmk',
    says: {
      '100% is': 'the time range inside the service period; every state has its column, availability is the share that was OK',
      'service hours': 'a service period for each object; can be ignored, or turned round',
      'planned time': 'Honor (as installed): a column of its own inside the 100%; Ignore: as if there were none, like Counted; Exclude: leaves the 100%, like Excluded',
      'partly down': 'WARN is a column of its own, and can be taken as OK',
      overlaps: 'once: one state at a time',
      'still open': NOT_DOCUMENTED,
      'no data': 'N/A: a column of its own inside the 100%, or left out',
      'soft states, pauses': 'not by hard states; short intervals between equal states can be taken as that state',
      rounding: `two decimals, can be changed; up or down: ${NOT_DOCUMENTED}`,
    },
    differs: 'As installed it shows planned work and missing data as not OK: 95.7143%. With its options set it comes near ours: 98.5437% against 98.0583%, the rest is the partial outage. Ours keeps the rule in the agreement, so that a figure does not change with who looks at it.',
    source: ['https://docs.checkmk.com/latest/en/availability.html', 'https://github.com/Checkmk/checkmk-docs/blob/06f4be80f32e854c2ca5464f0cdc7721eed4fd4a/src/common/en/availability.asciidoc'],
  },
  {
    tool: 'ServiceNow',
    anchor: 'definition-servicenow',
    says: {
      '100% is': 'commitment: the uptime inside the commitment’s schedule; total: the whole interval. The table of fields calls committed uptime period end less period start; here the schedule is taken',
      'service hours': 'the schedule of the commitment',
      'planned time': 'a Planned Outage never counts, nor does what overlaps it; it stays in the total, as under Forgiven',
      'partly down': 'a Degradation never counts',
      overlaps: `of two outages: ${NOT_DOCUMENTED}; taken once here`,
      'still open': 'counts while it lasts',
      'no data': NOT_DOCUMENTED,
      'soft states, pauses': 'the clock of a task SLA runs in its schedule and stops while its pause condition holds, as ours does with `Holds`',
      rounding: NOT_DOCUMENTED,
    },
    differs: 'Ours counts a partial outage by its impact: 98.0952% under Forgiven against 98.5714%. And a promise is kept at exactly the target; by the table of fields a commitment is met when the figure is higher.',
    source: ['https://www.servicenow.com/docs/r/australia/it-service-management/service-portfolio-management/SPM2-view-availability-results.html', 'https://www.servicenow.com/docs/r/it-service-management/service-portfolio-management/create-SPM2-outages.html', 'https://www.servicenow.com/docs/r/australia/it-service-management/service-level-management/c_SLAConditions.html', 'https://www.servicenow.com/docs/r/australia/it-service-management/service-level-management/c_SLASchedule.html'],
  },
  {
    tool: 'AWS',
    anchor: 'definition-aws',
    says: {
      '100% is': 'Lambda: the average over all 5-minute intervals of the billing month; EC2: all minutes of the month',
      'service hours': 'none: around the clock',
      'planned time': `what the exclusions of each SLA name; a maintenance window: ${NOT_DOCUMENTED} in what was read, so it counts here`,
      'partly down': 'Lambda: the share of requests that failed; EC2: only when no instance can be reached from outside',
      overlaps: 'once: requests fail, or minutes are lost, once',
      'still open': `${NOT_DOCUMENTED}; counts to the end of the month here`,
      'no data': 'Lambda: an interval without requests is 100% available',
      'soft states, pauses': NOT_DOCUMENTED,
      rounding: NOT_DOCUMENTED,
    },
    differs: 'Ours counts from outages, not from requests: a night without users neither helps nor hurts. Credits go by tiers as in `Credits`: 98.3681% is below 99%, which is 25% with the tiers of S3 (10% below 99.9%, 25% below 99%, 100% below 95%). AWS credits what is claimed; ours shows what is owed, claimed or not.',
    source: ['https://aws.amazon.com/lambda/sla/ (definitions as quoted at https://dev.classmethod.jp/articles/aws-lambda-sla)', 'https://aws.amazon.com/compute/sla/ (definitions as quoted elsewhere)', 'https://aws.amazon.com/s3/sla/historical/ (tiers)'],
  },
  {
    tool: 'Upptime',
    anchor: 'definition-upptime',
    says: {
      '100% is': 'a month is 2,628,288 s (30.42 days) back from now, or the time since monitoring began; not a calendar month',
      'service hours': 'none: around the clock',
      'planned time': 'a maintenance event that expects the site to be down opens no issue: nothing counts, the time stays in the total, as under Forgiven',
      'partly down': 'degraded opens an issue, which counts in full',
      overlaps: 'once: no second issue while one is open',
      'still open': 'counts to now',
      'no data': 'up: only issues count',
      'soft states, pauses': 'a failed check is made twice more within seconds before it counts',
      rounding: 'to the nearest of two decimals: one minute down in a month reads 100.00%',
    },
    differs: 'Ours divides by the month that was promised: its 720 min read 98.3563% of 30.42 days and 98.3333% of June. And after an outage ours never reads 100%.',
    source: ['https://github.com/upptime/uptime-monitor/blob/d70f7a6d6a71b40988d6cf981ed2bef749f459b7/src/helpers/calculate-uptime.ts', 'https://github.com/upptime/uptime-monitor/blob/1cf004c2f4d310f11a5607839d6cdf4afb7e4bd4/src/update.ts'],
  },
];

export const DEFINITIONS_SECTION: HelpSection = {
  anchor: 'definitions',
  title: 'How definitions differ',
  blocks: [
    text(summary()),
    table(['definition', 'availability', `against ${MONTH_TARGET}%`], MONTH_FIGURES.map((figure) => [figure.name, monthPercent(figure), monthKept(figure) ? 'kept' : 'broken'])),
    heading('The month', 'definitions-month'),
    list(...MONTH_EVENTS),
    table(['definition', 'not up, of min', 'how'], MONTH_FIGURES.map(({ name, total, notUp, why }) => [name, `${notUp}\u00a0of\u00a0${grouped(total)}`, why])),
    heading('How each one counts', 'definitions-counts'),
    text(`As their makers publish it; what was not found there is said to be ${NOT_DOCUMENTED}. Versions and settings change a tool’s figure: read its own page, whose address stands below it, before you compare.`),
    heading('Plumbline', 'definition-plumbline'),
    aspects(OURS),
    ...DEFINITIONS.flatMap(({ tool, anchor, says, differs, source }) => [heading(tool, anchor), text(differs), aspects(says), code(source.join('\n'))]),
  ],
};

/** A number with its thousands grouped. @example grouped(43804.8) // '43,804.8' */
function grouped(value: number): string {
  return value.toLocaleString('en-GB');
}

/** The spread of the figures in one sentence. */
function summary(): HelpText {
  const ordered = [...MONTH_FIGURES].sort((a, b) => a.notUp / a.total - b.notUp / b.total);
  const broken = MONTH_FIGURES.filter((figure) => !monthKept(figure)).length;
  return `The same month gives ${MONTH_FIGURES.length} figures, from ${monthPercent(ordered[ordered.length - 1]!)} to ${monthPercent(ordered[0]!)}. Against a promise of ${MONTH_TARGET}%, ${broken} of them say broken. So agree on the definition first, and compare figures only where it is the same.`;
}

function aspects(says: Definition['says']): Block {
  return table(['what', 'how it counts'], ASPECTS.map((aspect) => [aspect, says[aspect]]));
}
