import type { TargetFigure } from '../../domain/figures';
import { textCell, widthOf } from '../layout';
import { moneyText } from '../money';
import { CELL_MARGIN, HEIGHT, STYLE } from '../style';
import { fittedLines, textWidth, wrapped } from '../text-width';
import { definitionLines } from '../words';
import { C, type FirstPage, PAGE } from './page';

/** What the words and figures of the page mean, and what was left out. */
export function addDefinitions(page: FirstPage): void {
  const { figures } = page.input;
  const shown = page.promises;
  const { downtimeCost } = figures;
  const left = new Set([...figures.targets.flatMap((figure) => figure.rowsLeftOut), ...(downtimeCost?.rowsLeftOut ?? [])].map(({ table, row }) => `${table} ${row}`));
  const items = [...new Set(figures.targets.filter((figure) => figure.rowsLeftOut.length > 0).map((figure) => figure.item))];
  const all = Math.max(left.size, figures.tables.reduce((sum, table) => sum + table.leftOut, 0));
  const beneath = figures.targets.filter((figure) => !shown.includes(figure));
  const lines = definitionLines({
    amberMargin: figures.amberMargin,
    rules: rulesOf(shown),
    rowsLeftOut: all,
    errors: page.input.problems.filter(({ severity }) => severity === 'error').length,
    itemsLeftOut: items,
    incomplete: shown.filter((figure) => figure.status === 'Met, incomplete data').length,
    notMeasurable: shown.filter((figure) => figure.status === 'Not measurable').length,
    beneath: { targets: beneath.length, missed: beneath.filter((figure) => figure.status === 'Missed').length },
    cost: downtimeCost === null ? null : { planned: downtimeCost.plannedCost > 0 ? moneyText(downtimeCost.plannedCost, figures.currency) : null, unpriced: downtimeCost.processes.filter(({ costPerHour }) => costPerHour === null).length },
  });
  for (const line of inAsManyLines(lines, widthOf(PAGE, C.status, C.kept) - CELL_MARGIN, STYLE.definition.size)) page.addRow(HEIGHT.definition, [textCell(C.status, line, widthOf(PAGE, C.status, C.kept), STYLE.definition)]);
}

function rulesOf(promises: readonly TargetFigure[]): { rule: string; items: string[] }[] {
  const items = new Map<string, Set<string>>();
  for (const figure of promises.filter(({ metric }) => metric === 'Availability')) {
    const ofRule = items.get(figure.rule) ?? new Set<string>();
    items.set(figure.rule, ofRule.add(figure.item));
  }
  return [...items].map(([rule, names]) => ({ rule, items: [...names] })).toSorted((a, b) => b.items.length - a.items.length);
}

/** The same lines where each fits; else the text runs on from line to line, and what has no room is the end of the last. */
function inAsManyLines(lines: readonly string[], width: number, size: number): string[] {
  if (lines.every((line) => textWidth(line, { size }) <= width)) return [...lines];
  return wrapped(fittedLines(lines.join(' '), width, lines.length, { size }), width, { size });
}
