import type { AgreementFigure, TargetFigure } from '../../domain/figures';
import type { ReportInput } from '../input';
import { cell, type Rows } from '../layout';
import type { SheetRange } from '../sheet';
import { HEIGHT, STYLE } from '../style';
import { TARGET_COLUMN } from '../target-block';

/** What a part of the page is written with. */
export interface PageContext {
  readonly agreement: AgreementFigure;
  /** Of this agreement, in the reading order of all reports. */
  readonly targets: readonly TargetFigure[];
  readonly input: ReportInput;
  readonly rows: Rows;
  /** Cells with wrapped text. */
  readonly merges: SheetRange[];
}

/** Height of a line of a list, in points. */
export const LINE = 13.5;

/** The heading of a part of the page. */
export function addSection(rows: Rows, title: string): void {
  rows.add(HEIGHT.section + 9, [cell(TARGET_COLUMN.status, title, { ...STYLE.section, vertical: 'Bottom' })]);
}
