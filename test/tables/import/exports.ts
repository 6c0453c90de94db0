import { readFileSync } from 'node:fs';
import path from 'node:path';
import { finish } from '../../../src/domain/work';
import { existingIn } from '../../../src/tables/import/existing';
import { decodeExport } from '../../../src/tables/import/decode';
import type { ImportChoices, ImportPreview } from '../../../src/tables/import/model';
import { previewImport } from '../../../src/tables/import/preview';
import type { RawTable } from '../../../src/tables/model';
import { readRecords } from '../../../src/tables/read';
import { at, soundTables, workbook } from '../workbook';

/** An export written by hand in the form of its tool; see test/fixtures/exports. */
export const exported = (name: string): string => decodeExport(readFileSync(path.join(__dirname, '../../fixtures/exports', name)));

/** Previews an import into a small bank: Card Payments, ATM Network, Gateway A and B; its zone is Europe/Berlin. */
export function preview(text: string, choices: ImportChoices = {}, tables: Readonly<Record<string, RawTable | null>> = {}): ImportPreview {
  const raw = workbook(soundTables(tables));
  return finish(previewImport(text, existingIn(raw, readRecords(raw, at('2026-11-02T08:00Z'))), choices));
}

/** How often a preview gives way to others. */
export function pausesOf(text: string, tables: Readonly<Record<string, RawTable | null>>): number {
  const raw = workbook(soundTables(tables));
  const work = previewImport(text, existingIn(raw, readRecords(raw, at('2026-11-02T08:00Z'))), {});
  let pauses = 0;
  while (!work.next().done) pauses++;
  return pauses;
}

/** The rows that would be added to a table, the first by default, by column; blank cells are left out. */
export function added({ additions }: ImportPreview, table = additions[0]?.table): Record<string, unknown>[] {
  const addition = additions.find((one) => one.table === table);
  return (addition?.rows ?? []).map((row) => Object.fromEntries(row.flatMap((cell, index) => (cell === null ? [] : [[addition!.columns[index]!, cell]]))));
}

/** Every row of a file has exactly one end. */
export function rowsAccountedFor({ counts: { rows, ...ends } }: ImportPreview): boolean {
  return Object.values(ends).reduce((sum, count) => sum + count, 0) === rows;
}
