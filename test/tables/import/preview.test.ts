import { importWords } from '../../../src/tables/import/words';
import { table } from '../workbook';
import { added, exported, pausesOf, preview, rowsAccountedFor } from './exports';

const noOutages = { Outages: table('Outages', ['Item', 'Start', 'End', 'Impact', 'Planned', 'Planned until', 'Notified', 'Cause', 'Outage id'], []) };
const noIncidents = { Incidents: table('Incidents', ['Incident', 'Item', 'Opened', 'Resolved', 'Severity', 'Description'], []) };

describe('ServiceNow', () => {
  test('incidents: text stays as it is, open ones stay open, a repeated row is read once, an unknown item is said with the near one', () => {
    const result = preview(exported('servicenow-incidents.csv'), {}, noIncidents);
    expect(result).toMatchObject({ profile: 'ServiceNow incidents', table: 'Incidents', questions: [], zone: { name: 'Europe/Berlin', because: 'workbook' }, dateOrder: null });
    expect(added(result)).toEqual([
      { Incident: 'INC0010001', Item: 'ATM Network', Opened: '2026-10-07T09:12:00', Resolved: '2026-10-07T10:00:00', Severity: '1 - Critical', Description: 'ATMs show "out of service"' },
      { Incident: 'INC0010003', Item: 'Card Payments', Opened: '2026-10-25T02:30:00', Resolved: '2026-10-25T04:10:00', Severity: '2 - High', Description: 'Payments refused,\r\nall branches' },
    ]);
    expect(result.unknownNames).toEqual([{ field: 'item', name: 'Crad Payments', rows: 1, closest: 'Card Payments' }]);
    // The third incident holds a line break, so it takes lines 4 and 5.
    expect(result.problems).toEqual([
      { line: 3, column: 'Configuration item', found: '“Crad Payments”', expected: 'a service or component of the workbook' },
      { line: 7, column: 'Resolved', found: '2026-10-09 14:00:00', expected: 'after Opened, 2026-10-09 15:00:00' },
    ]);
    expect(result.skipped).toEqual([{ line: 6, why: 'repeats line 2' }]);
    // Berlin's clocks went from 3:00 back to 2:00 on 25 October 2026.
    expect(result.notes).toEqual([{ line: 4, text: '25 Oct 2026 02:30 comes twice in Europe/Berlin: clocks went back; the first is taken' }]);
    expect(result.counts).toEqual({ rows: 5, added: 2, updated: 0, unchanged: 0, skipped: 1, conflicts: 0, problems: 2, waiting: 0 });
  });

  test('a name is mapped once, or kept as it is, or its rows are left out', () => {
    const mapped = preview(exported('servicenow-incidents.csv'), { values: { item: { 'crad payments': 'Card Payments' } } }, noIncidents);
    expect(added(mapped)[1]).toEqual({ Incident: 'INC0010002', Item: 'Card Payments', Opened: '2026-10-07T11:30:00', Severity: '3 - Moderate', Description: "=cmd|' /C calc'!A0" });
    const kept = preview(exported('servicenow-incidents.csv'), { values: { item: { 'Crad Payments': 'Crad Payments' } } }, noIncidents);
    expect(added(kept)[1]).toMatchObject({ Item: 'Crad Payments' });
    const left = preview(exported('servicenow-incidents.csv'), { values: { item: { 'Crad Payments': null } } }, noIncidents);
    expect(left.skipped[0]).toEqual({ line: 3, why: 'Configuration item is “Crad Payments”: left out, as you said' });
    expect([mapped, kept, left].every(rowsAccountedFor)).toBe(true);
  });

  test('field names, and an order that 31/12 decides for every column', () => {
    const result = preview(exported('servicenow-incidents-fields.csv'), {}, noIncidents);
    expect(result.dateOrder).toEqual({ order: 'dmy', because: '31/12/2026 23:50:00 in line 3 can only be read so' });
    expect(added(result)[0]).toMatchObject({ Opened: '2026-10-07T09:12:00', Resolved: '2026-10-07T10:00:00', Severity: '1 - Critical' });
  });

  test('changes become requests; states that the contract does not have are asked', () => {
    const asked = preview(exported('servicenow-changes.csv'));
    expect(asked).toMatchObject({ profile: 'ServiceNow changes', table: 'Requests', isReady: false });
    expect(asked.questions).toEqual(['Authorize', 'Closed'].map((value) => ({ kind: 'value', field: 'status', column: 'Status', value, rows: 1, type: 'choice', choices: ['New', 'Approved', 'Rejected', 'In progress', 'Done'] })));
    expect(asked.counts.waiting).toBe(2);
    const result = preview(exported('servicenow-changes.csv'), { values: { status: { Authorize: 'New', Closed: 'Done' } } });
    expect(added(result)).toEqual([
      { Request: 'CHG0030001', Submitted: '2026-10-05', Status: 'New', Title: 'New card gateway', 'Requested by': 'Ann Beck', 'Change type': 'Normal', 'CAB date': '2026-10-14' },
      { Request: 'CHG0030002', Submitted: '2026-10-08', Status: 'Done', Title: 'Password policy', 'Requested by': 'Bo Dahl', 'Change type': 'Standard', Closed: '2026-10-12' },
    ]);
  });
});

