import { improvementsKnownAt } from '../../../src/domain/performance/known-at';
import { improvementRow } from '../../support/performance';
import { at } from '../../support/records';

test('nothing later than As of counts', () => {
  // 2 October, 03:00 UTC is still 1 October in Los Angeles.
  const settings = { zone: 'America/Los_Angeles', asOf: at('2026-10-02T03:00:00Z') };
  const later = improvementRow({ improvement: 'later', opened: '2026-10-02' });
  const today = improvementRow({ improvement: 'today', opened: '2026-10-01' });
  const undated = improvementRow({ improvement: 'undated' });
  const doneLater = improvementRow({ improvement: 'done later', opened: '2026-09-01', closedDate: '2026-10-20', status: 'Done' });
  const done = improvementRow({ improvement: 'done', opened: '2026-09-01', closedDate: '2026-10-01', status: 'Done' });
  expect(improvementsKnownAt([later, today, undated, doneLater, done], settings)).toEqual([today, undated, { ...doneLater, closedDate: null, status: 'Open' }, done]);
});
