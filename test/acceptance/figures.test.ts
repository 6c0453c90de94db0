/**
 * One truth: what `figures --json` says, what the sheets show, and what functions in cells give for the
 * same agreements and windows.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Figures, TargetFigure } from '../../src/domain/figures';
import { CellError } from '../../src/workbench/host/model';
import { saveWorkbook } from '../../src/workbench/xlsx/save';
import { parseFigures, plumbline, scratchFolder } from '../support/command-line';
import { foreignSheet, recordsBelow, type ForeignCell } from '../support/package-file';
import { cellsOf, readWorkbookFile } from '../support/workbook-file';

const folder = scratchFolder();
const at = (name: string): string => path.join(folder, name);
const [sample, reported] = [at('sample.xlsx'), at('reported.xlsx')];

let october: Figures;
let april: Figures;

function figuresOf(month: string): Figures {
  const ran = plumbline('figures', sample, '--json', '--month', month);
  expect(ran.code).toBe(0);
  return parseFigures(ran.stdout);
}

beforeAll(() => {
  expect(plumbline('sample', '--out', sample).code).toBe(0);
  october = figuresOf('2026-10');
  april = figuresOf('2026-04');
  expect(plumbline('report', sample, '--month', '2026-10', '--out', reported).code).toBe(0);
});

const isShare = ({ metric }: TargetFigure): boolean => metric === 'Availability' || metric.endsWith('within');

function compare(value: number, comparator: string, target: number): boolean {
  return comparator === '>=' ? value >= target : comparator === '>' ? value > target : comparator === '<=' ? value <= target : value < target;
}

/** A figure as a cell shows it: shares rounded down, to a hundredth of a percent or finer, all else in full; never against the verdict. */
function shows(cell: ForeignCell | undefined, figure: TargetFigure, value: number | null): boolean {
  if (value === null) return cell === '–';
  if (typeof cell !== 'number') return false;
  const near = isShare(figure) ? cell <= value + 1e-12 && value - cell < 0.0001 : Math.abs(cell - value) < 1e-9;
  return near && compare(cell, figure.comparator, figure.target) === compare(value, figure.comparator, figure.target);
}

const sameNumber = (cell: ForeignCell | undefined, value: number | undefined): boolean => (value === undefined ? cell === '–' : typeof cell === 'number' && Math.abs(cell - value) < 1e-6);

