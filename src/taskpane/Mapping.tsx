import { Button, Dropdown, Field, makeStyles, Option, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { TableMapping } from '../tables/model';
import { Page } from './Page';
import type { FoundTable, TablesFound } from './pane-actions';
import { count, words } from './words';

const useStyles = makeStyles({
  title: { fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold, margin: '0 0 4px' },
  table: { padding: '8px 0', borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  grey: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

export interface MappingProps {
  readonly found: TablesFound;
  readonly busy: boolean;
  /** Saves what was said; the tables are then looked at again. */
  readonly onChange: (mapping: TableMapping) => void;
  readonly onDone: () => void;
  readonly onBack: () => void;
}

/** Where the user says once what each table and heading means. */
export function Mapping({ found, busy, onChange, onDone, onBack }: MappingProps) {
  const styles = useStyles();
  const { mapping } = found;
  const setRole = (table: FoundTable, role: string | null): void => {
    const others = Object.fromEntries(Object.entries(mapping.tables).filter(([name]) => name !== table.name));
    onChange({ ...mapping, tables: role === null ? others : { ...others, [table.name]: role } });
  };
  const setColumn = (role: string, heading: string, field: string): void => onChange({ ...mapping, columns: { ...mapping.columns, [role]: { ...mapping.columns[role], [heading]: field } } });
  const [opened, setOpened] = useState<string | null>(null);
  return (
    <Page
      label={words.mapping.title}
      bar={
        <>
          <Button appearance="primary" disabled={busy || !found.tables.some((table) => table.role !== null)} onClick={onDone}>
            {words.mapping.done}
          </Button>
          <Button disabled={busy} onClick={onBack}>
            {words.mapping.back}
          </Button>
        </>
      }
    >
      <h2 className={styles.title}>{words.mapping.title}</h2>
      <Text block>{found.tables.length === 0 ? words.mapping.none : words.mapping.lead}</Text>
      {found.tables.map((table) => (
        <div key={table.name} className={styles.table}>
          <Field label={`${table.name} (${table.sheet}, ${count(table.rows, 'row')})`}>
            <Dropdown
              aria-label={words.mapping.role(table.name)}
              disabled={busy}
              open={opened === table.name}
              onOpenChange={(_, { open }) => setOpened(open ? table.name : null)}
              value={table.role ?? words.mapping.ignored}
              selectedOptions={[table.role ?? '']}
              onOptionSelect={(_, { optionValue }) => setRole(table, optionValue ? optionValue : null)}
            >
              <Option value="">{words.mapping.ignored}</Option>
              <>
                {found.roles.map((role) => (
                  <Option key={role} value={role}>
                    {role}
                  </Option>
                ))}
              </>
            </Dropdown>
          </Field>
          {table.role === null
            ? null
            : table.missing.map(({ column, field }) => (
                <Field key={field} label={`${words.mapping.missing} ${column}`} validationState="warning">
                  <Dropdown aria-label={`${words.mapping.missing} ${column}`} placeholder={words.mapping.choose} disabled={busy} onOptionSelect={(_, { optionValue }) => table.role !== null && optionValue && setColumn(table.role, optionValue, field)}>
                    {table.header.map((heading) => (
                      <Option key={heading} value={heading}>
                        {heading}
                      </Option>
                    ))}
                  </Dropdown>
                </Field>
              ))}
          <span className={styles.grey}>{table.header.slice(0, 6).join(' · ')}</span>
        </div>
      ))}
    </Page>
  );
}
