/** What Today lists, in its order. */
import { needs } from '../../src/taskpane/needs';
import { agreementFigure, chainFigure, chainLink } from '../support/agreement-figures';
import { figures, targetFigure } from '../support/figures';
import { at } from '../support/records';
import { missed } from '../support/pane-actions';

const open = { ...missed.outages[0]!, row: 50, item: 'Card gateway', start: at('2026-10-20T08:00:00Z'), end: null, countedSeconds: 7200, forgotten: true };

test('an open outage that was perhaps forgotten stands before the promise it breaks, once', () => {
  const card = { ...missed, outages: [...missed.outages, open] };
  const teller = targetFigure({ item: 'Branch Teller', status: 'Missed', budget: null, outages: [open] });
  const list = needs(figures({ targets: [teller, card] }), []);
  expect(list.map(({ kind, title }) => [kind, title])).toEqual([
    ['forgotten', 'Card gateway: is the outage of 20\u00a0October\u00a02026 over?'],
    ['Missed', 'Card Payments, availability'],
    ['Missed', 'Branch Teller, availability'],
  ]);
  expect(list[0]).toMatchObject({ detail: 'Outages row 50 has no end: 2\u00a0h of downtime in Card Payments, availability', place: { table: 'Outages', row: 50 } });
});

test('one that breaks nothing, or adds nothing, is only a problem of the tables', () => {
  const kept = targetFigure({ status: 'Met', outages: [open] });
  const nothing = { ...missed, outages: [{ ...open, countedSeconds: 0 }] };
  expect(needs(figures({ targets: [kept, nothing] }), []).map(({ kind }) => kind)).toEqual(['Missed']);
});

test('late reviews and ends within 31 days stand last, by date, the rest in one line', () => {
  const late = (name: string, reviewDue: string, review: 'Overdue' | 'Never reviewed' | 'Due soon' = 'Overdue') => agreementFigure(name, { review, reviewDue, lastReviewDate: null });
  const ending = (name: string, daysLeft: number) => agreementFigure(name, { endDate: '2027-12-31', lastDate: '2026-11-30', daysLeft, expiresSoon: true });
  const few = needs(figures({ targets: [missed], agreements: [ending('UC A', 31), ending('UC B', 32), late('SLA C', '2026-09-01'), late('SLA D', '2026-08-01', 'Never reviewed'), late('SLA E', '2026-11-20', 'Due soon')] }), []);
  const [, undated] = needs(figures({ targets: [missed], agreements: [agreementFigure('SLA F', { startDate: null, lastReviewDate: null, reviewDue: null, review: 'Never reviewed' })] }), []);
  expect(undated).toMatchObject({ title: 'SLA F: never reviewed', detail: 'neither Start date nor Last review date is given' });
  expect(few.map(({ title }) => title)).toEqual(['Card Payments, availability', 'SLA D: review was due 1\u00a0August\u00a02026', 'SLA C: review was due 1\u00a0September\u00a02026', 'UC A: ends 30\u00a0November\u00a02026']);
  const many = needs(figures({ agreements: ['1', '2', '3', '4', '5', '6'].map((day) => late(`SLA ${day}`, `2026-09-0${day}`)) }), []);
  expect(many.map(({ title }) => title).slice(2)).toEqual(['SLA 3: review was due 3\u00a0September\u00a02026', '3 more reviews and ends']);
  expect(many.at(-1)).toMatchObject({ place: null, view: 'agreements' });
});

test('an agreement that ended though SLAs stand on it comes before late reviews', () => {
  const gateway = agreementFigure('Gateway UC', { type: 'UC', state: 'Ended', endDate: '2026-09-30', review: null, reviewDue: null });
  const late = agreementFigure('SLA C', { review: 'Overdue', reviewDue: '2026-09-01' });
  const chain = (item: string) => chainFigure(item, { links: [chainLink('Card gateway', { cover: 'Ended', agreement: 'Gateway UC' })] });
  const list = needs(figures({ agreements: [late, gateway], chains: [chain('Card Payments'), chain('ATM Network')] }), []);
  expect(list.map(({ title }) => title)).toEqual(['Gateway UC: ended 30\u00a0September\u00a02026, no successor agreed', 'SLA C: review was due 1\u00a0September\u00a02026']);
  expect(list[0]).toMatchObject({ detail: 'Card Payments and 1 more stand on it', place: { table: 'Agreements', row: 2 } });
});
