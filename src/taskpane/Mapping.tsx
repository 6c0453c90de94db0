import { Button, Dropdown, Field, makeStyles, MessageBar, MessageBarBody, Option, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { TableMapping } from '../tables/model';
import { Page } from './Page';
import type { FoundTable, TablesFound } from './pane-actions';
import { count, words } from './words';

const useStyles = makeStyles({
  title: { fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold, margin: '0 0 4px' },
  table: { display: 'flex', flexDirection: 'column', gap: '6px', padding: '10px 0', marginTop: '10px', borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  heading: { display: 'flex', alignItems: 'center', gap: '8px' },
  name: { flex: '1 1 0', minWidth: 0, overflowWrap: 'anywhere' },
  meaning: { flex: '1 1 0', minWidth: '0' },
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
          {table.missing.length === 0 ? null : (
            <MessageBar intent="warning" layout="multiline">
              <MessageBarBody>{words.mapping.missing(table.missing.map(({ column }) => column))}</MessageBarBody>
            </MessageBar>
          )}
          {table.role === null ? <span className={styles.grey}>{table.header.slice(0, 6).join(' · ')}</span> : <Headings table={table} mapped={mapping.columns[table.role] ?? {}} busy={busy} onChange={(columns) => table.role !== null && onChange({ ...mapping, columns: { ...mapping.columns, [table.role]: columns } })} />}
        </div>
      ))}
    </Page>
  );
}

interface HeadingsProps {
  readonly table: FoundTable;
  /** Heading → field, as the user has said. */
  readonly mapped: Readonly<Record<string, string>>;
  readonly busy: boolean;
  readonly onChange: (mapped: Readonly<Record<string, string>>) => void;
}

/** Asks what each heading means that does not say it by its name. */
function Headings({ table, mapped, busy, onChange }: HeadingsProps) {
  const styles = useStyles();
  const asked = [...new Set(table.header)].filter((heading) => heading !== '' && (mapped[heading] !== undefined || !table.columns.some((column) => column.heading === heading)));
  const say = (heading: string, field: string | undefined): void => {
    const others = Object.fromEntries(Object.entries(mapped).filter(([one]) => one !== heading));
    onChange(field ? { ...others, [heading]: field } : others);
  };
  return asked.map((heading) => {
    const answers = table.columns.find((column) => column.heading === heading);
    return (
      <div key={heading} className={styles.heading}>
        <span className={styles.name}>{heading}</span>
        <Dropdown
          className={styles.meaning}
          size="small"
          aria-label={words.mapping.meaning(heading)}
          disabled={busy}
          value={answers?.column ?? words.mapping.ignored}
          selectedOptions={[answers?.field ?? '']}
          onOptionSelect={(_, { optionValue }) => say(heading, optionValue)}
        >
          <Option value="">{words.mapping.ignored}</Option>
          <>
            {table.columns
              .filter((column) => column.heading === null || column.heading === heading)
              .map(({ column, field }) => (
                <Option key={field} value={field}>
                  {column}
                </Option>
              ))}
          </>
        </Dropdown>
      </div>
    );
  });
}
