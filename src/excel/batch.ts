/** Changes sent in few round trips. */
import { nextTask } from './run';

/**
 * Excel takes 5 MB per request. Office.js writes a request out in one piece, though, for which nobody should
 * have to wait: 1 MB takes it some 30 ms. What a call adds around its arguments is estimated, generously.
 */
const BATCH_BYTES = 1_200_000;
/** Of one call that writes cells: large enough for any page, small enough to find room in a request. */
export const CELLS_PER_CALL = 20_000;
export const BYTES_PER_CALL = 250_000;
/** One call on the wire, with the object paths it needs. */
const CALL_BYTES = 400;

export class Batch {
  private bytes = 0;
  /** Round trips that were completed. */
  sent = 0;
  /** Round trips that were begun: of one that failed, a part may be done. */
  begun = 0;

  constructor(readonly context: Excel.RequestContext) {
    this.suspend();
  }

  /** Counts calls that were queued, with the size of their arguments. */
  queued(calls: number, bytes = 0): void {
    this.bytes += calls * CALL_BYTES + bytes;
  }

  /** Sends what is queued if little room is left for `bytes` more. */
  async makeRoom(bytes: number): Promise<void> {
    if (this.bytes > 0 && this.bytes + bytes > BATCH_BYTES) {
      await this.send();
      this.suspend();
    }
  }

  async send(): Promise<void> {
    const { context } = this;
    await nextTask();
    this.begun = this.sent + 1;
    await context.sync();
    this.sent++;
    this.bytes = 0;
  }

  /** Once per round trip: repeated calls make the screen flicker. */
  private suspend(): void {
    this.context.application.suspendScreenUpdatingUntilNextSync();
    this.context.application.suspendApiCalculationUntilNextSync();
  }
}
