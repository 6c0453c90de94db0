import { Field, Input, makeStyles, Select, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { ImportChoices, ImportPreview } from '../../tables/import/model';
import { IMPORT_TARGETS } from '../../tables/import/profiles';
import { words } from '../words';
import { Fold } from './Fold';

const useStyles = makeStyles({
  row: { display: 'flex', alignItems: 'center', gap: '8px', marginBottom: '4px' },
  column: { flex: '2 1 0', minWidth: 0, overflowWrap: 'anywhere' },
  heading: { flex: '3 1 0', minWidth: 0 },
  group: { fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold, margin: '10px 0 4px' },
});

interface ColumnsProps {
  readonly preview: ImportPreview;
  readonly busy: boolean;
  readonly onAnswer: (change: ImportChoices) => void;
}

/** Which heading goes into which column, which table all goes into, and in what zone its times are. */
export function Columns({ preview, busy, onAnswer }: ColumnsProps) {
  const styles = useStyles();
  const { fields, headings, mapping, table, tables, zone } = preview;
  const [typed, setTyped] = useState(zone?.name ?? '');
  useEffect(() => setTyped(zone?.name ?? ''), [zone?.name]);
  const useZone = (): void => {
    if (typed.trim() !== '' && typed.trim() !== zone?.name) onAnswer({ zone: typed.trim() });
  };
  const isUsed = (field: string): boolean => Boolean(mapping[field]);
  const row = ({ field, column }: ImportPreview['fields'][number]) => (
    <div key={field} className={styles.row}>
      <span className={styles.column}>{column}</span>
      <Select className={styles.heading} size="small" disabled={busy} aria-label={words.import.headingOf(column)} value={mapping[field] ?? ''} onChange={(_, { value }) => onAnswer({ mapping: { [field]: value === '' ? null : value } })}>
        <option value="">{words.import.nothing}</option>
        {headings.map(({ heading, example }) => (
          <option key={heading} value={heading}>
            {words.import.heading(heading, example)}
          </option>
        ))}
      </Select>
    </div>
  );
  // A catalogue has no headings.
  if (table === null || headings.length === 0) return null;
  return (
    <Fold title={words.import.columns(fields.filter(({ field }) => isUsed(field)).length)}>
      <Field label={words.import.table} size="small">
        <Select size="small" disabled={busy} value={table} onChange={(_, { value }) => onAnswer({ table: IMPORT_TARGETS.find((one) => one === value)! })}>
          {tables.map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </Select>
      </Field>
      {zone === null ? null : (
        <Field label={words.import.zone} size="small">
          <Input size="small" disabled={busy} value={typed} onChange={(_, { value }) => setTyped(value)} onBlur={useZone} onKeyDown={({ key }) => key === 'Enter' && useZone()} />
        </Field>
      )}
      <h4 className={styles.group}>{words.import.used}</h4>
      {fields.filter(({ field }) => isUsed(field)).map(row)}
      <h4 className={styles.group}>{words.import.unused}</h4>
      {fields.filter(({ field }) => !isUsed(field)).map(row)}
    </Fold>
  );
}
