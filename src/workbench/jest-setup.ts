/**
 * What tests on the real office.js get: `host`, which holds the workbook that office.js sees.
 *
 * @example
 * host.workbook.sheet('Sheet1')!.set(0, 0, { value: 42 });
 * await Excel.run(async (context) => { … });
 * expect(host.roundTrips).toHaveLength(1);
 */
import { Host, type Fault, type FinishedRoundTrip, type RoundTrip } from './host/host';
import { REQUIREMENTS } from './host/endpoint';
import { ModelWorkbook } from './host/model';

export class TestHost extends Host {
  /** Since the test began, or since it was last emptied. */
  readonly roundTrips: FinishedRoundTrip[] = [];
  /** Decides which round trips fail; forgotten when the test ends. */
  fault: ((roundTrip: RoundTrip) => Fault | undefined) | undefined;

  constructor() {
    super({ onBatch: (trip) => this.fault?.(trip), onBatchDone: (trip) => this.roundTrips.push(trip) });
  }

  /** A new workbook with the one sheet *Sheet1*; faults, limits and the log are forgotten. Done before every test. */
  reset(): void {
    this.open(new ModelWorkbook());
    this.roundTrips.length = 0;
    this.fault = undefined;
    this.calculator = undefined;
    this.onPane = undefined;
    this.requirements = REQUIREMENTS;
    this.limits = { request: 5 * 1024 * 1024, response: 5 * 1024 * 1024 };
  }
}

declare global {
  var host: TestHost;
}

globalThis.host = new TestHost();
