/** Which heading of a list or of relationships is what, and the cells beneath it. */
import { looseName } from '../../names';
import { quoted } from '../../words';
import { percentOf, readExportCell } from '../cells';
import type { ExportFile, ExportRow } from '../export-file';
import { columnOf, type ImportField, type ImportMapping } from '../mapping';
import type { ImportPreview, LineNote } from '../model';
import type { MapTable } from '../profiles';
import type { DraftCells } from './draft';

/** A column of a form, and the headings that give it, the best first. */
export interface HeadedField extends ImportField {
  readonly headings: readonly string[];
}

/** A heading for comparison. SharePoint's internal names write what is no letter as `_x0020_`. */
const heading = (text: string): string => looseName(text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16))));

/**
 * Proposes a heading for each field; none is proposed twice.
 *
 * @param own what the user says in its place: field → heading, null for none
 */
export function mapHeadings(file: ExportFile, fields: readonly HeadedField[], own: ImportMapping = {}): ImportMapping {
  const said = Object.entries(own).filter(([field, name]) => fields.some((one) => one.field === field) && (name === null || file.headings.includes(name)));
  const mapping: Record<string, string | null> = Object.fromEntries(said);
  const used = new Set(Object.values(mapping));
  for (const { field, headings } of fields) {
    if (field in mapping) continue;
    const wanted = headings.map(heading);
    const found = wanted.flatMap((name) => file.headings.find((one) => heading(one) === name && !used.has(one)) ?? [])[0] ?? null;
    mapping[field] = found;
    used.add(found);
  }
  return mapping;
}

/** Headings of a file with an example each. */
export function headingsWithExamples({ headings, rows }: ExportFile): ImportPreview['headings'] {
  return headings.map((name, index) => ({ heading: name, example: rows.find(({ cells }) => cells[index] !== '')?.cells[index] ?? '' }));
}

/** Whether a cell is one of Excel's errors, as text. `isErrorText('#N/A') // true` */
export function isErrorText(text: string): boolean {
  return /^#(N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!|SPILL!|CALC!|FIELD!|BLOCKED!|UNKNOWN!|GETTING_DATA)$/i.test(text);
}

/** Reads the cells of a file by field. */
export class HeadedRows {
  readonly warnings: LineNote[] = [];
  private readonly places: ReadonlyMap<string, number>;
  private readonly scales = new Map<string, 1 | 100>();

  constructor(private readonly file: ExportFile, private readonly mapping: ImportMapping) {
    this.places = new Map(Object.entries(mapping).flatMap(([field, name]) => (name === null || !file.headings.includes(name) ? [] : [[field, file.headings.indexOf(name)] as const])));
  }

  has(field: string): boolean {
    return this.places.has(field);
  }

  /** The heading of a field, as the file has it. */
  headingOf(field: string): string {
    return this.mapping[field] ?? '';
  }

  /** A cell's text; '' where the file has no such column. */
  text({ cells }: ExportRow, field: string): string {
    const place = this.places.get(field);
    return place === undefined ? '' : cells[place]!;
  }

  /** Texts as cells of a table. What a column cannot hold stays blank, and is said. */
  cells({ line }: ExportRow, table: MapTable, texts: Readonly<Record<string, string>>): DraftCells {
    const entries = Object.entries(texts).flatMap(([field, text]) => {
      const column = columnOf(table, field);
      if (text === '' || !column) return [];
      const read = isErrorText(text) ? null : readExportCell(column, text, { zone: 'UTC', workbookZone: 'UTC', order: null, momentOf: () => null }, column.type === 'percent' ? this.scaleOf(field) : 1);
      if (read?.kind === 'value') return [[field, read.imported] as const];
      this.warnings.push({ line, text: `${this.headingOf(field) || column.header} is ${quoted(text.length > 60 ? `${text.slice(0, 60)}…` : text)}: ${column.header} stays blank` });
      return [];
    });
    return Object.fromEntries(entries);
  }
  /** What a column's plain numbers are: 99.95 or 0.9995. */
  private scaleOf(field: string): 1 | 100 {
    let scale = this.scales.get(field);
    if (scale === undefined) this.scales.set(field, (scale = percentOf(this.file.rows.map((row) => this.text(row, field)))));
    return scale;
  }
}
