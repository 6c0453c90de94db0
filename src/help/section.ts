/** What the help page is made of: data, from which `render.ts` writes the page. */

/** Text of the page. What stands between backticks is shown as code; markup is shown as it is written. */
export type HelpText = string;

export type Block =
  | { readonly kind: 'text'; readonly text: HelpText }
  | { readonly kind: 'list'; readonly items: readonly HelpText[] }
  /** A heading inside a section. With an `anchor`, addresses can lead to it and the table of contents names it. */
  | { readonly kind: 'heading'; readonly text: HelpText; readonly anchor?: string }
  /** Columns of numbers are set right where every cell of them is a number. */
  | { readonly kind: 'table'; readonly head: readonly HelpText[]; readonly rows: readonly (readonly (HelpText | number)[])[]; readonly caption?: HelpText }
  /** A formula, or anything else to be typed. */
  | { readonly kind: 'code'; readonly text: string };

/** One part of the page, with its place in the table of contents. */
export interface HelpSection {
  /** The anchor that addresses lead to. */
  readonly anchor: string;
  readonly title: string;
  readonly blocks: readonly Block[];
}

export const text = (words: HelpText): Block => ({ kind: 'text', text: words });
export const list = (...items: HelpText[]): Block => ({ kind: 'list', items });
export const heading = (words: HelpText, anchor?: string): Block => ({ kind: 'heading', text: words, ...(anchor === undefined ? {} : { anchor }) });
export const code = (formula: string): Block => ({ kind: 'code', text: formula });
export const table = (head: readonly HelpText[], rows: readonly (readonly (HelpText | number)[])[], caption?: HelpText): Block => ({ kind: 'table', head, rows, ...(caption === undefined ? {} : { caption }) });