test('Jira: named months need no order; noon and midnight', () => {
  const result = preview(exported('jira.csv'), {}, noIncidents);
  expect(result).toMatchObject({ profile: 'Jira issues', table: 'Incidents', questions: [], dateOrder: null });
  expect(added(result)).toEqual([
    { Incident: 'OPS-101', Item: 'Card Payments', Opened: '2026-11-12T15:04:00', Resolved: '2026-11-12T16:34:00', Severity: 'Highest', Description: 'Cards declined at tills' },
    { Incident: 'OPS-102', Item: 'ATM Network', Opened: '2026-11-12T00:15:00', Severity: 'Low', Description: 'ATM screen frozen' },
  ]);
});

test('Zabbix: what a severity costs is asked, never guessed, and rows may be left out; an open problem stays open', () => {
  const asked = preview(exported('zabbix-problems.csv'), {}, noOutages);
  expect(asked.questions.map((question) => question.kind === 'value' && [question.field, question.value, question.rows, question.type])).toEqual([['impact', 'Disaster', 2, 'percent'], ['impact', 'Warning', 1, 'percent']]);
  expect(asked.isReady).toBe(false);
  const result = preview(exported('zabbix-problems.csv'), { values: { impact: { Disaster: '100%', Warning: null } } }, noOutages);
  expect(added(result)).toEqual([
    { Item: 'Gateway A', Start: '2026-10-07T09:10:15', End: '2026-10-07T09:57:45', Impact: 1, Cause: 'Unavailable by ICMP ping' },
    // Its duration runs on: it is no end.
    { Item: 'Gateway B', Start: '2026-10-08T00:30:00', Impact: 1, Cause: 'Unavailable by ICMP ping' },
  ]);
  expect(result.skipped).toEqual([{ line: 3, why: 'Severity is “Warning”: left out, as you said' }]);
});

test.each(['half', '150%', '-5'])('an answer that is none, %s, leaves the question as it was, and a better one is taken', (refused) => {
  const csv = 'Item,Start,Impact\nCard Payments,2026-10-07 09:00,minor\nATM Network,2026-10-07 09:00,Minor\nGateway A,2026-10-07 09:00,0.5';
  const open = preview(csv, { values: { impact: { minor: refused } } }, noOutages);
  expect(open.questions).toEqual([{ kind: 'value', field: 'impact', column: 'Impact', value: 'minor', refused, rows: 2, type: 'percent', choices: [] }]);
  expect(open).toMatchObject({ problems: [], isReady: false, counts: { rows: 3, waiting: 2, added: 1 } });
  expect(rowsAccountedFor(open)).toBe(true);
  // 20 is 20%; it does not make 0.5% of the 0.5 that the file says.
  expect(added(preview(csv, { values: { impact: { minor: '20' } } }, noOutages)).map(({ Impact }) => Impact)).toEqual([0.2, 0.2, 0.5]);
});

test('a choice that is none, and a name that is none, are asked by the word of the file', () => {
  const asked = preview(exported('servicenow-changes.csv'), { values: { status: { Authorize: 'Open', Closed: 'Done' } } });
  expect(asked.questions).toMatchObject([{ value: 'Authorize', refused: 'Open', rows: 1, choices: ['New', 'Approved', 'Rejected', 'In progress', 'Done'] }]);
  const named = preview(exported('servicenow-incidents.csv'), { values: { item: { 'Crad Payments': 'Cards' } } }, noIncidents);
  expect(named.unknownNames).toEqual([{ field: 'item', name: 'Crad Payments', rows: 1, closest: 'Card Payments' }]);
});

