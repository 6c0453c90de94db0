/** The real office.js against the host: what Excel does, as add-ins see it. */
import { CellError, type ModelRange, ModelWorkbook } from '../../src/workbench/host/model';

const sheet = (name = 'Sheet1') => host.workbook.sheet(name)!;
const valueAt = (row: number, column: number) => sheet().cell(row, column)?.value ?? null;

/** Runs on Sheet1, and answers what the last sync left behind. */
const onSheet = <Result>(work: (sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<Result> | Result) =>
  Excel.run(async (context) => {
    const result = await work(context.workbook.worksheets.getItem('Sheet1'), context);
    await context.sync();
    return result;
  });

const failing = (code: string, where?: string) => expect.objectContaining({ code, ...(where ? { debugInfo: expect.objectContaining({ errorLocation: where }) } : {}) });

const place = (row: number, column: number, rows: number, columns: number): ModelRange => ({ row, column, rows, columns });

/** A table `Outages` over A1:B3 of Sheet1. */
const addTable = () =>
  onSheet((one) => {
    one.getRange('A1:B3').values = [['Item', 'Start'], ['Portal', 46302], ['Mail', 46303]];
    const table = one.tables.add('A1:B3', true);
    table.name = 'Outages';
  });

describe('what Excel refuses', () => {
  const everyOther = (cells: number): string => Array.from({ length: cells }, (_, index) => `A${2 * index + 1}`).join(',');
  const dataBar = (one: Excel.Worksheet): Excel.DataBarConditionalFormat => one.getRange('A1:A9').conditionalFormats.add('DataBar').dataBar;
  const line = (one: Excel.Worksheet): Excel.ChartSeries => one.charts.add('Line', one.getRange('A1:A9'), 'Columns').series.getItemAt(0);
  const list = (one: Excel.Worksheet, length: number): void => void (one.getRange('A1').dataValidation.rule = { list: { inCellDropDown: true, source: 'x'.repeat(length) } });

  test.each<[string, (one: Excel.Worksheet) => void, (one: Excel.Worksheet) => void]>([
    ['addresses of more than 8,192 characters', (one) => void (one.getRanges(everyOther(1200)).format.font.bold = true), (one) => void (one.getRanges(everyOther(1700)).format.font.bold = true)],
    ['a list of choices of more than 255 characters', (one) => list(one, 255), (one) => list(one, 256)],
    ['a rule of a data bar that is none', (one) => void (dataBar(one).lowerBoundRule = { type: 'Number', formula: '0' }), (one) => void (dataBar(one).lowerBoundRule = { type: 'Num' as 'Number', formula: '0' })],
    ['a number without its formula', (one) => void (dataBar(one).upperBoundRule = { type: 'HighestValue' }), (one) => void (dataBar(one).upperBoundRule = { type: 'Number' })],
    ['a line style that is none', (one) => void (line(one).format.line.lineStyle = 'Dash'), (one) => void (line(one).format.line.lineStyle = 'Dashed' as 'Dash')],
    ['a marker that is none', (one) => void (line(one).markerStyle = 'Circle'), (one) => void (line(one).markerStyle = 'Round' as 'Circle')],
    ['a colour that is none', (one) => void (one.tabColor = '#0F548C'), (one) => void (one.tabColor = 'navyish')],
  ])('%s', async (_, taken, refused) => {
    await onSheet(taken);
    await expect(onSheet(refused)).rejects.toEqual(failing('InvalidArgument'));
  });
});

describe('load and sync', () => {
  test('what was not loaded, or not yet synchronised, cannot be read', async () => {
    await onSheet(async (one, context) => {
      const range = one.getRange('A1:B2');
      expect(() => range.values).toThrow(failing('PropertyNotLoaded'));
      range.values = [[1, 'two'], [true, '']];
      range.load('values,address');
      expect(() => range.address).toThrow(failing('PropertyNotLoaded'));
      await context.sync();
      expect(range.values).toEqual([[1, 'two'], [true, '']]);
      expect(range.address).toBe('Sheet1!A1:B2');
    });
  });

  test('one load reads through navigation properties and collections', async () => {
    await addTable();
    host.roundTrips.length = 0;
    await Excel.run(async (context) => {
      const { tables } = context.workbook;
      tables.load('items/name,items/worksheet/name,items/columns/items/name,count');
      await context.sync();
      expect(tables.count).toBe(1);
      expect(tables.items.map((table) => [table.name, table.worksheet.name, table.columns.items.map((column) => column.name)])).toEqual([['Outages', 'Sheet1', ['Item', 'Start']]]);
    });
    expect(host.roundTrips).toHaveLength(1);
  });

  test('objects that are not there are null objects, and so is what hangs on them', async () => {
    await onSheet(async (one, context) => {
      const table = context.workbook.tables.getItemOrNullObject('Nope');
      const range = table.getDataBodyRange().load('values');
      const used = one.getUsedRangeOrNullObject(true);
      await context.sync();
      expect([table.isNullObject, range.isNullObject, used.isNullObject]).toEqual([true, true, true]);
    });
  });

  test('two runs at once do not mix', async () => {
    await Promise.all(['A1', 'A2', 'A3'].map((address, index) => onSheet((one) => void (one.getRange(address).values = [[index]]))));
    expect([valueAt(0, 0), valueAt(1, 0), valueAt(2, 0)]).toEqual([0, 1, 2]);
  });
});

describe('errors', () => {
  test('say code, place and statement', async () => {
    await expect(onSheet((_, { workbook }) => void workbook.tables.getItem('Nope').load('name'))).rejects.toEqual(failing('ItemNotFound', 'TableCollection.getItem'));
    await expect(Excel.run(async (context) => context.workbook.worksheets.getItem('Nope').getRange('A1').load('values') && context.sync())).rejects.toEqual(failing('ItemNotFound'));
    await expect(onSheet((one) => void one.getRange('A1:B2').set({ values: [[1]] }))).rejects.toEqual(failing('InvalidArgument', 'Range.values'));
    await expect(onSheet((one) => void one.getRange('not an address').load('values'))).rejects.toEqual(failing('InvalidArgument', 'Worksheet.getRange'));
  });

  test('a member that the host has not is ApiNotFound, with class and member', async () => {
    const error = await onSheet((_, { workbook }) => void workbook.pivotTables.load('items/name')).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(OfficeExtension.Error);
    expect(error).toMatchObject({ code: 'ApiNotFound', message: expect.stringContaining('Workbook.pivotTables') });
  });

  test('what comes before a failing action stays done', async () => {
    await expect(
      onSheet((one, { workbook }) => {
        one.getRange('A1').values = [['done']];
        workbook.tables.getItem('Nope').showTotals = true;
        one.getRange('A2').values = [['never']];
      }),
    ).rejects.toEqual(failing('ItemNotFound'));
    expect([valueAt(0, 0), valueAt(1, 0)]).toEqual(['done', null]);
  });

  test.each(['', 'x'.repeat(32), 'a/b', "'quoted", 'History'])('a sheet cannot be called %j', async (name) => {
    await expect(onSheet((one) => void (one.name = name))).rejects.toEqual(failing('InvalidArgument', 'Worksheet.name'));
  });

  test('names are taken once', async () => {
    await expect(onSheet((_, { workbook }) => void workbook.worksheets.add('sheet1'))).rejects.toEqual(failing('ItemAlreadyExists'));
    await addTable();
    await expect(
      onSheet((one) => {
        one.tables.add('D1:D3', true).name = 'OUTAGES';
      }),
    ).rejects.toEqual(failing('ItemAlreadyExists', 'Table.name'));
    await expect(onSheet((one) => void one.tables.add('B2:C9', true))).rejects.toEqual(failing('InvalidArgument', 'TableCollection.add'));
  });

  test('a protected sheet takes values only in unlocked cells', async () => {
    await onSheet((one) => void (one.getRange('B1').format.protection.locked = false));
    sheet().protected = true;
    await onSheet((one) => void (one.getRange('B1').values = [[1]]));
    await expect(onSheet((one) => void (one.getRange('A1').values = [[1]]))).rejects.toEqual(failing('AccessDenied'));
    await expect(onSheet((one) => void (one.getRange('B1').format.fill.color = 'red'))).rejects.toEqual(failing('AccessDenied'));
    expect([valueAt(0, 0), valueAt(0, 1)]).toEqual([null, 1]);
  });

  test('the last visible sheet can be neither deleted nor hidden', async () => {
    await expect(onSheet((one) => one.delete())).rejects.toEqual(failing('InvalidOperation'));
    await expect(onSheet((one) => void (one.visibility = 'Hidden'))).rejects.toEqual(failing('InvalidOperation'));
  });
});

describe('cells', () => {
  test('writing is typing: null leaves, an empty text clears, apostrophe and @ keep text', async () => {
    sheet().set(0, 0, { value: 'kept' });
    sheet().set(0, 1, { value: 'cleared' });
    await onSheet((one) => {
      one.getRange('H1').numberFormat = [['@']];
      one.getRange('A1:H1').values = [[null, '', "'=not a formula", '12', '99.9%', '2026-10-07', '=1+1', '12']];
    });
    // 46302 is 7 October 2026.
    expect(Array.from({ length: 8 }, (_, column) => valueAt(0, column))).toEqual(['kept', null, '=not a formula', 12, 0.999, 46302, null, '12']);
    expect(sheet().cell(0, 2)!.style.quotePrefix).toBe(true);
    expect(sheet().cell(0, 6)!.formula).toBe('=1+1');
    await onSheet(async (one, context) => {
      const row = one.getRange('A1:H1').load('values,formulas,numberFormat,valueTypes,text');
      await context.sync();
      expect(row.formulas).toEqual([['kept', '', '=not a formula', 12, 0.999, 46302, '=1+1', '12']]);
      expect(row.numberFormat).toEqual([['General', 'General', 'General', 'General', '0.00%', 'yyyy-mm-dd', 'General', '@']]);
      expect(row.text[0]!.slice(3, 6)).toEqual(['12', '99.90%', '2026-10-07']);
    });
  });

  test('errors and blanks read as text', async () => {
    sheet().set(0, 0, { value: new CellError('#N/A') });
    await onSheet(async (one, context) => {
      const cells = one.getRange('A1:B1').load('values,valueTypes');
      await context.sync();
      expect(cells.values).toEqual([['#N/A', '']]);
      expect(cells.valueTypes).toEqual([['Error', 'Empty']]);
    });
  });

  test('more than 1,500 cells go in rows, and are still one write', async () => {
    const values = Array.from({ length: 5000 }, (_, row) => [row, row * 2, `r${row}`]);
    await onSheet((one) => void (one.getRange('A1:C5000').values = values));
    expect(host.roundTrips).toHaveLength(1);
    expect(host.roundTrips[0]!.request.Actions.filter(({ ActionType, Name }) => ActionType === 4 && Name === 'Values').length).toBeGreaterThan(1);
    expect([valueAt(4999, 0), valueAt(4999, 1), valueAt(4999, 2)]).toEqual([4999, 9998, 'r4999']);
    await expect(onSheet((one) => void (one.getRange('A1:C4000').values = values))).rejects.toEqual(failing('InvalidArgument'));
  });

  test('ranges move, grow and meet; what leaves the sheet is refused', async () => {
    await onSheet(async (one, context) => {
      const start = one.getRange('B2:C3');
      const ranges = [
        start.getOffsetRange(1, 2),
        start.getResizedRange(2, -1),
        start.getCell(1, 1),
        start.getRow(1),
        start.getLastColumn(),
        start.getEntireColumn(),
        start.getBoundingRect('E9'),
        start.getIntersectionOrNullObject('C1:D2'),
        one.getRangeByIndexes(0, 0, 3, 2),
      ].map((range) => range.load('address'));
      await context.sync();
      expect(ranges.map(({ address }) => address.replace('Sheet1!', ''))).toEqual(['D3:E4', 'B2:B5', 'C3', 'B3:C3', 'C2:C3', 'B:C', 'B2:E9', 'C2', 'A1:B3']);
    });
    await expect(onSheet((one) => void one.getRange('A1').getOffsetRange(-1, 0).load('address'))).rejects.toEqual(failing('InvalidArgument', 'Range.getOffsetRange'));
  });

  test('formats: set for all, read where they agree, null where they differ', async () => {
    await onSheet(async (one, context) => {
      const all = one.getRange('A1:B2');
      all.format.font.bold = true;
      all.format.fill.color = '#ffee00';
      one.getRange('B2').format.font.bold = false;
      one.getRange('A1').format.columnWidth = 80;
      all.format.borders.getItem('EdgeBottom').color = '#333333';
      all.load('format/font/bold,format/font/name,format/fill/color,format/columnWidth');
      await context.sync();
      expect([all.format.font.bold, all.format.font.name, all.format.fill.color, all.format.columnWidth]).toEqual([null, 'Calibri', '#FFEE00', null]);
    });
    expect(sheet().cell(1, 0)!.style.borders).toEqual({ bottom: { style: 'Continuous', color: '#333333', weight: 'Thin' } });
    expect(sheet().cell(0, 0)!.style.borders).toBeUndefined();
  });

  test('merging keeps the first value; what is written beneath is lost', async () => {
    await onSheet((one) => {
      one.getRange('A1:C1').values = [['', 'title', 'gone']];
      one.getRange('A1:C1').merge();
      one.getRange('A1:C1').values = [['new', 'hidden', 'hidden']];
    });
    expect(sheet().merges).toEqual([place(0, 0, 1, 3)]);
    expect([valueAt(0, 0), valueAt(0, 1), valueAt(0, 2)]).toEqual(['new', null, null]);
  });

  test('clearing a range leaves nothing of it, and what lies beside it', async () => {
    await onSheet((one) => {
      one.getRange('A1:B2').values = [[1, 2], [3, 4]];
      one.getRange('A1:B2').format.fill.color = '#ff0000';
      one.getRange('A1:A4').dataValidation.rule = { list: { inCellDropDown: true, source: 'yes,no' } };
      one.getRange('A1:B1').clear();
      one.getRange('A2').clear('Contents');
    });
    expect([valueAt(0, 0), valueAt(0, 1), valueAt(1, 0), valueAt(1, 1)]).toEqual([null, null, null, 4]);
    expect(sheet().cell(0, 0)!.style).toEqual({});
    expect(sheet().cell(1, 0)!.style.fill).toBe('#FF0000');
    expect(sheet().validations.map(({ range }) => range)).toEqual([place(1, 0, 3, 1)]);
  });
});

describe('tables', () => {
  test('have header, body and columns', async () => {
    await addTable();
    await Excel.run(async (context) => {
      const table = context.workbook.tables.getItem('Outages');
      const header = table.getHeaderRowRange().load('values');
      const body = table.getDataBodyRange().load('values');
      const column = table.columns.getItem('Start').getDataBodyRange().load('address');
      const rows = table.rows.getCount();
      await context.sync();
      expect(header.values).toEqual([['Item', 'Start']]);
      expect(body.values).toEqual([['Portal', 46302], ['Mail', 46303]]);
      expect(column.address).toBe('Sheet1!B2:B3');
      expect(rows.value).toBe(2);
    });
  });

  test('take in what is written directly below or to the right, but not past another table', async () => {
    await addTable();
    await onSheet((one) => void (one.getRange('A4:B5').values = [['Web', 1], ['Web', 2]]));
    expect(sheet().tables[0]!.range).toEqual(place(0, 0, 5, 2));
    await onSheet((one) => void (one.getRange('C1:C2').values = [['End'], [3]]));
    expect(sheet().tables[0]!.range).toEqual(place(0, 0, 5, 3));
    await onSheet((one) => {
      one.getRange('A7').values = [['elsewhere']];
      one.getRange('B6:D6').values = [['reaches', 'out', 'of it']];
    });
    expect(sheet().tables[0]!.range).toEqual(place(0, 0, 5, 3));
  });

  test('headers are text, none blank, none twice', async () => {
    await onSheet((one) => {
      one.getRange('A1:D2').values = [['Item', '', 'Item', 2026], [1, 2, 3, 4]];
      one.tables.add('A1:D2', true);
    });
    expect([0, 1, 2, 3].map((column) => valueAt(0, column))).toEqual(['Item', 'Column2', 'Item2', '2026']);
  });

  test('a totals row stays out of the body', async () => {
    await addTable();
    await onSheet(async (one, context) => {
      const table = one.tables.getItem('Outages');
      table.showTotals = true;
      const body = table.getDataBodyRange().load('address');
      const totals = table.getTotalRowRange().load('values');
      await context.sync();
      expect(body.address).toBe('Sheet1!A2:B3');
      expect(totals.values).toEqual([['Total', '']]);
    });
  });
});

describe('sheets', () => {
  test('carry custom properties, freezing, page set-up, colour and order', async () => {
    await Excel.run(async (context) => {
      const added = context.workbook.worksheets.add('Report 2026-10');
      added.position = 0;
      added.tabColor = '#12324B';
      added.showGridlines = false;
      added.customProperties.add('plumbline', 'operating-report');
      added.freezePanes.freezeRows(3);
      added.pageLayout.orientation = 'Landscape';
      added.pageLayout.zoom = { horizontalFitToPages: 1 };
      added.pageLayout.setPrintArea('A1:H40');
      added.pageLayout.setPrintTitleRows('$1:$3');
      added.pageLayout.headersFooters.defaultForAllPages.centerFooter = 'Page &P';
      await context.sync();
      const property = added.customProperties.getItemOrNullObject('PLUMBLINE').load('value');
      const frozen = added.freezePanes.getLocationOrNullObject().load('address');
      added.load('name,position,showGridlines,protection/protected');
      await context.sync();
      expect([property.value, frozen.address, added.name, added.position, added.showGridlines, added.protection.protected]).toEqual(['operating-report', "'Report 2026-10'!1:3", 'Report 2026-10', 0, false, false]);
    });
    expect(sheet('Report 2026-10').pageLayout).toMatchObject({ orientation: 'Landscape', fitWide: 1, fitTall: 0, scale: null, printArea: 'A1:H40', titleRows: '$1:$3', headersFooters: { centerFooter: 'Page &P' } });
  });

  test('pages end before the rows that are said, once each, and no longer when that is taken back', async () => {
    const rows = () =>
      onSheet(async (one, context) => {
        const breaks = one.horizontalPageBreaks.load('items/rowIndex');
        const count = one.horizontalPageBreaks.getCount();
        await context.sync();
        const cells = breaks.items.map((each) => each.getCellAfterBreak().load('rowIndex,columnIndex'));
        await context.sync();
        expect(count.value).toBe(cells.length);
        return cells.map(({ rowIndex, columnIndex }) => [rowIndex, columnIndex]);
      });
    await onSheet((one) => {
      one.horizontalPageBreaks.add('A41');
      one.horizontalPageBreaks.add(one.getRange('C21:D30'));
      one.horizontalPageBreaks.add('B41:B50');
      one.horizontalPageBreaks.add('A61');
    });
    expect(await rows()).toEqual([[20, 0], [40, 0], [60, 0]]);
    await onSheet(async (one, context) => {
      const breaks = one.horizontalPageBreaks.load('items/rowIndex');
      await context.sync();
      breaks.items[1]!.delete();
    });
    expect(await rows()).toEqual([[20, 0], [60, 0]]);
    expect(sheet().rowBreaks).toEqual([20, 60]);
    await onSheet((one) => one.horizontalPageBreaks.removePageBreaks());
    expect(await rows()).toEqual([]);
  });

  test('no page ends above the first row, on another sheet, or more than 1,023 times', async () => {
    await expect(onSheet((one) => void one.horizontalPageBreaks.add('A1'))).rejects.toEqual(failing('InvalidArgument'));
    await expect(onSheet((one, context) => void one.horizontalPageBreaks.add(context.workbook.worksheets.add().getRange('A9')))).rejects.toEqual(failing('InvalidArgument'));
    const all = (one: Excel.Worksheet): void => Array.from({ length: 1023 }, (_, row) => row + 1).forEach((row) => void one.horizontalPageBreaks.add(one.getCell(row, 0)));
    await onSheet(all);
    await onSheet((one) => void one.horizontalPageBreaks.add('A1024'));
    await expect(onSheet((one) => void one.horizontalPageBreaks.add('A1025'))).rejects.toEqual(failing('InvalidArgument'));
  });

  test('links lead to a place in the workbook', async () => {
    await onSheet(async (one, context) => {
      one.getRange('A1').hyperlink = { documentReference: "'Sheet1'!B2", textToDisplay: 'there' };
      const cell = one.getRange('A1').load('hyperlink,values');
      await context.sync();
      expect(cell.values).toEqual([['there']]);
      expect(cell.hyperlink).toMatchObject({ documentReference: "'Sheet1'!B2", textToDisplay: 'there' });
    });
    expect(sheet().links.get('A1')).toEqual({ reference: "'Sheet1'!B2", display: 'there' });
  });

  test('conditional formats and charts keep what they were given', async () => {
    await onSheet((one) => {
      one.getRange('A1:B3').values = [['Month', 'Availability'], ['Sep', 0.999], ['Oct', 0.998]];
      const bar = one.getRange('B2:B3').conditionalFormats.add(Excel.ConditionalFormatType.dataBar).dataBar;
      bar.positiveFormat.fillColor = '#4472c4';
      bar.positiveFormat.gradientFill = false;
      bar.lowerBoundRule = { type: 'Number', formula: '=0' };
      const chart = one.charts.add('Line', one.getRange('A1:B3'), 'Columns');
      chart.name = 'availability';
      chart.setPosition('D2', 'F5');
      chart.legend.visible = false;
      chart.axes.valueAxis.minimum = 0.99;
      chart.axes.valueAxis.majorGridlines.visible = false;
      const target = chart.series.add('Target');
      target.setValues(one.getRange('B2:B3'));
      target.setXAxisValues(one.getRange('A2:A3'));
      target.format.line.color = '#c00000';
      target.format.line.lineStyle = 'Dash';
      target.hasDataLabels = true;
      target.dataLabels.numberFormat = '0.0%';
    });
    expect(sheet().conditionalFormats).toMatchObject([{ type: 'DataBar', range: place(1, 1, 2, 1), detail: { dataBar: { positiveFormat: { fillColor: '#4472C4', gradientFill: false }, lowerBoundRule: { type: 'Number', formula: '=0' } } } }]);
    // D2 is 3 × 48 points from the left and 15 from the top; D2:F5 is three columns of 48 by four rows of 15.
    expect(sheet().charts).toMatchObject([
      {
        name: 'availability',
        legend: null,
        left: 144,
        top: 15,
        width: 144,
        height: 60,
        valueAxis: { minimum: 0.99, gridlines: null },
        series: [
          { name: 'Availability', values: 'Sheet1!$B$2:$B$3', categories: 'Sheet1!$A$2:$A$3' },
          { name: 'Target', values: 'Sheet1!$B$2:$B$3', categories: 'Sheet1!$A$2:$A$3', color: '#C00000', dashed: true, labels: { numberFormat: '0.0%' } },
        ],
      },
    ]);
  });
});

describe('events', () => {
  /** Events are told after the answer, so one more round trip is behind them. */
  const passed = () => onSheet((one) => void one.load('name'));

  test('cells, sheets and the selection tell their handlers', async () => {
    const seen: unknown[] = [];
    await onSheet((one, { workbook }) => {
      one.onChanged.add(async ({ address }) => void seen.push(['changed', address]));
      one.onSelectionChanged.add(async ({ address }) => void seen.push(['selected', address]));
      workbook.worksheets.onAdded.add(async ({ type }) => void seen.push([type]));
      workbook.onSelectionChanged.add(async (event) => void seen.push(Object.keys(event)));
    });
    await onSheet((one) => void (one.getRange('B2:B2000').values = Array.from({ length: 1999 }, (_, row) => [row])));
    await passed();
    expect(seen.splice(0)).toEqual([['changed', 'B2:B2000']]);
    host.select(sheet(), place(4, 2, 1, 1));
    await passed();
    expect(seen.splice(0)).toEqual(expect.arrayContaining([['selected', 'C5'], ['workbook']]));
    await onSheet((_, { workbook }) => void workbook.worksheets.add());
    await passed();
    expect(seen).toEqual([['WorksheetAdded']]);
  });

  test('nothing is told while events are off, or after the handler went', async () => {
    const seen: string[] = [];
    const handler = await onSheet((one) => one.onChanged.add(async ({ address }) => void seen.push(address)));
    await onSheet((one, { runtime }) => {
      one.getRange('A1').values = [[1]];
      runtime.enableEvents = false;
      one.getRange('A2').values = [[2]];
      runtime.enableEvents = true;
      one.getRange('A4').values = [[4]];
    });
    await passed();
    expect(seen.splice(0)).toEqual(['A1', 'A4']);
    await Excel.run(handler.context, async (context) => {
      handler.remove();
      await context.sync();
    });
    await onSheet((one) => void (one.getRange('A5').values = [[5]]));
    await passed();
    expect(seen).toEqual([]);
  });

  test('a page follows what changes', async () => {
    const changes: unknown[] = [];
    const stop = host.onChange((change) => changes.push(change));
    await onSheet((one) => void (one.getRange('A1').values = [[1]]));
    stop();
    await onSheet((one) => void (one.getRange('A2').values = [[1]]));
    expect(changes).toEqual([{ kind: 'cells', sheetId: sheet().id, range: place(0, 0, 1, 1) }]);
  });
});

describe('around the workbook', () => {
  test('settings are kept, in both of their forms', async () => {
    Office.context.document.settings.set('mapping', { tables: ['Störungen'] });
    await new Promise<void>((resolve, reject) => Office.context.document.settings.saveAsync(({ status, error }) => (status === Office.AsyncResultStatus.Succeeded ? resolve() : reject(error))));
    expect(host.workbook.settings.get('mapping')).toBe('{"tables":["Störungen"]}');
    await Excel.run(async (context) => {
      const setting = context.workbook.settings.getItemOrNullObject('mapping').load('value');
      await context.sync();
      expect(setting.value).toEqual({ tables: ['Störungen'] });
    });
  });

  test('custom functions run in the real runtime', async () => {
    CustomFunctions.associate('ADD', (first: number, second: number) => first + second);
    CustomFunctions.associate('REFUSE', () => {
      throw new CustomFunctions.Error(CustomFunctions.ErrorCode.invalidNumber);
    });
    expect(await Promise.all([host.invokeFunction('ADD', [1, 2]).result, host.invokeFunction('REFUSE', []).result])).toEqual([3, new CellError('#NUM!')]);
  });

  test('a ribbon button runs its action to the end', async () => {
    let pressed = '';
    Office.actions.associate('report', async (event: Office.AddinCommands.Event) => {
      await Promise.resolve();
      pressed = event.source.id;
      event.completed();
    });
    await host.runCommand('report', 'ReportButton');
    expect(pressed).toBe('ReportButton');
  });

  test('the pane is shown and hidden', async () => {
    const seen: boolean[] = [];
    host.onPane = (visible) => seen.push(visible);
    await Office.addin.hide();
    await Office.addin.showAsTaskpane();
    expect(seen).toEqual([false, true]);
  });

  test('an older Excel is one number lower', () => {
    expect(Office.context.requirements.isSetSupported('ExcelApi', '1.17')).toBe(true);
    expect(Office.context.requirements.isSetSupported('ExcelApi', '1.18')).toBe(false);
  });

  test('a workbook of the test stands in for the first', async () => {
    const workbook = new ModelWorkbook();
    workbook.addSheet('Other').set(0, 0, { value: 'mine' });
    host.open(workbook);
    await Excel.run(async (context) => {
      const cell = context.workbook.worksheets.getItem('Other').getRange('A1').load('values');
      await context.sync();
      expect(cell.values).toEqual([['mine']]);
    });
  });
});

describe('what can go wrong', () => {
  test('a fault before a round trip, or in the middle of it', async () => {
    const twice = () =>
      onSheet(async (one, context) => {
        one.getRange('A1').values = [[1]];
        await context.sync();
        one.getRange('A2').values = [[2]];
      });
    host.fault = ({ number }) => (number === 2 ? { code: 'GeneralException' } : undefined);
    await expect(twice()).rejects.toEqual(failing('GeneralException'));
    expect([valueAt(0, 0), valueAt(1, 0)]).toEqual([1, null]);

    host.open(new ModelWorkbook());
    host.fault = ({ request }) => ({ code: 'InvalidOperationInCellEditMode', afterActions: request.Actions.length - 1 });
    await expect(
      onSheet((one) => {
        one.getRange('A1').values = [['written']];
        one.getRange('A2').values = [['not written']];
      }),
    ).rejects.toEqual(failing('InvalidOperationInCellEditMode'));
    expect([valueAt(0, 0), valueAt(1, 0)]).toEqual(['written', null]);
  });

  test('requests and answers above the limit of Excel on the web are refused', async () => {
    host.limits = { request: 10_000, response: 5_000 };
    await expect(onSheet((one) => void (one.getRange('A1').values = [['x'.repeat(12_000)]]))).rejects.toEqual(failing('RequestPayloadSizeLimitExceeded'));
    sheet().set(0, 0, { value: 'x'.repeat(6_000) });
    await expect(onSheet((one) => void one.getRange('A1').load('values'))).rejects.toEqual(failing('ResponsePayloadSizeLimitExceeded'));
    expect(host.roundTrips.map(({ responseBytes }) => responseBytes > 5_000)).toEqual([false, true]);
  });

  test('formulas are calculated before they are read, once per batch when calculation waits', async () => {
    const calls: number[] = [];
    host.calculator = {
      calculate: (_, changed) => {
        calls.push(changed === 'all' ? -1 : changed.length);
        for (const [, cells] of sheet().cells) for (const [, cell] of cells) if (cell.formula === '=6*7') cell.value = 42;
      },
    };
    await onSheet(async (one, context) => {
      const cell = one.getRange('A1');
      cell.formulas = [['=6*7']];
      cell.load('values');
      await context.sync();
      expect(cell.values).toEqual([[42]]);
    });
    expect(calls.splice(0)).toEqual([1]);
    await onSheet((one, { application }) => {
      application.suspendApiCalculationUntilNextSync();
      one.getRange('A2').values = [[1]];
      one.getRange('C5').values = [[2]];
    });
    expect(calls.splice(0)).toEqual([2]);
    await onSheet((_, { application }) => application.calculate('Full'));
    expect(calls).toEqual([-1]);
  });
});
