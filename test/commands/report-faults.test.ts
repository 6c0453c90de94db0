/** The whole report of the sample: an error at any of its round trips leaves every sheet as it was. */
import { perform } from '../../src/commands/actions';
import { workbookPicture } from '../excel/picture';

/** Of ours: office.js hands back its references on its own, afterwards. */
const isOurs = (request: { Actions: readonly { Name: string }[] }): boolean => !request.Actions.some(({ Name }) => Name === '_RemoveReference');

const build = () => perform('buildReport', { month: '2026-10' });

const picture = (): string => JSON.stringify(workbookPicture(host.workbook));

/** More actions than any round trip has that only reads. */
const WRITES = 1000;

/**
 * Fails each round trip from this one on in turn, one that writes in the midst of, before and after its
 * changes, until none is left to fail: then the report is written. Gives the number of round trips.
 */
async function failEach(first: number): Promise<number> {
  const before = picture();
  for (let trip = first; ; trip++) {
    for (const share of [0.5, 0, 1]) {
      let [seen, actions] = [-1, 0];
      host.fault = ({ request }) => {
        if (!isOurs(request) || ++seen !== trip) return undefined;
        actions = request.Actions.length;
        return { code: 'GeneralException', afterActions: Math.floor(actions * share) };
      };
      const code: unknown = await build().then(() => 'written', (error: { code?: unknown }) => error.code);
      host.fault = undefined;
      if (code === 'written') return seen + 1;
      expect({ trip, share, code, same: picture() === before }).toEqual({ trip, share, code: 'GeneralException', same: true });
      if (actions < WRITES) break;
    }
  }
}

test('for the first time, and over an earlier one', async () => {
  await perform('insertSample', {});
  // Reading 3, looking 2, writing 1.
  expect(await failEach(0)).toBe(6);
  host.workbook.sheet('Service levels')!.set(3, 1, { value: 'typed by hand' });
  // Reading and looking as before; then keeping what stands there, and writing.
  expect(await failEach(5)).toBeGreaterThanOrEqual(12);
});
