import type { Figures } from '../domain/figures';
import type { Records, Settings } from '../domain/records';
import type { DateSystem } from '../domain/time/serial';

/** Something wrong with the user's tables, as the reports list it. */
export interface ReportedProblem {
  readonly severity: 'error' | 'warning';
  readonly table: string;
  readonly sheet: string;
  /** `C877`; '' when no cell is at fault. */
  readonly cell: string;
  readonly title: string;
  readonly found: string;
  readonly expected: string;
  readonly effect: string;
}

/** What a person wrote into tables and reports repeat: agreements' dates, improvements, remarks, who owns and who uses what. */
export interface ReportedRecords extends Pick<Records, 'agreements' | 'improvements' | 'remarks' | 'services' | 'components' | 'customers'> {
  /** How the reader wants the reports. */
  readonly settings: Pick<Settings, 'businessUnitsAcross'>;
}

/** Everything that the report sheets are made from. */
export interface ReportInput {
  readonly figures: Figures;
  readonly records: ReportedRecords;
  readonly problems: readonly ReportedProblem[];
  /** How many more problems are about agreements that do not hold together; left out: none. */
  readonly chainProblems?: number;
  /** The workbook's: dates are written as its serials. */
  readonly dateSystem: DateSystem;
}
