/** Changes sent in as few round trips as Excel's limit of 5 MB per request allows. */

/** Well below, as what a call adds around its arguments is only estimated. */
const BATCH_BYTES = 3_500_000;
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
