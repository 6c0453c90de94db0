import { CONTRACT, SETTINGS, TABLE_NAMES, type Column } from './contract';
import { formOf } from './words';

/**
 * The tables and their columns as Markdown, for the help and the README: a heading, a line and a
 * list of columns for each table.
 */
export function tablesAsMarkdown(): string {
  return TABLE_NAMES.map((name) => {
    const { description, columns } = CONTRACT[name];
    const lines = (name === 'Settings' ? SETTINGS : columns).map(rowOf);
    const first = name === 'Settings' ? 'Setting' : 'Column';
    return [`### ${name}`, '', description, '', `| ${first} | Holds | Meaning |`, '| --- | --- | --- |', ...lines].join('\n');
  }).join('\n\n') + '\n';
}

function rowOf(column: Column): string {
  const name = column.required ? `**${column.header}**` : column.header;
  const notes = [
    column.key ? 'unique' : '',
    column.references.length > 0 ? `names a row of ${column.references.join(' or ')}` : '',
    column.type === 'choice' && column.open ? 'or other text' : '',
    column.default === null ? '' : `blank: ${String(column.default)}`,
    column.aliases.length > 0 ? `also headed ${column.aliases.join(', ')}` : '',
  ].filter((note) => note !== '');
  return `| ${name} | ${[formOf(column), ...notes].join('; ')} | ${column.help} |`;
}
