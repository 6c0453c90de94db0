import type { Session } from '../session';
import { HostObject } from './host-object';

const DAY = 86_400_000;

/** `workbook.functions`: native worksheet functions, called from code. */
export class Functions extends HostObject {
  constructor(private readonly session: Session) {
    super();
  }

  get className() {
    return 'Functions';
  }

  /** The serial of a date; years below 1900 count from 1900, as Excel has it. */
  Date(year: number, month: number, day: number): FunctionResult {
    const days = Date.UTC(year < 1900 ? year + 1900 : year, month - 1, day) / DAY;
    // Excel's 1900 has a 29 February that never was: serials before it are one less.
    const serial1900 = days + 25_569 - (days < -25_508 ? 1 : 0);
    const serial = this.session.workbook.dateSystem === 1904 ? days + 24_107 : serial1900;
    return serial >= 0 && serial < 2_958_466 ? new FunctionResult(serial, null) : new FunctionResult(null, '#NUM!');
  }
}

class FunctionResult extends HostObject {
  constructor(
    readonly value: unknown,
    readonly error: string | null,
  ) {
    super();
  }

  get className() {
    return 'FunctionResult';
  }

  get Value(): unknown {
    return this.value;
  }

  get Error(): string | null {
    return this.error;
  }
}