describe('the sheets', () => {
  test('service levels: every target, with status, target, actual, month before and budget', async () => {
    const { rows } = await foreignSheet(reported, 'Service levels');
    // Under each promise stands a line that begins with its agreement.
    const shown = rows.flatMap((row, index) => {
      const agreement = /^(.*?) · /.exec(String(rows[index + 1]?.[2] ?? ''))?.[1];
      return typeof row[1] === 'string' && typeof row[4] === 'number' && agreement !== undefined ? [{ row, agreement }] : [];
    });
    expect(shown).toHaveLength(october.targets.length);
    const unseen = october.targets.filter((figure) => {
      const scale = figure.budget?.unit === 'breaks' ? 1 : 60;
      const found = shown.findIndex(({ row, agreement }) => {
        const [, status, item, , target, actual, before, allowed, used, left] = row;
        return (
          // A customer may stand behind the agreement's name.
          agreement === figure.agreement && item === figure.item && String(status).endsWith(figure.status) && target === figure.target &&
          shows(actual, figure, figure.actual) && shows(before, figure, figure.previous) &&
          sameNumber(allowed, figure.budget ? figure.budget.allowed / scale : undefined) && sameNumber(used, figure.budget ? figure.budget.used / scale : undefined) && sameNumber(left, figure.budget ? figure.budget.left / scale : undefined)
        );
      });
      if (found >= 0) shown.splice(found, 1);
      return found < 0;
    });
    expect({ unseen, shown }).toEqual({ unseen: [], shown: [] });
  });

  test('the rows under a promise add up to its downtime', async () => {
    const { rows } = await foreignSheet(reported, 'Service levels');
    const totals = rows.filter((row) => row[3] === 'Downtime in all').map((row) => row[8]);
    const expected = october.targets.filter(({ outages }) => outages.length > 0).map(({ downtimeSeconds }) => downtimeSeconds);
    const sorted = (numbers: readonly (ForeignCell | undefined)[]): number[] => numbers.map((number) => Math.round(Number(number) * 1e6) / 1e6).sort((a, b) => a - b);
    expect(sorted(totals)).toEqual(sorted(expected));
    for (const { agreement, metric, outages, downtimeSeconds } of october.targets) {
      const sum = outages.reduce((total, outage) => total + outage.countedSeconds, 0);
      expect({ agreement, metric, sum: Math.abs(sum - downtimeSeconds) < 1e-6 }).toEqual({ agreement, metric, sum: true });
    }
  });

  test('the first page: the verdict, and every promise that it names', async () => {
    const { rows } = await foreignSheet(reported, 'Report Oct 2026');
    const promises = october.targets.filter(({ agreementType }) => agreementType === 'SLA');
    const judged = promises.filter(({ status }) => status !== 'Not measurable');
    const kept = judged.filter(({ status }) => status !== 'Missed');
    expect(rows.flat().find((text) => String(text).includes('promises were kept'))).toMatch(new RegExp(`^${kept.length} of ${judged.length} promises were kept in October`));
    const head = rows.findIndex((row) => row[1] === 'Status' && row[2] === 'Service');
    const lines = rows.slice(head + 1).filter((row, _, all) => all.indexOf(row) < all.findIndex((one) => typeof one[4] !== 'number'));
    expect(lines.length).toBeGreaterThanOrEqual(9);
    const unlike = lines.filter((row) => {
      const [, status, item, , target, now, before, used] = row;
      return !promises.some(
        (figure) =>
          figure.item === item && figure.target === target && String(status).endsWith(figure.status) && shows(now, figure, figure.actual) && shows(before, figure, figure.previous) &&
          (figure.budget === null || figure.budget.usedShare === null ? used === '–' : typeof used === 'number' && Math.abs(used - figure.budget.usedShare) < 0.01) &&
          row[20] === figure.monthsMet &&
          row.slice(8, 20).join('') === figure.months.map((month) => ({ Met: '•', Missed: '✕', 'Not measurable': '○' })[month.status ?? 'Not measurable']).join(''),
      );
    });
    expect(unlike).toEqual([]);
    // Every broken promise is among them.
    expect(lines.filter((row) => String(row[1]).endsWith('Missed'))).toHaveLength(judged.length - kept.length);
  });

  test('figures: unrounded, each agreement’s seconds', async () => {
    const { rows } = await foreignSheet(reported, 'Figures');
    for (const figure of october.targets) {
      const wanted = [figure.target, figure.agreedSeconds, figure.agreedSecondsOfPeriod, figure.plannedSeconds, figure.downtimeSeconds, figure.impairedSeconds];
      const found = rows.some((row) => row[3] === wanted[0] && wanted.slice(1).every((number, index) => row[6 + index] === number) && (figure.actual === null ? row[4] ?? null : row[4]) === figure.actual);
      expect({ agreement: figure.agreement, metric: figure.metric, found }).toEqual({ agreement: figure.agreement, metric: figure.metric, found: true });
    }
  });
});

