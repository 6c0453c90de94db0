import type { AgreementFigure } from '../../domain/figures';
import { addTo } from '../../domain/grouping';
import { firstByName, isUnreadable, nameKey, sameName } from '../../domain/names';
import { numberText } from '../../domain/performance/phrases';
import { customersOfServices, usersByCustomer } from '../../domain/servicemap/customers';
import type { Customer, Service } from '../../domain/servicemap/records';
import { finish, type Work } from '../../domain/work';
import { addHeading } from '../heading';
import type { ReportInput } from '../input';
import { across, cell, listPage, Rows, textCell, widthOf } from '../layout';
import { nothingCell, numberCell } from '../number-cell';
import type { CellStyle, SheetCell, SheetModel } from '../sheet';
import { CELL_MARGIN, COLOR, FORMAT, HEIGHT, STYLE } from '../style';
import { wrapped } from '../text-width';
import { SHEET_NAME, W } from '../words';
import { textOrNothing } from './cells';
import { agreementsByItem } from './in-force';
import { linesOfNames, namesThatFit } from './names-in-cell';
import { customersSentence, sentencesThatFit, usersFacts } from './sentences';

const COLUMNS = [9, 177, 183, 126, 156, 66, 225];
const C = { service: 1, customer: 2, category: 3, unit: 4, users: 5, agreement: 6 } as const;
const WIDTH = widthOf(COLUMNS, C.service, C.agreement);

type Input = Pick<ReportInput, 'figures' | 'records'>;

/**
 * Who uses what: the customers of every service, in the order of `Services`, with category, business unit,
 * users and the SLAs in force for them; then the services for which no customer is recorded.
 */
export function customersAndUsers(input: Input): SheetModel {
  return finish(customersAndUsersWork(input));
}

/** `customersAndUsers` with a pause after every service, for callers that must give way to others. */
export function* customersAndUsersWork({ figures, records }: Input): Work<SheetModel> {
  const rows = new Rows();
  const readable = records.customers.filter((row) => !isUnreadable(row, 'service', 'customer') && nameKey(row.service) !== '' && nameKey(row.customer) !== '');
  const byService = new Map<string, Customer[]>();
  for (const row of readable) addTo(byService, nameKey(row.service), row);
  const services = firstByName(records.services.filter((row) => !isUnreadable(row, 'service')), ({ service }) => service);
  const agreements = agreementsByItem(figures);
  const slasOf = ({ service, customer }: Customer): AgreementFigure[] => (agreements.get(nameKey(service)) ?? []).filter((one) => one.type === 'SLA' && (one.customer === null || sameName(one.customer, customer)));

  const inUse = readable.filter(({ service }) => services.get(nameKey(service))?.lifecycle !== 'Retired');
  const { counted, unknown } = usersOf(inUse);
  const sentence = customersSentence({
    customers: counted.length + unknown,
    services: new Set(inUse.map(({ service }) => nameKey(service))).size,
    uses: inUse.length,
    without: inUse.filter((row) => slasOf(row).length === 0).length,
  });
  const facts = usersFacts(counted, unknown);
  addHeading(rows, COLUMNS, figures, W.customers.title, null, sentence, facts.length === 0 ? null : sentencesThatFit(facts, WIDTH, STYLE.subline));
  const heads = W.customers.heads.map((head, at) => cell(C.service + at, head, C.service + at === C.users ? { ...STYLE.head, horizontal: 'Right' as const } : C.service + at === C.agreement ? { ...STYLE.head, indent: 1 } : STYLE.head));
  const headRow = rows.add(HEIGHT.head, across(heads, C.service, C.agreement, STYLE.headRule));

  const order = new Map([...services.keys()].map((key, at) => [key, at]));
  const rank = (key: string): number => (services.get(key)?.lifecycle === 'Retired' ? 2e9 : (order.get(key) ?? 1e9));
  for (const [key, customers] of [...byService].toSorted(([a], [b]) => rank(a) - rank(b))) {
    customers.forEach((customer, at) => {
      rows.add(HEIGHT.promise, across(customerCells(customer, services.get(key), slasOf(customer), at === 0), C.service, C.agreement, { ruleBelow: at === customers.length - 1 ? COLOR.headRule : COLOR.rowRule }));
    });
    yield;
  }
  addFoot(rows, [...services.values()].filter(({ service, lifecycle, type }) => lifecycle !== 'Retired' && type !== 'Infrastructure' && !byService.has(nameKey(service))), records.customers.length - readable.length);
  return listPage({ kind: 'customers-and-users', subject: '', name: SHEET_NAME['customers-and-users'], title: W.customers.title, figures, columns: COLUMNS, rows, lastColumn: C.agreement, heads: [headRow, headRow] });
}

