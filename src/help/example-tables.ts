/** The tables that the examples of the help read, as one would type them into Excel. */
export interface ExampleTable {
  readonly name: string;
  /** The header first. Dates, times and percentages are text here, and become Excel's own when typed. */
  readonly rows: readonly (readonly (string | number)[])[];
}

export const EXAMPLE_TABLES: readonly ExampleTable[] = [
  {
    name: 'Outages',
    rows: [
      ['Item', 'Start', 'End', 'Impact', 'Planned'],
      ['Mail', '2026-06-07 01:00', '2026-06-07 05:00', '', 'Yes'],
      ['Mail', '2026-06-16 10:00', '2026-06-16 10:43', '', ''],
      ['Web', '2026-06-03 10:00', '2026-06-03 11:30', '50%', ''],
      ['Web', '2026-06-18 17:30', '2026-06-18 18:30', '', ''],
      ['Web', '2026-06-30 23:00', '', '', ''],
      ['Network', '2026-06-22 09:00', '2026-06-22 09:20', '', ''],
    ],
  },
  { name: 'ServiceHours', rows: [['Calendar', 'Days', 'Start', 'End'], ['Office', 'Mon-Fri', '08:00', '18:00']] },
  { name: 'Holidays', rows: [['Date', 'Name'], ['2026-06-04', 'Corpus Christi']] },
  { name: 'Maintenance', rows: [['Calendar', 'Start', 'Minutes', 'Repeats'], ['Monthly', '2026-06-07 01:00', 240, 'first Sunday of every month']] },
  { name: 'Dependencies', rows: [['Item', 'Depends on'], ['Mail', 'Network']] },
  {
    name: 'ShopMap',
    rows: [
      ['Item', 'Depends on', 'Group', 'Required'],
      ['Shop', 'Web farm', '', ''],
      ['Shop', 'Directory', '', ''],
      ['Web farm', 'Server A', 'servers', 1],
      ['Web farm', 'Server B', 'servers', 1],
      ['Server A', 'Power', '', ''],
      ['Server B', 'Power', '', ''],
    ],
  },
  { name: 'Components', rows: [['Component', 'Availability'], ['Server A', '99%'], ['Server B', '98%'], ['Power', '99.9%'], ['Directory', '99.5%']] },
  { name: 'Terms', rows: [['Ignore under minutes', 'Break level percent'], [45, '100%']] },
  {
    name: 'Incidents',
    rows: [
      ['Incident', 'Opened', 'Resolved', 'On hold minutes'],
      ['I-1', '2026-06-01 09:00', '2026-06-01 10:30', 0],
      ['I-2', '2026-06-02 17:00', '2026-06-03 10:00', 0],
      ['I-3', '2026-06-05 17:30', '2026-06-08 10:30', 60],
      ['I-4', '2026-06-09 16:00', '', 0],
    ],
  },
  { name: 'Credits', rows: [['Below', 'Credit'], ['99.9%', '10%'], ['99%', '25%'], ['95%', '100%']] },
  {
    name: 'Glossary',
    rows: [
      ['Phrase', 'Service'],
      ['cannot print', 'Printing'],
      ['forgot my password', 'Sign-in'],
      ['e-mail does not arrive', 'Mail'],
    ],
  },
  {
    name: 'Months',
    rows: [
      ['Month', 'Availability', 'Users'],
      ['2026-01-01', '99.50%', 64],
      ['2026-02-01', '99.60%', 96],
      ['2026-03-01', '99.55%', 150],
      ['2026-04-01', '99.70%', 210],
      ['2026-05-01', '99.75%', 330],
      ['2026-06-01', '99.80%', 490],
      ['2026-07-01', '99.90%', 729],
    ],
  },
];
