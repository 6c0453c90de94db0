/** Relationships between configuration items, as ServiceNow's `cmdb_rel_ci` and others export them: parent, child, type. */
import type { Work } from '../../../domain/work';
import { foldName } from '../../names';
import { quoted } from '../../words';
import type { ExportFile, RowProblem } from '../export-file';
import type { ImportChoices } from '../model';
import type { DraftItem, DraftLink, MapDraft } from './draft';
import { type HeadedField, HeadedRows, headingsWithExamples, isErrorText, mapHeadings } from './headings';

/** Columns of relationships. Dot-walked fields carry their path when a list is exported by URL. */
export const RELATIONSHIP_FIELDS: readonly HeadedField[] = [
  { field: 'parent', column: 'Parent', required: true, headings: ['Parent', 'Parent CI', 'Parent name', 'parent.name', 'Source', 'Source CI', 'From'] },
  { field: 'child', column: 'Child', required: true, headings: ['Child', 'Child CI', 'Child name', 'child.name', 'Target', 'Target CI', 'To'] },
  { field: 'type', column: 'Type', required: false, headings: ['Type', 'Relationship type', 'Relation type', 'Relationship', 'Relation', 'type.name'] },
  { field: 'parentClass', column: 'Parent class', required: false, headings: ['Parent class', 'Parent CI class', 'parent.sys_class_name', 'Parent type', 'Source class', 'Source type'] },
  { field: 'childClass', column: 'Child class', required: false, headings: ['Child class', 'Child CI class', 'child.sys_class_name', 'Child type', 'Target class', 'Target type'] },
];

/** Rows between two pauses. */
const ROWS_PER_STEP = 1000;

/** Whether the headings are those of relationships. */
export function isRelationships(file: ExportFile): boolean {
  const mapping = mapHeadings(file, RELATIONSHIP_FIELDS);
  return Boolean(mapping.parent && mapping.child && mapping.type);
}

/** Whether two headings are the ends of relationships, as far as is known or said; a word between them may be lacking. */
export function hasEnds(file: ExportFile, { mapping: own }: ImportChoices): boolean {
  const mapping = mapHeadings(file, RELATIONSHIP_FIELDS, own);
  return Boolean(mapping.parent && mapping.child);
}

/** Reads relationships, with pauses. Both ends are items of the source, sorted by the class beside them. */
export function* readRelationships(file: ExportFile, choices: ImportChoices): Work<MapDraft> {
  const mapping = mapHeadings(file, RELATIONSHIP_FIELDS, choices.mapping);
  const rows = new HeadedRows(file, mapping);
  const items = new Map<string, DraftItem>();
  const links: DraftLink[] = [];
  const problems: RowProblem[] = [...file.problems];
  for (const [index, row] of file.rows.entries()) {
    if (index % ROWS_PER_STEP === ROWS_PER_STEP - 1) yield;
    const { line } = row;
    const ends = (['parent', 'child'] as const).map((end) => ({ end, name: rows.text(row, end), className: rows.text(row, `${end}Class`) }));
    const faulty = ends.filter(({ name }) => name === '' || isErrorText(name));
    for (const { end, name } of faulty) problems.push({ line, column: rows.headingOf(end), found: name === '' ? 'blank' : name, expected: 'the name of an item' });
    if (faulty.length > 0) continue;
    for (const { end, name, className } of ends) {
      const known = items.get(foldName(name));
      const sorted = isErrorText(className) ? '' : className;
      if (!known || (known.className === '' && sorted !== '')) items.set(foldName(name), { line: known?.line ?? line, name: known?.name ?? name, className: sorted, place: null, cells: {} });
      else if (sorted !== '' && foldName(sorted) !== foldName(known.className)) problems.push({ line, column: rows.headingOf(`${end}Class`), found: quoted(sorted), expected: `${quoted(known.className)}, as line ${known.line} says of ${name}` });
    }
    const type = rows.text(row, 'type');
    links.push({ line, column: rows.headingOf('child'), from: ends[0]!.name, to: ends[1]!.name, type: isErrorText(type) ? '' : type, cells: {} });
  }
  const used = new Set(Object.values(mapping));
  return {
    profile: [...new Set(links.map(({ type }) => type))].some((type) => type.includes('::')) ? 'ServiceNow relationships' : null,
    items: [...items.values()],
    links,
    customers: [],
    ends: { from: 'Parent', to: 'child' },
    headings: headingsWithExamples(file),
    fields: RELATIONSHIP_FIELDS.map(({ field, column, required }) => ({ field, column, required })),
    mapping,
    headingsNotUsed: file.headings.filter((heading) => !used.has(heading)),
    problems,
    skipped: file.skipped,
    warnings: rows.warnings,
    questions: [],
    waiting: 0,
  };
}