describe('functions in cells', () => {
  const TERMS = ['Notice days', 'Ignore under minutes', 'Break level', 'Maintenance', 'Start date', 'End date'];
  const iso = (instant: number): string => new Date(instant * 1000).toISOString();
  const dayOf = (cell: ForeignCell | undefined): string => (cell instanceof Date ? cell.toISOString().slice(0, 10) : '');

  test('give the agreed seconds, downtime, availability, breaks and status of every availability promise, in two months', async () => {
    const agreements = new Map(recordsBelow(await foreignSheet(sample, 'Agreements'), 'Agreement', 'Type', 'Item').map((row) => [row.Agreement, row]));
    const cases = [october, april].flatMap((figures) => figures.targets.filter(({ metric, customer }) => metric === 'Availability' && customer === null).map((figure) => ({ figures, figure })));
    const variety = new Set(cases.map(({ figure: { rule, hours, windowKind } }) => `${rule} ${hours} ${windowKind.kind}`));
    expect({ enough: cases.length >= 20, varied: variety.size >= 8 }).toEqual({ enough: true, varied: true });

    const workbook = await readWorkbookFile(sample);
    const terms = workbook.addSheet('Terms');
    const sheet = workbook.addSheet('Cells');
    cases.forEach(({ figures, figure }, index) => {
      const agreement = agreements.get(figure.agreement)!;
      const top = index * 2;
      TERMS.forEach((head, column) => {
        terms.set(top, column, { value: head });
        const value = head.endsWith('date') ? dayOf(agreement[head]) : agreement[head];
        if (value !== null && value !== undefined && value !== '') terms.set(top + 1, column, { value: value as string | number });
      });
      const { hours, rule, period, window } = figure;
      const calendars = `${hours === null ? ',' : 'ServiceHours[#All],Holidays[#All]'},${(agreement.Maintenance ?? '') === '' ? '' : 'Maintenance[#All]'},"${rule}"`;
      const measure = (from: number, to: number, asOf = ''): string =>
        `"${figure.item}","${iso(from)}","${iso(to)}",Outages[#All],${calendars},${asOf},"${figures.zone}",${hours === null ? '' : `"${hours}"`},Terms!A${top + 1}:F${top + 2},Dependencies[#All]`;
      const inWindow = measure(window.start, window.end, `"${iso(figures.asOf)}"`);
      const row = index + 1;
      const budgetLeft = figure.toDate || figure.windowKind.kind.startsWith('Rolling') ? `,1-B${row}/((1-${figure.target})*SLM.AGREEDTIME(${measure(period.start, period.end)}))` : ',';
      [`=SLM.AGREEDTIME(${inWindow})`, `=SLM.DOWNTIME(${inWindow})`, `=SLM.AVAILABILITY(${inWindow})`, `=SLM.BREAKS(${inWindow})`, `=SLM.STATUS(C${row},"${figure.comparator}",${figure.target}${budgetLeft},${figures.amberMargin})`].forEach((formula, column) =>
        sheet.set(index, column, { value: null, formula }),
      );
    });
    const [book, out] = [at('cells.xlsx'), at('calculated.xlsx')];
    writeFileSync(book, await saveWorkbook(workbook));
    expect(plumbline('recalculate', book, '--out', out).code).toBe(0);

    const cells = cellsOf(await readWorkbookFile(out), 'Cells');
    const plain = (row: number, column: number): unknown => {
      const value = cells.get(`${row},${column}`)?.value;
      return value instanceof CellError ? `${value.error} ${value.message}` : value;
    };
    const seconds = (minutes: unknown): unknown => (typeof minutes === 'number' ? Math.round(minutes * 60e6) / 1e6 : minutes);
    const share = (value: unknown): unknown => (typeof value === 'number' ? Math.round(value * 1e12) / 1e12 : value);
    const inCells = cases.map(({ figure }, index) => ({
      agreement: figure.agreement, agreed: seconds(plain(index + 1, 1)), downtime: seconds(plain(index + 1, 2)), availability: share(plain(index + 1, 3)), breaks: plain(index + 1, 4), status: plain(index + 1, 5),
    }));
    const inFigures = cases.map(({ figure }) => ({
      agreement: figure.agreement, agreed: figure.agreedSeconds, downtime: Math.round(figure.downtimeSeconds * 1e6) / 1e6, availability: figure.availability === null ? '#N/A ' : share(figure.availability), breaks: figure.breaks, status: figure.status,
    }));
    expect(inCells).toEqual(inFigures);
    // Something to compare: outages, planned time and breaks are among them.
    expect(inFigures.filter(({ downtime }) => downtime > 0).length).toBeGreaterThanOrEqual(5);
    expect(cases.filter(({ figure }) => figure.plannedSeconds > 0).length).toBeGreaterThanOrEqual(3);
    expect(new Set(inFigures.map(({ status }) => status)).size).toBeGreaterThanOrEqual(3);
  });
});
