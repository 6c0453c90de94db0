/** A small report that has one of everything a sheet can have. */
import type { SheetModel } from '../../src/reports/sheet';

export const FIGURES: SheetModel = {
  kind: 'figures',
  subject: '',
  name: 'Figures',
  columns: [90, 60, 60],
  rowHeight: 15,
  rows: [
    { cells: [{ column: 0, value: 'Month', style: { bold: true } }, { column: 1, value: 'Cost' }, { column: 2, value: 'Used' }] },
    { cells: [{ column: 0, value: '2026-09' }, { column: 1, value: 1200 }, { column: 2, value: 0.4, style: { numberFormat: '0%' } }] },
    { cells: [{ column: 0, value: '2026-10' }, { column: 1, value: 3400.5 }, { column: 2, value: 1.2, style: { numberFormat: '0%' } }] },
  ],
  merges: [],
  charts: [],
  dataBars: [{ at: { row: 1, column: 2, rows: 2, columns: 1 }, color: '#F0B9BE' }],
  tables: [{ name: 'FigureList', at: { row: 0, column: 0, rows: 3, columns: 3 }, style: 'TableStyleLight1' }],
  validations: [],
  print: null,
  gridlines: true,
  headings: true,
  freezeRows: 1,
};

export function report(month: string, lines: number): SheetModel {
  const head = { size: 10, color: '#595959', ruleBelow: '#8A8A8A' } as const;
  return {
    kind: 'operating-report',
    subject: month,
    name: `Report ${month}`,
    columns: [9, 120, 60, 60],
    rows: [
      { height: 30, cells: [{ column: 1, value: `=not a formula for ${month}`, style: { bold: true, size: 20, color: '#1F1F1F' } }] },
      { height: 28.5, cells: [{ column: 1, value: 'The card gateway’s certificate had expired; all payments were refused.', style: { wrap: true, vertical: 'Top' } }] },
      { height: 14.25, cells: [{ column: 1, value: 'Promise', style: head }, { column: 2, value: 'Target', style: { ...head, horizontal: 'Right' } }, { column: 3, value: 'Used', style: head }] },
      ...Array.from({ length: lines }, (_, line) => ({
        height: 15,
        cells: [
          { column: 1, value: `Service ${line}`, style: { color: '#A80F1B', fill: '#F9DEE0', bold: true } },
          { column: 2, value: 0.995, style: { numberFormat: '"≥ "0.00%', ruleBelow: '#E6E6E6' } },
          { column: 3, value: line / 10, style: { numberFormat: '0%', ruleLeft: '#E6E6E6' } },
        ],
      })),
      { height: 15, cells: [{ column: 1, value: 'All figures', link: { sheet: FIGURES, row: 0, column: 0 }, style: { color: '#0F548C' } }, { column: 2, value: null, formula: `=SUM(C4:C${lines + 3})` }] },
    ],
    merges: [{ row: 1, column: 1, rows: 1, columns: 3 }],
    charts: [
      {
        name: 'Downtime cost',
        type: 'ColumnClustered',
        at: { row: lines + 5, column: 1, rows: 6, columns: 3 },
        series: [
          { name: 'Other months', values: { sheet: FIGURES, row: 1, column: 1, rows: 2, columns: 1 }, categories: { sheet: FIGURES, row: 1, column: 0, rows: 2, columns: 1 }, color: '#929292' },
          { name: month, values: { sheet: FIGURES, row: 1, column: 2, rows: 2, columns: 1 }, color: '#0F548C', labels: '0.0' },
        ],
        gapWidth: 45,
        overlap: 100,
        valueAxis: { visible: true, minimum: 0, maximum: 1000 * lines, majorUnit: 500, numberFormat: '0', gridlines: '#E3E3E3' },
        categoryAxis: { visible: true },
        description: 'Cost of downtime by month.',
      },
    ],
    dataBars: [{ at: { row: 3, column: 3, rows: lines, columns: 1 }, color: '#C9DBED' }],
    tables: [],
    validations: [{ at: { row: 3, column: 1, rows: lines, columns: 1 }, list: ['Service 0', 'Service 1'], message: 'One of the services.' }],
    print: { orientation: 'Landscape', area: { row: 0, column: 0, rows: lines + 11, columns: 4 }, pagesWide: 1, pagesTall: 1, scale: 74, titleRows: { from: 2, to: 2 }, breaksBefore: [3, lines + 5], footer: { left: 'Research and Development', center: '', right: 'Page &P of &N' } },
    gridlines: false,
    headings: false,
    freezeRows: 0,
    tabColor: '#0F548C',
  };
}