describe('Uptime Kuma', () => {
  test('beats become outages, in the order of time; its times are in UTC', () => {
    const result = preview(exported('uptime-kuma-heartbeats.csv'), {}, noOutages);
    expect(result).toMatchObject({ profile: 'Uptime Kuma heartbeats', table: 'Outages', zone: { name: 'UTC', because: 'tool' } });
    // Berlin is two hours ahead of UTC on 7 October and one on 31 October: 23:59 UTC is 0:59 on 1 November.
    expect(added(result)).toEqual([
      { Item: 'Card Payments', Start: '2026-10-07T10:01:00', End: '2026-10-07T10:03:00', Cause: 'timeout of 48000ms exceeded' },
      { Item: 'ATM Network', Start: '2026-11-01T00:59:00', Cause: 'connect ECONNREFUSED' },
    ]);
    expect(result.skipped).toEqual([
      { line: 2, why: 'ends the outage of line 4' },
      { line: 3, why: 'still down since line 4' },
      { line: 5, why: 'pending: neither up nor down' },
      { line: 6, why: 'up: no outage' },
      { line: 8, why: 'maintenance: neither up nor down' },
    ]);
    expect(rowsAccountedFor(result)).toBe(true);
  });

  test('the list of events of a page, in the zone that its user sees', () => {
    const result = preview(exported('uptime-kuma-events.tsv'), {}, noOutages);
    expect(result).toMatchObject({ profile: 'Uptime Kuma events', zone: { name: 'Europe/Berlin', because: 'workbook' } });
    expect(added(result)).toEqual([{ Item: 'Card Payments', Start: '2026-10-07T10:01:00', End: '2026-10-07T10:03:00', Cause: 'timeout of 48000ms exceeded' }]);
  });
});

describe('Statuspage', () => {
  test('JSON: one outage for each component, announced work is planned, what is to come is left out', () => {
    const values = { impact: { critical: '100%', minor: '20%', maintenance: '100%' } };
    const result = preview(exported('statuspage.json'), { values }, noOutages);
    expect(result).toMatchObject({ profile: 'Statuspage incidents', table: 'Outages', questions: [] });
    const first = { Start: '2026-10-07T09:10:00', End: '2026-10-07T09:57:00', 'Outage id': 'p31zjtct2jer', Impact: 1, Planned: 'No', Cause: 'Card payments refused' };
    expect(added(result)).toEqual([
      { Item: 'Card Payments', ...first },
      { Item: 'ATM Network', ...first },
      { Item: 'Card Payments', Start: '2026-10-31T22:55:00', 'Outage id': 'q8s2', Impact: 0.2, Planned: 'No', Cause: 'Slow logons' },
      { Item: 'Card Payments', Start: '2026-10-04T03:00:00', End: '2026-10-04T04:30:00', 'Outage id': 'm1', Impact: 1, Planned: 'Yes', 'Planned until': '2026-10-04T05:00:00', Notified: '2026-09-20T10:00:00', Cause: 'Database upgrade' },
    ]);
    expect(result.skipped).toEqual([{ line: 4, why: 'scheduled: has not begun' }]);
    expect(preview(exported('statuspage.json'), {}, noOutages).questions.map((question) => question.kind === 'value' && question.value)).toEqual(['critical', 'minor', 'maintenance']);
  });

  test('the same fields as CSV', () => {
    expect(added(preview(exported('statuspage.csv'), { values: { impact: { major: '50%' } } }, noOutages))).toEqual([
      { Item: 'Card Payments', Start: '2026-10-07T09:10:00', End: '2026-10-07T09:57:00', 'Outage id': 'p31zjtct2jer', Impact: 0.5, Planned: 'No', Cause: 'Card payments refused' },
    ]);
  });
});

