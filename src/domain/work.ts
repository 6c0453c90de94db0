/**
 * Long calculations as generators that yield now and then, so that one source serves callers that
 * wait and callers that must give way to others.
 */
export type Work<Result> = Generator<void, Result>;

/** Runs the work to its end at once. */
export function finish<Result>(work: Work<Result>): Result {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
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
    const waiting = pause?.();
    if (waiting) await waiting;
  }
}
