/**
 * Long calculations as generators that yield now and then, so that one source serves callers that
 * wait and callers that must give way to others.
 *
 * A work that has others work for it (in another thread) yields a promise: it goes on when that is kept.
 */
export type Work<Result> = Generator<Promise<void> | void, Result>;

/** Runs the work to its end at once. @throws Error where the work waits for others */
export function finish<Result>(work: Work<Result>): Result {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    if (step.value) throw new Error('This work waits for others, and cannot be finished at once.');
  }
}

/**
 * Runs the work and calls `pause` wherever it may give way. Whether to wait is for `pause` to say: it
 * is called often, and cheap when it returns at once.
 */
export async function finishWithPauses<Result>(work: Work<Result>, pause?: () => Promise<void> | void): Promise<Result> {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    if (step.value) await step.value;
    const waiting = pause?.();
    if (waiting) await waiting;
  }
}

/** Waits for a promise inside a work. @example const engine = yield* waitFor(loadForecastEngine()) */
export function* waitFor<Value>(promise: Promise<Value>): Work<Value> {
  const kept: Value[] = [];
  yield promise.then((value) => void kept.push(value));
  return kept[0]!;
}