describe('dates', () => {
  test('a file in which every date can be read both ways is asked about, with both readings', () => {
    const asked = preview(exported('ambiguous.csv'), {}, noOutages);
    expect(asked.questions).toEqual([
      {
        kind: 'date-order',
        contradiction: false,
        examples: [
          { line: 2, column: 'Start', text: '03/04/2026 09:00', dmy: '3 Apr 2026 09:00', mdy: '4 Mar 2026 09:00' },
          { line: 3, column: 'Start', text: '05/06/2026 22:00', dmy: '5 Jun 2026 22:00', mdy: '6 May 2026 22:00' },
        ],
      },
    ]);
    expect(asked.isReady).toBe(false);
    expect(asked.counts.waiting).toBe(2);
    expect(added(preview(exported('ambiguous.csv'), { dateOrder: 'dmy' }, noOutages))[0]).toMatchObject({ Start: '2026-04-03T09:00:00' });
    expect(added(preview(exported('ambiguous.csv'), { dateOrder: 'mdy' }, noOutages))[0]).toMatchObject({ Start: '2026-03-04T09:00:00' });
  });

  test('an end after its start decides where no day is above 12', () => {
    const result = preview('Item,Start,End\nCard Payments,12/01/2026 10:00,01/02/2026 09:00', {}, noOutages);
    // Day first: 12 January to 1 February. Month first: 1 December to 2 January of the same year.
    expect(result.dateOrder).toEqual({ order: 'dmy', because: 'read the other way round, rows would end before they start' });
    expect(added(result)[0]).toMatchObject({ Start: '2026-01-12T10:00:00', End: '2026-02-01T09:00:00' });
  });

  test('columns that contradict each other are asked about; the answer leaves problems with row and value', () => {
    const asked = preview(exported('contradiction.csv'), {}, noOutages);
    expect(asked.questions).toMatchObject([{ kind: 'date-order', contradiction: true, examples: [{ line: 2, text: '31/12/2026 09:00', mdy: null }, { line: 3, text: '12/31/2026 09:00', dmy: null }] }]);
    const result = preview(exported('contradiction.csv'), { dateOrder: 'dmy' }, noOutages);
    expect(result.counts).toMatchObject({ added: 1, problems: 1 });
    expect(result.problems[0]).toEqual({ line: 3, column: 'Start', found: '“12/31/2026 09:00”', expected: 'a date, day first, such as 31/12/2026 09:10' });
  });

  test('a heading that names UTC sets the zone of its column, and of no other', () => {
    const text = 'Item,Began (UTC),End\nCard Payments,2026-10-07 09:00,2026-10-07 12:00';
    const result = preview(text, { table: 'Outages', mapping: { start: 'Began (UTC)' } }, noOutages);
    // Berlin is two hours ahead of UTC on 7 October.
    expect(added(result)).toEqual([{ Item: 'Card Payments', Start: '2026-10-07T11:00:00', End: '2026-10-07T12:00:00' }]);
    expect(importWords.headingsInUtc(result.headingsInUtc)).toBe('Began (UTC): read in UTC, as the heading says.');
    expect(preview(text, { table: 'Outages', mapping: { start: 'End', end: null } }, noOutages).headingsInUtc).toEqual([]);
  });

  test('the zone of the export is its own, and a repeated hour keeps its offset', () => {
    const text = 'Item,Start,End\nCard Payments,2026-10-25 00:30,2026-10-25 01:30\nATM Network,2026-10-25T02:30+01:00,2026-10-25T04:00+01:00';
    // 0:30 UTC is 2:30 in summer time, the first of two; 1:30 UTC the second, as is 2:30+01:00.
    expect(added(preview(text, { zone: 'UTC' }, noOutages))).toEqual([
      { Item: 'Card Payments', Start: '2026-10-25T02:30:00', End: '2026-10-25T02:30:00+01:00' },
      { Item: 'ATM Network', Start: '2026-10-25T02:30:00+01:00', End: '2026-10-25T04:00:00' },
    ]);
    expect(preview(text, { zone: 'Mars/Olympus' }, noOutages).questions).toEqual([{ kind: 'zone', zone: 'Mars/Olympus' }]);
  });
});

