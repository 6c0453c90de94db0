/** What `getCellProperties` answers for one cell, straight from the model: thousands are asked for at once. */
import { type Border, DEFAULT_STYLE, type ModelCell } from '../model';

/** `{ format: { font: { bold: true } } }`. */
export type WantedProperties = { readonly [name: string]: boolean | WantedProperties };

const NO_BORDER: Border = { style: 'None', color: '#000000', weight: 'Thin' };

type Read = (cell: ModelCell | undefined) => unknown;
type Schema = { readonly [name: string]: Read | Schema };

const style = (read: (style: ModelCell['style']) => unknown): Read => (cell) => read(cell?.style ?? DEFAULT_STYLE);

function border(side: 'top' | 'bottom' | 'left' | 'right'): Schema {
  const of = (name: keyof Border): Read => style(({ borders }) => (borders?.[side] ?? NO_BORDER)[name]);
  return { style: of('style'), color: of('color'), weight: of('weight') };
}

const SCHEMA: Schema = {
  format: {
    font: {
      name: style((of) => of.fontName ?? 'Calibri'),
      size: style((of) => of.fontSize ?? 11),
      color: style((of) => of.fontColor ?? '#000000'),
      bold: style((of) => of.bold ?? false),
      italic: style((of) => of.italic ?? false),
      underline: style((of) => of.underline ?? 'None'),
      strikethrough: style((of) => of.strikethrough ?? false),
    },
    fill: { color: style((of) => of.fill ?? '#FFFFFF'), pattern: style((of) => (of.fill ? 'Solid' : 'None')) },
    horizontalAlignment: style((of) => of.horizontal ?? 'General'),
    verticalAlignment: style((of) => of.vertical ?? 'Bottom'),
    wrapText: style((of) => of.wrap ?? false),
    indentLevel: style((of) => of.indent ?? 0),
    textOrientation: style((of) => of.rotation ?? 0),
    protection: { locked: style((of) => of.locked ?? true) },
  },
};
const BORDERS: Schema = { top: border('top'), bottom: border('bottom'), left: border('left'), right: border('right') };

/** The wanted properties of a cell's look. @returns null where a name is not known */
export function readProperties(cell: ModelCell | undefined, wanted: WantedProperties, schema: Schema = SCHEMA): Record<string, unknown> | null {
  const answer: Record<string, unknown> = {};
  for (const [name, asked] of Object.entries(wanted)) {
    if (asked === false) continue;
    // Borders are asked for once, and answered for every side.
    const known = name === 'borders' ? BORDERS : schema[name];
    if (known === undefined) return null;
    if (typeof known === 'function') {
      answer[name] = known(cell);
      continue;
    }
    const inner = name === 'borders' ? Object.fromEntries(Object.keys(BORDERS).map((side) => [side, asked])) : asked === true ? Object.fromEntries(Object.keys(known).map((key) => [key, true])) : asked;
    const found = readProperties(cell, inner as WantedProperties, known);
    if (!found) return null;
    answer[name] = found;
  }
  return answer;
}
