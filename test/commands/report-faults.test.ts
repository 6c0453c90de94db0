/** The whole report of the sample: an error at any of its round trips leaves every sheet as it was. */
import { perform } from '../../src/commands/actions';
import { workbookPicture } from '../excel/picture';

/** Of ours: office.js hands back its references on its own, afterwards. */
const isOurs = (request: { Actions: readonly { Name: string }[] }): boolean => !request.Actions.some(({ Name }) => Name === '_RemoveReference');

const build = () => perform('buildReport', { month: '2026-10' });

const picture = (): string => JSON.stringify(workbookPicture(host.workbook));

/**
 * Fails each round trip from this one on in turn, one that changes the workbook after, before and in the
 * midst of its changes, until none is left to fail: then the report is written. Gives the number of round
 * trips, and of those failed how many change the workbook.
 */
async function failEach(first: number): Promise<{ trips: number; writing: number }> {
  const before = picture();
  let writing = 0;
  for (let trip = first; ; trip++) {
    let changes = false;
    for (const share of [1, 0, 0.5]) {
      let [seen, atTrip] = [-1, ''];
      host.fault = ({ request }) => {
        if (!isOurs(request)) return undefined;
        seen++;
        // Failed after its last action, it has done all it does: whatever comes next meets that.
        if (share === 1 && seen === trip) atTrip = picture();
        if (share === 1 && seen === trip + 1) changes = picture() !== atTrip;
        return seen === trip ? { code: 'GeneralException', afterActions: Math.floor(request.Actions.length * share) } : undefined;
      };
      const code: unknown = await build().then(() => 'written', (error: { code?: unknown }) => error.code);
      host.fault = undefined;
      if (code === 'written') return { trips: seen + 1, writing };
      expect({ trip, share, code, same: picture() === before }).toEqual({ trip, share, code: 'GeneralException', same: true });
      if (!changes) break;
    }
    if (changes) writing++;
  }
}

test('for the first time, and over an earlier one', async () => {
  await perform('insertSample', {});
  // Reading 3, looking 2, then writing, which takes more than one request.
  const first = await failEach(0);
  expect(first.trips).toBe(5 + first.writing);
  expect(first.writing).toBeGreaterThan(1);
  host.workbook.sheet('Service levels')!.set(3, 1, { value: 'typed by hand' });
  // Reading and looking as before; then keeping what stands there, which only reads, and writing.
  const { trips, writing } = await failEach(5);
  expect(trips).toBeGreaterThan(first.trips + 5);
  expect(writing).toBeGreaterThan(1);
});
