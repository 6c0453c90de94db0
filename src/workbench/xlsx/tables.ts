/** Table parts ⇄ the model's tables. */
import type { ModelRange, ModelSheet, ModelTable, ModelWorkbook } from '../host/model';
import { parseRange, rangeName } from './addresses';
import type { OfficePackage } from './package';
import { escapeCharacters, unescapeText } from './sheet-data';
import { element, type XmlElement } from './xml';
import { place } from './worksheet';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const CONTENT_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml';

export function readTables(files: OfficePackage, part: string, sheet: ModelSheet, workbook: ModelWorkbook): void {
  for (const relationship of files.relationships(part)) {
    const table = relationship.kind === 'table' ? files.read(relationship.target) : undefined;
    const range = parseRange(table?.attribute('ref') ?? '');
    if (!table || !range) continue;
    const style = table.first('tableStyleInfo');
    sheet.tables.push({
      id: workbook.id(),
      name: unescapeText(table.attribute('displayName') ?? table.attribute('name') ?? ''),
      range,
      style: style?.attribute('name') ?? '',
      showBandedRows: style?.flag('showRowStripes') ?? false,
      showFilterButton: table.first('autoFilter') !== undefined,
      showTotals: (table.number('totalsRowCount') ?? 0) > 0,
      part: relationship.target,
    });
  }
}

/** The table a cell stands in. */
export function tableAt(sheet: ModelSheet, row: number, column: number): ModelTable | null {
  const inside = ({ range }: ModelTable) => row >= range.row && row < range.row + range.rows && column >= range.column && column < range.column + range.columns;
  return sheet.tables.find(inside) ?? null;
}

/** Writes every table of the sheet whose part no longer says the same, and takes out those that are gone. */
export function writeTables(files: OfficePackage, part: string, worksheet: XmlElement, sheet: ModelSheet, nextId: () => number): void {
  const present = new Map(files.relationships(part).filter((each) => each.kind === 'table').map((each) => [each.target, each.id]));
  const kept: string[] = [];
  for (const table of sheet.tables) {
    const known = table.part === undefined ? undefined : present.get(table.part);
    if (table.part !== undefined && known !== undefined) {
      updateTable(files, table.part, sheet, table);
      kept.push(known);
      present.delete(table.part);
    } else {
      const name = files.freeName('xl/tables/table');
      const id = nextId();
      files.add(name, CONTENT_TYPE, tablePart(sheet, table, id));
      kept.push(files.relate(part, 'table', name));
    }
  }
  for (const [name, id] of present) {
    files.remove(name);
    files.unrelate(part, id);
  }
  worksheet.removeAll('tableParts');
  if (kept.length > 0) place(worksheet, element('tableParts', { count: kept.length }, kept.map((id) => element('tablePart', { 'r:id': id }))));
}

/** The header cells' texts as unique column names: what Excel demands of a table. */
function columnNames(sheet: ModelSheet, range: ModelRange): string[] {
  const taken = new Set<string>();
  return Array.from({ length: range.columns }, (_, index) => {
    const value = sheet.cell(range.row, range.column + index)?.value ?? null;
    const text = typeof value === 'string' ? value : value === null ? '' : typeof value === 'object' ? value.error : typeof value === 'boolean' ? String(value).toUpperCase() : String(value);
    const base = text || `Column${index + 1}`;
    let name = base;
    for (let number = 2; taken.has(name.toLowerCase()); number++) name = `${base}${number}`;
    taken.add(name.toLowerCase());
    return name;
  });
}

/** Line breaks in a column's name stand as `_x000a_`. */
const storedName = (name: string) => escapeCharacters(name).replace(/\r/g, '_x000d_').replace(/\n/g, '_x000a_').replace(/\t/g, '_x0009_');