describe('other files', () => {
  test('durations where no end is given; titles above the headings; a skipped hour', () => {
    expect(preview(exported('durations.csv')).questions).toEqual([{ kind: 'table', tables: ['Outages', 'Incidents', 'Requests', 'Uptime', 'Service map'] }]);
    expect(preview(exported('durations.csv'), { table: 'Outages' }).questions).toEqual([{ kind: 'column', field: 'start', column: 'Start' }]);
    const result = preview(exported('durations.csv'), { table: 'Outages', mapping: { start: 'Date', cause: 'Reason of the outage' } }, noOutages);
    // Clocks went from 2:00 to 3:00 on 29 March 2026: 2:30 is 3:30, and 2 h 15 min later it is 5:45. 12:00:00 + 0:43:12.
    expect(added(result)).toEqual([
      { Item: 'Card Payments', Start: '2026-03-29T03:30:00', End: '2026-03-29T05:45:00', Cause: 'clock change' },
      { Item: 'ATM Network', Start: '2026-03-29T12:00:00', End: '2026-03-29T12:43:12', Cause: 'switch' },
    ]);
    expect(result.notes).toEqual([{ line: 4, text: '29 Mar 2026 02:30 does not exist in Europe/Berlin: clocks went forward; 29 Mar 2026 03:30 is taken' }]);
    expect(result.problems).toEqual([{ line: 6, column: 'Duration', found: '“a while”', expected: 'a duration such as 2h 15m or 00:43:12' }]);
    expect(result.skipped).toEqual([{ line: 2, why: 'stands above the headings' }]);
    expect(rowsAccountedFor(result)).toBe(true);
  });

  test('percents above 1 tell that all are percents', () => {
    const result = preview(exported('uptime.csv'));
    expect(result.table).toBe('Uptime');
    expect(added(result).map((row) => row['Availability'])).toEqual([0.9995, 1]);
  });

  test('an item for all rows, where the file names none', () => {
    const text = 'Start,End\n2026-10-07 09:00,2026-10-07 10:00';
    expect(preview(text, { table: 'Outages' }).questions).toEqual([{ kind: 'column', field: 'item', column: 'Item' }]);
    expect(added(preview(text, { table: 'Outages', item: 'card payments' }, noOutages))).toEqual([{ Item: 'Card Payments', Start: '2026-10-07T09:00:00', End: '2026-10-07T10:00:00' }]);
  });

  test.each([
    ['nothing', ''],
    ['blank lines', '\n\n  \n'],
    ['a heading alone', 'Item,Start\n'],
    ['no table', 'hello world'],
    ['broken JSON', '{"incidents": ['],
    ['an open quotation mark', 'Item,Start\n"Card Payments,2026-10-07\nATM Network,2026-10-07'],
    ['more cells than headings', 'Item,Start\nCard Payments,2026-10-07,x,y'],
    ['binary', '\u0000\u0001,\u0002\n\u0003,\u0004'],
  ])('%s never throws, and adds nothing', (_, text) => {
    const result = preview(text);
    expect(result.isReady).toBe(false);
    expect(rowsAccountedFor(result)).toBe(true);
  });

  test('the cells of a row that cannot be told apart are said', () => {
    expect(preview('Item,Start\nCard Payments,2026-10-07,x').problems).toEqual([{ line: 2, column: '', found: '“x” after the last heading', expected: '2 cells, as there are headings' }]);
  });
});

