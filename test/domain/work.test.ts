import { finish, finishWithPauses, type Work } from '../../src/domain/work';

function* counting(to: number): Work<number> {
  for (let i = 0; i < to; i++) yield;
  return to;
}

test('work that only gives way is finished at once, or with a pause at each place', async () => {
  expect(finish(counting(3))).toBe(3);
  let pauses = 0;
  await expect(finishWithPauses(counting(3), () => void pauses++)).resolves.toBe(3);
  expect(pauses).toBe(3);
});

test('work that has others work for it goes on when they are done, and fails as they do', async () => {
  const told: string[] = [];
  function* waiting(others: Promise<void>): Work<string> {
    told.push('asked');
    yield others;
    told.push('answered');
    return told.join(' ');
  }
  await expect(finishWithPauses(waiting(Promise.resolve().then(() => void told.push('done'))))).resolves.toBe('asked done answered');
  await expect(finishWithPauses(waiting(Promise.reject(new Error('no thread'))))).rejects.toThrow('no thread');
  expect(() => finish(waiting(Promise.resolve()))).toThrow('cannot be finished at once');
});
