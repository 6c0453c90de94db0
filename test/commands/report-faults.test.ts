/** The whole report of the sample: an error at any of its round trips leaves every sheet as it was. */
import { perform } from '../../src/commands/actions';
import { workbookPicture } from '../excel/picture';

/** Of ours: office.js hands back its references on its own, afterwards. */
const isOurs = (request: { Actions: readonly { Name: string }[] }): boolean => !request.Actions.some(({ Name }) => Name === '_RemoveReference');

const build = () => perform('buildReport', { month: '2026-10' });

const picture = (): string => JSON.stringify(workbookPicture(host.workbook));

/** Fails each round trip in turn; the last one, which changes things, before, in the midst of and after its changes. */
async function failEach(trips: number): Promise<void> {
  const before = picture();
  for (let trip = 0; trip < trips; trip++) {
    for (const share of trip === trips - 1 ? [0, 0.5, 1] : [0.5]) {
      let seen = -1;
      host.fault = ({ request }) => (isOurs(request) && ++seen === trip ? { code: 'GeneralException', afterActions: Math.floor(request.Actions.length * share) } : undefined);
      await expect(build()).rejects.toMatchObject({ code: 'GeneralException' });
      host.fault = undefined;
      expect({ trip, share, same: picture() === before }).toEqual({ trip, share, same: true });
    }
  }
}

test('for the first time, and over an earlier one', async () => {
  await perform('insertSample', {});
  // Reading 3, looking 2, writing 1.
  await failEach(6);
  await build();
  host.workbook.sheet('Service levels')!.set(3, 1, { value: 'typed by hand' });
  // Reading 3, looking 2, keeping what stands there 6, writing 1.
  await failEach(12);
  host.roundTrips.length = 0;
  await build();
  expect(host.roundTrips.filter(({ request }) => isOurs(request))).toHaveLength(12);
});
