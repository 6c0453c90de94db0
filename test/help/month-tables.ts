/** The month of the help's page of definitions, as tables. */
import type { ExampleTable } from '../../src/help/example-tables';

/** June 2026 of one service, as Plumbline reads it; all times in UTC. */
export const MONTH_TABLES: readonly ExampleTable[] = [
  {
    name: 'Outages',
    rows: [
      ['Item', 'Start', 'End', 'Impact'],
      ['Shop', '2026-06-09 16:30', '2026-06-09 17:15', ''],
      ['Shop', '2026-06-10 17:30', '2026-06-10 19:00', ''],
      ['Shop', '2026-06-15 10:00', '2026-06-15 12:00', '50%'],
      ['Shop', '2026-06-18 09:00', '2026-06-18 10:00', ''],
      ['Shop', '2026-06-18 09:30', '2026-06-18 10:30', ''],
      ['Shop', '2026-06-30 17:00', '', ''],
    ],
  },
  { name: 'ServiceHours', rows: [['Calendar', 'Days', 'Start', 'End'], ['Office', 'Mon-Fri', '08:00', '18:00']] },
  { name: 'Holidays', rows: [['Calendar', 'Date', 'Name'], ['Office', '2026-06-04', 'Corpus Christi']] },
  { name: 'Maintenance', rows: [['Calendar', 'Start', 'Minutes'], ['Monthly', '2026-06-09 16:00', 120]] },
];

/** The same month as a monitoring tool exports it: minutes down in service hours and outside the window, and a hole where it did not run. */
export const MONTH_UPTIME: ExampleTable = {
  name: 'Uptime',
  rows: [
    ['Item', 'From', 'To', 'Minutes down'],
    ['Shop', '2026-06-01 00:00', '2026-06-22 13:00', 180],
    ['Shop', '2026-06-22 15:00', '2026-07-01 00:00', 60],
  ],
};