function tablePart(sheet: ModelSheet, table: ModelTable, id: number): XmlElement {
  const columns = columnNames(sheet, table.range).map((name, index) => element('tableColumn', { id: index + 1, name: storedName(name) }));
  const body = filterRange(table);
  return element('table', { xmlns: MAIN, id, name: table.name, displayName: table.name, ref: rangeName(table.range), ...(table.showTotals ? { totalsRowCount: 1 } : { totalsRowShown: 0 }) }, [
    ...(table.showFilterButton ? [element('autoFilter', { ref: rangeName(body) })] : []),
    element('tableColumns', { count: columns.length }, columns),
    ...styleInfo(table),
  ]);
}

const filterRange = (table: ModelTable): ModelRange => ({ ...table.range, rows: table.range.rows - (table.showTotals ? 1 : 0) });

function styleInfo(table: ModelTable): XmlElement[] {
  return table.style ? [element('tableStyleInfo', { name: table.style, showFirstColumn: 0, showLastColumn: 0, showRowStripes: table.showBandedRows ? 1 : 0, showColumnStripes: 0 })] : [];
}

/** Brings a part of the file up to date, keeping what it says beside (calculated columns, sort state, formats). */
function updateTable(files: OfficePackage, name: string, sheet: ModelSheet, table: ModelTable): void {
  const before = files.read(name);
  if (!before) return;
  const oldNames = (before.first('tableColumns')?.elements('tableColumn') ?? []).map((each) => unescapeText(each.attribute('name') ?? ''));
  const headless = before.number('headerRowCount') === 0;
  const names = headless ? oldNames : columnNames(sheet, table.range);
  const style = before.first('tableStyleInfo');
  const same =
    before.attribute('ref') === rangeName(table.range) &&
    (before.attribute('displayName') ?? '') === table.name &&
    names.length === oldNames.length && names.every((each, index) => each === oldNames[index]) &&
    (style?.attribute('name') ?? '') === table.style && (style?.flag('showRowStripes') ?? false) === table.showBandedRows &&
    (before.first('autoFilter') !== undefined) === table.showFilterButton && (before.number('totalsRowCount') ?? 0) > 0 === table.showTotals;
  if (same) return;
  const part = files.edit(name);
  part.attributes['ref'] = rangeName(table.range);
  part.attributes['displayName'] = table.name;
  part.attributes['name'] = table.name;
  if (table.showTotals) part.attributes['totalsRowCount'] = '1';
  else delete part.attributes['totalsRowCount'];
  const list = part.first('tableColumns');
  if (list) {
    const columns = list.elements('tableColumn');
    let free = Math.max(0, ...columns.map((each) => each.number('id') ?? 0));
    const unused = new Map(columns.map((each, index) => [(oldNames[index] ?? '').toLowerCase(), each]));
    // A column keeps its element by name; one that was renamed in place, by position.
    const chosen = names.map((each) => {
      const found = unused.get(each.toLowerCase());
      unused.delete(each.toLowerCase());
      return found;
    });
    list.children = names.map((each, index) => {
      const old = columns[index];
      let column = chosen[index];
      if (!column && old && names.length === columns.length && unused.delete((oldNames[index] ?? '').toLowerCase())) column = old;
      column ??= element('tableColumn', { id: ++free });
      column.attributes['name'] = storedName(each);
      return column;
    });
    list.attributes['count'] = String(names.length);
  }
  const filter = part.first('autoFilter');
  if (!table.showFilterButton) part.removeAll('autoFilter');
  else if (filter) filter.attributes['ref'] = rangeName(filterRange(table));
  else part.children.unshift(element('autoFilter', { ref: rangeName(filterRange(table)) }));
  if (style?.attribute('name') !== table.style || style.flag('showRowStripes') !== table.showBandedRows) {
    const kept = part.first('tableStyleInfo');
    if (!table.style) part.removeAll('tableStyleInfo');
    else if (kept) Object.assign(kept.attributes, { name: table.style, showRowStripes: table.showBandedRows ? '1' : '0' });
    else {
      const before = part.children.findIndex((child) => typeof child !== 'string' && child.local === 'extLst');
      part.children.splice(before < 0 ? part.children.length : before, 0, ...styleInfo(table));
    }
  }
}
