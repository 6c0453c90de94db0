import { promiseWords, SHEET_NAME, unreadableFieldWords, W } from './words';
import { addHeading } from './heading';
import type { ReportedProblem, ReportInput } from './input';
import { across, cell, listPage, Rows, widthOf } from './layout';
import type { CellStyle, SheetCell, SheetModel } from './sheet';
import { CELL_MARGIN, COLOR, HEIGHT, STYLE } from './style';
import { fittedLines, wrapped } from './text-width';

const COLUMNS = [9, 58.5, 82.5, 96, 52.5, 168, 150, 172.5, 153];
const C = { kind: 1, table: 2, sheet: 3, cell: 4, problem: 5, found: 6, expected: 7, effect: 8 } as const;
const MOST_LINES = 4;
const LINE_HEIGHT = 14.25;

/**
 * The rows that figures had to do without, and everything else that is wrong with the tables: where it
 * stands, what was found, what was expected, what it does to a figure. Errors come first.
 */
export function rowsLeftOut({ figures, problems, chainProblems = 0 }: Pick<ReportInput, 'figures' | 'problems' | 'chainProblems'>): SheetModel {
  const rows = new Rows();
  const left = figures.tables.reduce((sum, table) => sum + table.leftOut, 0);
  addHeading(rows, COLUMNS, figures, W.leftOut.title, null, W.leftOut.sentence(left, problems.length, chainProblems), W.leftOut.about);
  const heads = W.leftOut.heads.map((head, at) => cell(C.kind + at, head, STYLE.head));
  const headRow = rows.add(HEIGHT.head, across(heads, C.kind, C.effect, STYLE.headRule));
  const rank = (problem: ReportedProblem): number => (problem.severity === 'error' ? 0 : 1);
  for (const problem of problems.toSorted((a, b) => rank(a) - rank(b))) addProblem(rows, problem);

  const missing = figures.targets.flatMap((figure) => figure.rowsLeftOut.map((row) => ({ row, agreement: figure.agreement, promise: promiseWords(figure) })));
  for (const { agreement, state, unreadableTargets } of figures.agreements) {
    if (state === 'In force') missing.push(...unreadableTargets.map((row) => ({ row, agreement, promise: W.leftOut.unreadable(unreadableFieldWords(row.fields)) })));
  }
  if (missing.length > 0) {
    rows.add(HEIGHT.spacer);
    rows.add(HEIGHT.section, [cell(C.kind, W.leftOut.rowsHeading, STYLE.section)]);
    const [table = '', row = '', agreement = '', promise = ''] = W.leftOut.rowsHeads;
    rows.add(HEIGHT.head, across([cell(C.table, table, STYLE.head), cell(C.cell, row, { ...STYLE.head, horizontal: 'Right' }), cell(C.problem, agreement, { ...STYLE.head, indent: 1 }), cell(C.found, promise, STYLE.head)], C.kind, C.effect, STYLE.headRule));
    for (const { row: at, agreement: of, promise: missed } of missing) {
      const text = (column: number, last: number, value: string, style: CellStyle): SheetCell => cell(column, fittedLines(value, widthOf(COLUMNS, column, last) - CELL_MARGIN - 8, 1, { size: 11 }), style);
      rows.add(HEIGHT.promise, across([text(C.table, C.sheet, at.table, STYLE.body), cell(C.cell, at.row, { ...STYLE.body, horizontal: 'Right' }), text(C.problem, C.problem, of, { ...STYLE.body, indent: 1 }), text(C.found, C.effect, missed, STYLE.body)], C.kind, C.effect, STYLE.rowRule));
    }
  }

  return listPage({ kind: 'rows-left-out', subject: '', name: SHEET_NAME['rows-left-out'], title: W.leftOut.title, figures, columns: COLUMNS, rows, lastColumn: C.effect, heads: [headRow, headRow] });
}

function addProblem(rows: Rows, problem: ReportedProblem): void {
  const error = problem.severity === 'error';
  const texts: readonly (readonly [number, string])[] = [[C.table, problem.table], [C.sheet, problem.sheet], [C.cell, problem.cell], [C.problem, problem.title], [C.found, problem.found], [C.expected, problem.expected], [C.effect, problem.effect]];
  let lines = 1;
  const cells = texts.map(([column, text]) => {
    const width = (COLUMNS[column] ?? 0) - CELL_MARGIN - 2;
    const shown = fittedLines(text, width, MOST_LINES, { size: 11 });
    lines = Math.max(lines, wrapped(shown, width, { size: 11 }).length);
    return cell(column, shown, { ...STYLE.body, wrap: true });
  });
  const kind = cell(C.kind, W.leftOut.kinds[problem.severity], error ? { ...STYLE.strong, color: COLOR.missed } : { ...STYLE.body, color: COLOR.atRisk });
  rows.add(lines * LINE_HEIGHT + 1.5, across([kind, ...cells], C.kind, C.effect, { ruleBelow: COLOR.rowRule, vertical: 'Top' }));
}
