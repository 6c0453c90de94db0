/** What Plumbline remembers in the workbook for this user interface: it travels with the file and is not shown in cells. */
import type { TableMapping } from '../tables/model';
import { PlainError } from './errors';

interface Stored {
  readonly mapping: TableMapping;
  /** What the pane showed last. */
  readonly view: Readonly<Record<string, unknown>>;
}

const NO_MAPPING: TableMapping = { tables: {}, columns: {} };

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The user's own names for tables and columns; empty where none were given or the entry is damaged. */
export function readMapping(): TableMapping {
  const stored: unknown = Office.context.document.settings.get('mapping');
  if (!isRecord(stored) || !isRecord(stored.tables) || !isRecord(stored.columns)) return NO_MAPPING;
  return stored as unknown as TableMapping;
}

export function saveMapping(mapping: TableMapping): Promise<void> {
  return save('mapping', mapping);
}

export function readView(): Stored['view'] {
  const stored: unknown = Office.context.document.settings.get('view');
  return isRecord(stored) ? stored : {};
}

export function saveView(view: Stored['view']): Promise<void> {
  return save('view', view);
}

/** @throws PlainError when Excel cannot keep it (a workbook opened for reading only) */
function save<Key extends keyof Stored>(key: Key, value: Stored[Key]): Promise<void> {
  Office.context.document.settings.set(key, value);
  return new Promise((resolve, reject) =>
    Office.context.document.settings.saveAsync((result) => {
      if (result.status === Office.AsyncResultStatus.Succeeded) resolve();
      else reject(new PlainError('Your choice could not be kept in the workbook.', String(result.error.code), result.error.message));
    }),
  );
}
