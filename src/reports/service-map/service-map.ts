import type { MapLine, ServiceMapFigure } from '../../domain/figures';
import { addHeading } from '../heading';
import type { ReportInput } from '../input';
import { across, cell, listPage, Rows, textCell, widthOf } from '../layout';
import type { CellStyle, SheetCell, SheetModel } from '../sheet';
import { COLOR, HEIGHT, STYLE } from '../style';
import { NOTHING, SHEET_NAME, W } from '../words';

const COLUMNS = [9, 225, 115.5, 127.5, 127.5, 136.5, 58.5, 142.5];
const C = { name: 1, category: 2, owner: 3, supplier: 4, through: 5, group: 6, agreements: 7 } as const;
const SECTIONS: readonly MapLine['section'][] = ['Customers', 'Hardware', 'Applications', 'Settings', 'Internal service', 'External service'];

/**
 * The service maps as tables: one block per service, with customers, hardware, applications, settings,
 * internal and external services, who owns each line and which agreements stand on it. Infrastructure
 * services come last, as the core that all others stand on.
 */
export function serviceMap({ figures }: Pick<ReportInput, 'figures'>): SheetModel {
  const rows = new Rows();
  const lines = figures.maps.flatMap((map) => map.lines);
  const ownerless = lines.filter((line) => isOwned(line) && line.owner === null).length;
  const services = figures.maps.length;
  const sentence = W.map.sentence({ services, lines: lines.length, owned: lines.filter(isOwned).length, ownerless });
  addHeading(rows, COLUMNS, figures, W.map.title, null, sentence, null);
  const headRow = rows.add(HEIGHT.head, across(W.map.heads.map((head, at) => cell(C.name + at, head, STYLE.head)), C.name, C.agreements, { ruleBelow: COLOR.headRule }));

  const infrastructure = figures.maps.filter((map) => map.type === 'Infrastructure');
  for (const map of figures.maps.filter(({ type }) => type !== 'Infrastructure')) addMap(rows, map);
  if (infrastructure.length > 0) rows.add(HEIGHT.verdict, [cell(C.name, W.map.infrastructure, { ...STYLE.subline, bold: true, vertical: 'Bottom' })]);
  for (const map of infrastructure) addMap(rows, map);

  return listPage({ kind: 'service-map', subject: '', name: SHEET_NAME['service-map'], title: W.map.title, figures, columns: COLUMNS, rows, lastColumn: C.agreements, heads: [headRow, headRow] });
}

/** Customers answer for themselves. */
function isOwned(line: MapLine): boolean {
  return line.section !== 'Customers';
}

function addMap(rows: Rows, map: ServiceMapFigure): void {
  const width = widthOf(COLUMNS, C.name, C.agreements);
  rows.add(HEIGHT.section + 8, [textCell(C.name, map.service, width, { ...STYLE.section, vertical: 'Bottom' })]);
  rows.add(HEIGHT.head, across([textCell(C.name, W.map.facts(map.type, map.priority, map.itOwner, map.businessOwner), width, STYLE.detail)], C.name, C.agreements, { ruleBelow: COLOR.rowRule }));
  if (map.cycle.length > 0) rows.add(HEIGHT.promise, [textCell(C.name, W.map.cycle(map.cycle), width, STYLE.absent)]);
  for (const section of SECTIONS) {
    const lines = map.lines.filter((line) => line.section === section);
    const title = cell(C.name, W.map.sections[section], { ...STYLE.head, bold: true });
    rows.add(HEIGHT.head, across(lines.length === 0 ? [title, cell(C.category, W.map.noneRecorded, STYLE.detail)] : [title], C.name, C.agreements, { fill: COLOR.band }));
    for (const line of lines) rows.add(HEIGHT.promise, across(lineCells(line), C.name, C.agreements, { ruleBelow: COLOR.rowRule }));
  }
}

function lineCells(line: MapLine): SheetCell[] {
  const text = (column: number, value: string | null, style: CellStyle = STYLE.body): SheetCell =>
    value === null || value === '' ? cell(column, NOTHING, { ...STYLE.body, color: COLOR.grey }) : textCell(column, value, COLUMNS[column] ?? 0, style);
  const isCustomer = line.section === 'Customers';
  const users = line.users === null ? [] : [W.map.users(line.users)];
  return [
    text(C.name, line.name, { ...STYLE.body, indent: Math.min(line.depth, 6) }),
    text(C.category, [...(line.category === null ? [] : [line.category]), ...users].join(', ')),
    !isCustomer && line.owner === null ? text(C.owner, W.noOwner, STYLE.absent) : text(C.owner, line.owner),
    text(C.supplier, line.supplier),
    text(C.through, line.through),
    text(C.group, line.group),
    text(C.agreements, line.agreements.join(', ')),
  ];
}
