import { dateOfInstant, dayMonthYear, shortMonthYear } from '../dates';
import type { ReportInput } from '../input';
import { footer, range } from '../layout';
import type { SheetModel } from '../sheet';
import { COLOR } from '../style';
import { SHEET_NAME, W } from '../words';
import { C, COLUMNS, FirstPage } from './page';
import { addAsks } from './asks';
import { addDefinitions } from './definitions';
import { addLossesAndOutlook } from './losses-and-outlook';
import { addPromises } from './promises';
import { addBanner, addVerdict } from './verdict';
import { addWhyBroken } from './why-broken';

/**
 * The first page of the monthly operating report: what happened, which promises were kept and broken
 * and why, what was lost, what breaks next, what is being done, what is asked of the reader. It prints
 * on one landscape page, whatever the organisation: each section shows so many lines and says how many
 * more there are, and on which sheet.
 */
export function operatingReport(input: ReportInput): SheetModel {
  const { figures } = input;
  const page = new FirstPage(input);
  for (const add of [addBanner, addVerdict, addPromises, addWhyBroken, addLossesAndOutlook, addAsks, addDefinitions]) add(page);
  const lastRow = page.rows.next - 1;
  return {
    kind: 'operating-report',
    subject: figures.month.slice(0, 7),
    name: `${SHEET_NAME['operating-report']} ${shortMonthYear(figures.month)}`,
    columns: COLUMNS,
    rows: page.rows.rows,
    merges: page.merges,
    charts: page.charts,
    dataBars: page.dataBars,
    tables: [],
    validations: [],
    print: {
      orientation: 'Landscape',
      area: range(0, 0, lastRow, C.kept),
      pagesWide: 1,
      pagesTall: 1,
      scale: 74,
      footer: footer(figures, W.madeWith(dayMonthYear(dateOfInstant(figures.asOf, figures.zone)))),
    },
    gridlines: false,
    headings: false,
    freezeRows: 0,
    tabColor: COLOR.accent,
  };
}
