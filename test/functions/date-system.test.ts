import './custom-functions';
import { dateSystem, setDateSystem } from '../../src/functions/date-system';
import { deadline } from '../../src/functions/slm/hours';

afterEach(() => setDateSystem(Promise.resolve(1900)));

test('functions wait for the answer', async () => {
  let answer: (system: 1900 | 1904) => void = () => undefined;
  setDateSystem(new Promise((resolve) => (answer = resolve)));
  let done = false;
  const call = deadline([[1]], [[1440]]).then((result) => {
    done = true;
    return result;
  });
  await new Promise((resolve) => setImmediate(resolve));
  expect(done).toBe(false);
  answer(1904);
  // Serial 1 of the 1904 system is 2 January 1904, which lies before 1970.
  await expect(call).rejects.toMatchObject({ code: '#VALUE!' });
  // 2026-06-01 is 46174 in the 1900 system and 1,462 less in the other.
  expect(await deadline([[46174 - 1462]], [[1440]])).toEqual([[46175 - 1462]]);
});

test('an unknown answer or a failure is the 1900 system', async () => {
  setDateSystem(Promise.resolve(null));
  expect(await dateSystem()).toBe(1900);
  setDateSystem(Promise.reject(new Error('no such thing')));
  expect(await dateSystem()).toBe(1900);
});
