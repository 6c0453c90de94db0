/** What Plumbline remembers in the workbook for this user interface: it travels with the file and is not shown in cells. */
import type { TableMapping } from '../tables/model';
import { PlainError } from './errors';

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

/** @throws PlainError when Excel cannot keep it (a workbook opened for reading only) */
export function saveMapping(mapping: TableMapping): Promise<void> {
  Office.context.document.settings.set('mapping', mapping);
  return new Promise((resolve, reject) =>
    Office.context.document.settings.saveAsync((result) => {
      if (result.status === Office.AsyncResultStatus.Succeeded) resolve();
      else reject(new PlainError('Your choice could not be kept in the workbook.', String(result.error.code), result.error.message));
    }),
  );
}
