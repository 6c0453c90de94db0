/** The areas that a formula reads, as far as its text says. */
import type { ModelRange, ModelSheet, ModelWorkbook } from '../host/model';
import { FormulaSyntaxError, parseFormula, type Node } from './parse';

export interface Precedents {
  readonly areas: readonly { readonly sheet: ModelSheet; readonly range: ModelRange }[];
  /** It reads what its text does not say (INDIRECT, OFFSET), or the clock: it is always calculated. */
  readonly volatile: boolean;
}

const VOLATILE = new Set(['INDIRECT', 'OFFSET', 'NOW', 'TODAY', 'RAND', 'RANDBETWEEN', 'RANDARRAY', 'CELL', 'INFO']);

export function precedents(tree: Node, workbook: ModelWorkbook, place: { readonly sheet: ModelSheet }): Precedents {
  const areas: { sheet: ModelSheet; range: ModelRange }[] = [];
  let volatile = false;
  const names = new Set<string>();
  const visit = (node: Node): void => {
    switch (node.kind) {
      case 'reference': {
        const sheet = node.sheet === null ? place.sheet : workbook.sheets.find(({ name }) => name.toLowerCase() === node.sheet?.toLowerCase());
        if (sheet) areas.push({ sheet, range: node.range });
        return;
      }
      case 'structured':
        return table(node.table);
      case 'name': {
        const name = node.name.toLowerCase();
        if (names.has(name)) return;
        names.add(name);
        const found = workbook.names.filter((each) => each.name.toLowerCase() === name);
        for (const each of found) {
          try {
            visit(parseFormula(each.formula));
          } catch (thrown) {
            if (!(thrown instanceof FormulaSyntaxError)) throw thrown;
          }
        }
        if (found.length === 0) table(node.name);
        return;
      }
      case 'spill':
      case 'unary':
        return visit(node.of);
      case 'binary':
        visit(node.left);
        visit(node.right);
        // A1:INDEX(…) reaches over what lies between.
        if (node.operator === ':') volatile = true;
        return;
      case 'call':
        volatile ||= VOLATILE.has(node.name);
        return node.args.forEach(visit);
      case 'array':
        return node.rows.flat().forEach(visit);
      default:
    }
  };
  /** The whole table: a change of its size or its header concerns every reference to it. */
  const table = (name: string | null): void => {
    for (const sheet of workbook.sheets) {
      for (const each of sheet.tables) if (name === null ? sheet === place.sheet : each.name.toLowerCase() === name.toLowerCase()) areas.push({ sheet, range: each.range });
    }
  };
  visit(tree);
  return { areas, volatile };
}