/** Users of each customer, the most first, and how many customers have none recorded. */
function usersOf(rows: readonly Customer[]): { readonly counted: { readonly customer: string; readonly users: number }[]; readonly unknown: number } {
  const customers = customersOfServices(rows);
  const names = new Map(customers.map(({ customer }) => [nameKey(customer), customer]));
  const most = usersByCustomer(customers);
  const counted = [...most].flatMap(([key, users]) => (users === null ? [] : [{ customer: names.get(key)!, users }])).toSorted((a, b) => b.users - a.users);
  return { counted, unknown: most.size - counted.length };
}

function customerCells(row: Customer, service: Service | undefined, slas: readonly AgreementFigure[], first: boolean): SheetCell[] {
  const width = (column: number): number => COLUMNS[column] ?? 0;
  const retired = service?.lifecycle === 'Retired';
  const style: CellStyle = retired ? { ...STYLE.body, color: COLOR.grey } : STYLE.body;
  const text = (column: number, field: keyof Customer, value: string | null): SheetCell => (isUnreadable(row, field) ? textCell(column, W.owners.unreadable, width(column), STYLE.absent) : textOrNothing(column, value, width(column), style));
  const name = `${service?.service ?? row.service}${service === undefined ? W.customers.unknownService : retired ? W.customers.retired : ''}`;
  const users = row.users === null ? nothingCell(C.users) : numberCell(C.users, { value: row.users, format: FORMAT.count, text: numberText(row.users, 0) }, width(C.users), style);
  const agreement: CellStyle = { ...style, indent: 1 };
  return [
    textCell(C.service, name, width(C.service), first && !retired ? STYLE.strong : { ...STYLE.body, color: COLOR.grey }),
    textCell(C.customer, row.customer, width(C.customer), style),
    text(C.category, 'category', row.category),
    text(C.unit, 'businessUnit', row.businessUnit),
    isUnreadable(row, 'users') ? cell(C.users, W.customers.unreadable, { ...STYLE.absent, horizontal: 'Right' }) : users,
    slas.length === 0 ? cell(C.agreement, retired ? null : W.customers.noSla, { ...agreement, color: COLOR.atRisk }) : cell(C.agreement, namesThatFit(slas.map((sla) => sla.agreement), width(C.agreement), agreement), agreement),
  ];
}

/** Services that nobody is recorded to use, rows left out, and what the figures mean. */
function addFoot(rows: Rows, unused: readonly Service[], leftOut: number): void {
  rows.add(HEIGHT.spacer);
  for (const line of linesOfNames(W.customers.none, unused.map(({ service }) => service), WIDTH, STYLE.body)) rows.add(HEIGHT.promise, [textCell(C.service, line, WIDTH, STYLE.body)]);
  const notes = [...(leftOut === 0 ? [] : [W.customers.leftOut(leftOut)]), ...W.customers.definitions];
  for (const note of notes) for (const line of wrapped(note, WIDTH - CELL_MARGIN, { size: 9 })) rows.add(HEIGHT.definition, [cell(C.service, line, STYLE.definition)]);
}