describe('what is not taken', () => {
  const began = 'Service,Began,Ended,Comment\nCard Payments,2026-10-07 09:00,2026-10-07 10:00,disk\nATM Network,2026-10-08 09:00,still open,';
  const choices = { table: 'Outages', mapping: { start: 'Began' } } as const;

  test('headings that are not used, and columns that stay blank, are named with what that means', () => {
    const result = preview(began, choices, noOutages);
    expect(result.headingsNotUsed).toEqual(['Ended', 'Comment']);
    expect(result.columnsStayingBlank).toEqual([
      { column: 'End', meaning: 'every outage will be open' },
      { column: 'Impact', meaning: 'every outage counts in full' },
      { column: 'Planned', meaning: 'no outage counts as planned work' },
    ]);
    expect(importWords.headingsNotUsed(result.headingsNotUsed)).toBe('Not used: Ended, Comment.');
    expect(importWords.columnsStayingBlank(result.columnsStayingBlank.slice(0, 1))).toBe('Stays blank: End (every outage will be open).');
  });

  test('while a heading of dates is not used, the end is asked for; that there is none is an answer', () => {
    const asked = preview(began, choices, noOutages);
    expect(asked.questions).toEqual([{ kind: 'end', field: 'end', column: 'End', headings: ['Ended'] }]);
    expect(asked.isReady).toBe(false);
    const none = preview(began, { ...choices, mapping: { ...choices.mapping, end: null } }, noOutages);
    expect(none.questions).toEqual([]);
    expect(added(none).map((row) => row['End'])).toEqual([undefined, undefined]);
    const mapped = preview(began, { ...choices, mapping: { ...choices.mapping, end: 'Ended' } }, noOutages);
    expect(mapped.columnsStayingBlank.map(({ column }) => column)).toEqual(['Impact', 'Planned']);
    expect(added(mapped)).toEqual([{ Item: 'Card Payments', Start: '2026-10-07T09:00:00', End: '2026-10-07T10:00:00' }]);
  });

  test('a duration is an end; an incident without Responded says so; a blank column fills nothing', () => {
    const lasted = preview('Item,Start,Duration,Seen\nCard Payments,2026-10-07 09:00,2h,2026-10-07 09:30', {}, noOutages);
    expect(lasted.questions).toEqual([]);
    expect(lasted.headingsNotUsed).toEqual(['Seen']);
    expect(lasted.columnsStayingBlank.map(({ column }) => column)).toEqual(['Impact', 'Planned']);
    const incidents = preview('Incident,Item,Opened,Responded,Resolved,Severity\nA-1,Card Payments,2026-10-07 09:00,,2026-10-07 10:00,High', {}, noIncidents);
    expect(incidents.headingsNotUsed).toEqual([]);
    expect(incidents.columnsStayingBlank).toEqual([{ column: 'Responded', meaning: 'responded counts as resolved' }, { column: 'On hold minutes', meaning: 'no clock stops, unless Holds says so' }]);
  });

  test('what shaped the rows is used: beats, and announced work', () => {
    expect(preview(exported('uptime-kuma-heartbeats.csv'), {}, noOutages).headingsNotUsed).toEqual(['id', 'important', 'ping', 'duration', 'down_count']);
    expect(preview(exported('statuspage.csv'), {}, noOutages).headingsNotUsed).toEqual(['monitoring_at', 'shortlink']);
  });
});

test('issues of Jira that are no incidents are counted by what they are called', () => {
  const head = 'Summary,Issue key,Issue Type,Created,Resolved,Component/s\n';
  const row = (key: number, kind: string, item = 'Card Payments'): string => `x,OPS-${key},${kind},12/Nov/26 3:04 PM,,${item}\n`;
  const text = head + row(1, 'Incident') + row(2, 'Service Request') + row(3, '[System] Incident') + row(4, 'Task') + row(5, 'Task') + row(6, '') + row(7, 'Task', 'Nobody knows it');
  const { otherKinds } = preview(text, {}, noIncidents);
  expect(otherKinds).toEqual([{ kind: 'Service Request', rows: 1 }, { kind: 'Task', rows: 2 }]);
  expect(importWords.otherKinds(otherKinds)).toBe('1 row is a Service Request; it counts as an incident. 2 rows are a Task; each counts as an incident.');
  expect(preview(text, { table: 'Requests' }).otherKinds).toEqual([]);
});

describe('severities', () => {
  const promised = { ...noIncidents, Targets: table('Targets', ['Agreement', 'Metric', 'Comparator', 'Target', 'Within', 'Severity'], [['Cards SLA', 'Resolved within', '>=', 0.9, 60, 'High'], ['Cards SLA', 'Responded within', '>=', 0.9, 60, 'low'], ['Cards SLA', 'Availability', '>=', 0.9, '', 'Odd']]) };
  const text = 'Incident,Item,Opened,Severity\nA-1,Card Payments,2026-10-07 09:00,2 - High\nA-2,Card Payments,2026-10-07 10:00,2 - high\nA-3,Card Payments,2026-10-07 11:00,Low\nA-4,Card Payments,2026-10-07 12:00,';

  test('one that no promise names is asked: it is one of those that are, or stays', () => {
    const asked = preview(text, {}, promised);
    expect(asked.questions).toEqual([{ kind: 'value', field: 'severity', column: 'Severity', value: '2 - High', rows: 2, type: 'choice', choices: ['High', 'low'], mayStay: true }]);
    expect(asked.counts).toMatchObject({ added: 2, waiting: 2 });
    expect(asked.isReady).toBe(false);
    const severities = (answer: string | null) => added(preview(text, { values: { severity: { '2 - High': answer } } }, promised)).map((row) => row['Severity']);
    expect(severities('High')).toEqual(['High', 'High', 'Low', undefined]);
    expect(severities('2 - High')).toEqual(['2 - High', '2 - High', 'Low', undefined]);
    expect(severities(null)).toEqual(['Low', undefined]);
  });

  test('an answer that no promise names either is asked again; without such promises nothing is asked', () => {
    expect(preview(text, { values: { severity: { '2 - High': 'Hihg' } } }, promised).questions).toMatchObject([{ value: '2 - High', refused: 'Hihg', rows: 2 }]);
    expect(preview(text, {}, noIncidents).questions).toEqual([]);
  });
});

