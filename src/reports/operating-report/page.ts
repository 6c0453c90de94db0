import type { TargetFigure } from '../../domain/figures';
import type { Remark } from '../../domain/performance/records';
import { nameKey } from '../../domain/names';
import { dateSerial } from '../dates';
import type { ReportInput } from '../input';
import { cell, Rows } from '../layout';
import { inReadingOrder, promisesOf } from '../reading-order';
import type { CellStyle, DataBar, SheetCell, SheetChart, SheetRange } from '../sheet';
import { COLOR, FORMAT, literal } from '../style';
import { NOTHING } from '../words';

/** Columns of the page by what they hold. */
export const C = { gutter: 0, status: 1, service: 2, promise: 3, target: 4, now: 5, before: 6, budget: 7, months: 8, lastMonth: 19, kept: 20 } as const;
export const PAGE = [9, 112.5, 114, 196.5, 58.5, 58.5, 58.5, 84, ...Array<number>(12).fill(16.5), 52.5];
/** The numbers behind the chart stand right of what is printed, on the page itself: a page of an earlier month keeps its own. */
export const BEHIND = { gap: 21, month: 22, others: 23, now: 24 } as const;
export const COLUMNS = [...PAGE, 24, 75, 69, 69];

/** What the page holds at most. */
export const CAPACITY = { promises: 11, broken: 8, why: 3, next: 5, doing: 5, asks: 3, lossRows: 10 } as const;

/** What is asked of the reader, read from a remark: its first sentence, and the rest as the reason. */
export interface Ask {
  readonly what: string;
  readonly why: string;
  readonly remark: Remark;
}

/** The page as it grows, and what it is about. */
export class FirstPage {
  readonly rows = new Rows();
  readonly merges: SheetRange[] = [];
  readonly charts: SheetChart[] = [];
  readonly dataBars: DataBar[] = [];
  /** Promises in the page's order, and those of them that were broken. */
  readonly promises: readonly TargetFigure[];
  readonly broken: readonly TargetFigure[];
  readonly asks: readonly Ask[];
  readonly remark: Remark | null;
  /** Cells behind the chart, by row. */
  readonly behind = new Map<number, SheetCell[]>();

  constructor(readonly input: ReportInput) {
    const { figures, records } = input;
    this.promises = inReadingOrder(promisesOf(figures), figures);
    this.broken = this.promises.filter((figure) => figure.status === 'Missed');
    const ofMonth = records.remarks.filter((remark) => remark.month.slice(0, 7) === figures.month.slice(0, 7));
    this.asks = ofMonth.filter((remark) => remark.kind === 'Ask').map(readAsk);
    this.remark = ofMonth.find((remark) => remark.kind === 'Remark' && nameKey(remark.about) === 'first page') ?? null;
  }

  /** A row of the page, with the numbers behind the chart that stand beside it. */
  addRow(height: number, cells: readonly SheetCell[] = []): number {
    return this.rows.add(height, [...cells, ...(this.behind.get(this.rows.next) ?? [])]);
  }

  /** A date in a column, with words before it; a dash for none. */
  dateCell(column: number, date: string | null, before: string, style: CellStyle): SheetCell {
    const serial = date === null ? null : dateSerial(date, this.input.dateSystem);
    if (serial === null || date === null) return cell(column, NOTHING, { ...style, color: COLOR.grey, horizontal: 'Right' });
    const year = date.slice(0, 4) === this.input.figures.month.slice(0, 4) || before !== '' ? FORMAT.dayMonth : 'mmm yyyy';
    return cell(column, serial, { ...style, horizontal: 'Right', numberFormat: `${before === '' ? '' : literal(before)}${year}` });
  }
}

function readAsk(remark: Remark): Ask {
  const text = remark.text.replace(/\s+/g, ' ').trim();
  const end = /[.!?](?=\s+\p{Lu})/u.exec(text);
  return end === null ? { what: text, why: '', remark } : { what: text.slice(0, end.index + 1), why: text.slice(end.index + 1).trim(), remark };
}
