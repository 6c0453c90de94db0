import { localToSerial } from '../../../domain/time/serial';
import type { Session } from '../session';
import { HostObject } from './host-object';

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
    const { dateSystem } = this.session.workbook;
    const date = new Date(Date.UTC(year < 1900 ? year + 1900 : year, month - 1, day));
    const serial = Number.isNaN(date.getTime()) ? null : localToSerial(date.toISOString().slice(0, 19), dateSystem);
    return serial === null ? new FunctionResult(null, '#NUM!') : new FunctionResult(serial, null);
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
