/** Seconds down of 1,700 windows of two public status pages (`../shared/data/upptime`), exactly. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ownHistory } from '../../../src/domain/availability/history';
import { measure } from '../../../src/domain/availability/measure';
import { outageLog } from '../../../src/domain/availability/outage-log';
import { NO_TERMS } from '../../../src/domain/availability/records';
import { at, outage } from '../../support/records';

const folder = join(process.env['PLUMBLINE_SHARED'] ?? join(__dirname, '../../../../shared'), 'data/upptime');
/** No field of these files is quoted or holds a comma. */
const rowsOf = (name: string): string[][] => readFileSync(join(folder, name), 'utf8').trim().split(/\r?\n/).slice(1).map((line) => line.split(','));

if (!existsSync(folder)) {
  test('status pages are not there', () => {
    console.warn(`Not compared with the status pages: ${folder} is absent.`);
    expect(existsSync(folder)).toBe(false);
  });
} else {
  test('every window has the seconds down that were recomputed from its page', () => {
    const log = outageLog(rowsOf('outages.csv').map(([item, start, end]) => outage({ item: item!, start: at(start!), end: end ? at(end) : null })));
    const reference = rowsOf('reference.csv');
    expect(reference).toHaveLength(1700);
    const actual = reference.map(([item, from, to]) => {
      const [start, end] = [at(from!), at(to!)];
      const history = ownHistory(log, item!, NO_TERMS, { asOf: end, zone: 'UTC' });
      return measure([{ serviceTime: [start, end], maintenance: [], rule: 'Excluded', history }]).downtimeSeconds;
    });
    expect(actual).toEqual(reference.map((row) => Number(row[5])));
  });
}