describe('importing again', () => {
  const incidents = (resolved: string | number, severity = '1 - Critical') => ({
    Incidents: table('Incidents', ['Incident', 'Item', 'Opened', 'Resolved', 'Severity', 'Description'], [['inc0010001', 'ATM Network', '2026-10-07T09:12', resolved, severity, 'ATMs show "out of service"']]),
  });
  const one = exported('servicenow-incidents.csv').split('\r\n').slice(0, 2).join('\r\n');

  test('a row that is there is skipped', () => {
    const result = preview(one, {}, incidents('2026-10-07T10:00'));
    expect(result.counts).toMatchObject({ rows: 1, unchanged: 1 });
    expect(result.isReady).toBe(false);
  });

  test('a serial is the same instant as text', () => {
    // Days from 1899-12-30 to 2026-10-07 10:00.
    const serial = (Date.UTC(2026, 9, 7, 10) - Date.UTC(1899, 11, 30)) / 86_400_000;
    expect(preview(one, {}, incidents(serial)).counts).toMatchObject({ unchanged: 1 });
  });

  test('now resolved: the blank cell is offered', () => {
    const result = preview(one, {}, incidents(''));
    expect(result.updates).toEqual([{ line: 2, row: 2, column: 'Resolved', value: '2026-10-07T10:00:00' }]);
    expect(result.additions).toEqual([{ table: 'Incidents', columns: [], rows: [], fills: [{ row: 2, column: 'Resolved', value: '2026-10-07T10:00:00', where: { Item: 'ATM Network', Opened: '2026-10-07T09:12', Incident: 'inc0010001' } }] }]);
  });

  test('rows that are there with day and month exchanged are said', () => {
    // As the file reads month first: 4 March 9:00 to 10:00; 6 May 22:00 to 6 June 1:30, of which 6 June is the same either way.
    const header = ['Item', 'Start', 'End'];
    const there = { Outages: table('Outages', header, [['atm network', '2026-05-06T22:00', '2026-06-06T01:30'], ['Card Payments', '2026-03-04T09:00', '2026-03-04T10:00']]) };
    const result = preview(exported('ambiguous.csv'), { dateOrder: 'dmy' }, there);
    expect(result.counts).toMatchObject({ added: 2 });
    expect(result.exchanged).toEqual([{ line: 2, row: 3 }, { line: 3, row: 2 }]);
    // Another end is another outage; and a date that can be read one way only was never read the other.
    const other = { Outages: table('Outages', header, [['Card Payments', '2026-03-04T09:00', '2026-03-04T11:00']]) };
    expect(preview(exported('ambiguous.csv'), { dateOrder: 'dmy' }, other).exchanged).toEqual([]);
    expect(preview('Item,Start,End\nCard Payments,2026-04-03 09:00,2026-04-03 10:00', {}, there).exchanged).toEqual([]);
    // Open outages, and ends by duration: 3 April 9:00 and two hours.
    const open = { Outages: table('Outages', header, [['Card Payments', '2026-03-04T09:00', ''], ['ATM Network', '2026-03-04T09:00', '2026-03-04T11:00']]) };
    expect(preview('Item,Start,Duration\nCard Payments,03/04/2026 09:00,\nATM Network,03/04/2026 09:00,2h', { dateOrder: 'dmy' }, open).exchanged).toEqual([{ line: 2, row: 2 }, { line: 3, row: 3 }]);
  });

  test('what differs is listed and stays', () => {
    const result = preview(one, {}, incidents('2026-10-07T10:30', '2 - High'));
    expect(result.conflicts).toEqual([
      { line: 2, row: 2, column: 'Resolved', inFile: '“2026-10-07T10:00:00”', inWorkbook: '“2026-10-07T10:30”' },
      { line: 2, row: 2, column: 'Severity', inFile: '“1 - Critical”', inWorkbook: '“2 - High”' },
    ]);
    expect(result.counts).toMatchObject({ conflicts: 1, updated: 0 });
    expect(result.isReady).toBe(false);
  });

  test('outages without a reference are known by item and start, those with one by it', () => {
    const there = { Outages: table('Outages', ['Item', 'Start', 'End', 'Outage id'], [['Card Payments', '2026-10-07T09:10', '', ''], ['ATM Network', '2026-10-07T09:10', '2026-10-07T09:57', 'p31zjtct2jer']]) };
    const csv = 'Item,Start,End,Outage id\nCard Payments,2026-10-07 09:10,2026-10-07 09:40,\nATM Network,2026-10-07 09:10,2026-10-07 09:57,p31zjtct2jer\nATM Network,2026-10-07 09:10,2026-10-07 09:57,other';
    const result = preview(csv, {}, there);
    expect(result.updates).toEqual([{ line: 2, row: 2, column: 'End', value: '2026-10-07T09:40:00' }]);
    expect(result.counts).toEqual({ rows: 3, added: 1, updated: 1, unchanged: 1, skipped: 0, conflicts: 0, problems: 0, waiting: 0 });
    expect(added(result)).toEqual([expect.objectContaining({ 'Outage id': 'other' })]);
  });

  test('a row that moved in time fills nothing', () => {
    const there = { Incidents: table('Incidents', ['Incident', 'Item', 'Opened', 'Resolved'], [['INC0010001', 'ATM Network', '2026-10-01T09:12', '']]) };
    const result = preview(one, {}, there);
    expect(result.conflicts.map(({ column }) => column)).toEqual(['Opened']);
    expect(result.updates).toEqual([]);
    // The user's table has no column for these.
    expect(preview(one.replace('INC0010001', 'INC9'), {}, there).columnsLeftOut).toEqual(['Severity', 'Description']);
  });

  test('columns that the table lacks are said of rows that are there, too', () => {
    const there = { Incidents: table('Incidents', ['Incident', 'Item', 'Opened'], [['INC0010001', 'ATM Network', '2026-10-07T09:12']]) };
    const result = preview(one, {}, there);
    expect(result.counts).toMatchObject({ rows: 1, unchanged: 1 });
    expect(result.columnsLeftOut).toEqual(['Resolved', 'Severity', 'Description']);
  });

  test('rows of one file that contradict each other are a problem', () => {
    const result = preview('Incident,Item,Opened,Severity\nA-1,Card Payments,2026-10-07 09:00,High\nA-1,Card Payments,2026-10-07 09:00,Low', {}, noIncidents);
    expect(result.problems).toEqual([{ line: 3, column: 'Severity', found: '“Low”', expected: '“High”, as line 2 says of the same row' }]);
  });

  test('importing what was imported adds nothing', () => {
    const first = preview(exported('servicenow-incidents.csv'), {}, noIncidents);
    const { columns, rows } = first.additions[0]!;
    const again = preview(exported('servicenow-incidents.csv'), {}, { Incidents: table('Incidents', columns, rows.map((row) => row.map((cell) => cell ?? ''))) });
    expect(again.counts).toMatchObject({ added: 0, updated: 0, unchanged: 2, conflicts: 0 });
  });
});

test('a large file', () => {
  const lines = ['Item,Start,End,Outage id'];
  for (let row = 0; row < 100_000; row++) lines.push(`${row % 2 ? 'Card Payments' : 'ATM Network'},2026-10-07 09:${String(row % 60).padStart(2, '0')}:00,2026-10-07 10:00:00,O-${row}x`);
  const result = preview(lines.join('\n'), {}, noOutages);
  expect(result.counts).toMatchObject({ rows: 100_000, added: 100_000 });
  expect(result.additions[0]!.rows[59]).toEqual(['Card Payments', '2026-10-07T09:59:00', '2026-10-07T10:00:00', 'O-59x']);
});

test('a large file lets others go first after every thousand rows', () => {
  const lines = ['Item,Start,End,Outage id'];
  for (let row = 0; row < 20_000; row++) lines.push(`ATM Network,2026-10-07 09:00,2026-10-07 10:00,O-${row}x`);
  // Twenty times each: finding dates, reading rows, looking for repeated references, comparing.
  expect(pausesOf(lines.join('\n'), noOutages)).toBeGreaterThanOrEqual(4 * 20);
});
