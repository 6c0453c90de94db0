import { internStyle, ModelWorkbook, type ModelAxis, type ModelSeries } from '../../src/workbench/host/model';

const axis = (change: Partial<ModelAxis>): ModelAxis => ({ visible: true, minimum: null, maximum: null, majorUnit: null, numberFormat: null, gridlines: null, fontSize: 9, fontColor: '#595959', lineVisible: false, ...change });
const series = (change: Partial<ModelSeries>): ModelSeries => ({
  name: '', values: '', categories: null, chartType: null, color: null, dashed: false, weight: null, marker: 'Automatic', markerSize: null, markerColor: null, labels: null, gapWidth: null, overlap: null, axisGroup: 'Primary', ...change,
});

/** A workbook with everything that a report sheet and a data sheet hold: made in memory, never a file. */
export function reportLikeWorkbook(): ModelWorkbook {
  const workbook = new ModelWorkbook();
  const report = workbook.addSheet("Bank's report");
  const data = workbook.addSheet('Data');
  const hidden = workbook.addSheet('Lists');
  hidden.visibility = 'VeryHidden';
  hidden.set(0, 0, { value: 'Yes' });

  const title = internStyle({ fontSize: 20, bold: true, fontColor: '#1F1F1F', horizontal: 'CenterAcrossSelection' });
  report.set(0, 0, { value: 'Service levels, October 2026', style: title });
  for (let column = 1; column < 6; column++) report.set(0, column, { style: title });
  const head = internStyle({ bold: true, fill: '#E8EEF7', wrap: true, vertical: 'Center', borders: { bottom: { style: 'Continuous', weight: 'Thin', color: '#8C8C8C' } } });
  ['Service', 'Availability', 'Status'].forEach((value, column) => report.set(2, column, { value, style: head }));
  const rows: [string, number, string][] = [['ATM Network', 0.9985, 'Met'], ['Mail', 0.972, 'Missed'], ['Branches & counters', 1, 'Met']];
  rows.forEach(([service, share, status], index) => {
    report.set(3 + index, 0, { value: service, style: internStyle({ indent: 1, horizontal: 'Left' }) });
    report.set(3 + index, 1, { value: share, style: internStyle({ numberFormat: '0.0%' }) });
    report.set(3 + index, 2, { value: status, style: internStyle({ italic: true, fontColor: status === 'Met' ? '#107C10' : '#A4262C' }) });
  });
  report.set(6, 1, { value: 0.9902, formula: '=AVERAGE(B4:B6)', style: internStyle({ numberFormat: '0.00%', rotation: -45, locked: false }) });
  report.set(7, 0, { value: 'To the outages', style: internStyle({ underline: 'Single', fontColor: '#0563C1' }) });
  report.links.set('A8', { reference: 'Data!A1', display: 'To the outages' });
  report.links.set('A9', { reference: 'https://example.com/?a=1&b=2', display: '' });
  report.merges.push({ row: 8, column: 0, rows: 1, columns: 3 });
  [150, 75, 60.75].forEach((width, column) => report.columnWidths.set(column, width));
  report.rowHeights.set(0, 30);
  report.showGridlines = false;
  report.showHeadings = false;
  report.tabColor = '#2F5597';
  report.freeze = { rows: 3, columns: 1 };
  report.conditionalFormats.push({
    id: workbook.id(), range: { row: 3, column: 1, rows: 3, columns: 1 }, type: 'DataBar',
    detail: {
      dataBar: {
        lowerBoundRule: { type: 'Number', formula: '0' }, upperBoundRule: { type: 'Number', formula: '1' }, showDataBarOnly: false, axisFormat: 'None', barDirection: 'LeftToRight',
        positiveFormat: { fillColor: '#638EC6', gradientFill: false }, negativeFormat: { matchPositiveFillColor: true },
      },
    },
  });
  report.customProperties.set('Plumbline.Kind', 'operating-report');
  report.customProperties.set('Plumbline.Subject', '2026-10 – Zürich');
  report.pageLayout = {
    orientation: 'Landscape', paperSize: 'A4', printArea: 'A1:H40', titleRows: '$1:$3', scale: null, fitWide: 1, fitTall: 1,
    margins: { left: 36, right: 36, top: 45, bottom: 45, header: 18, footer: 18 }, centerHorizontally: true,
    headersFooters: { leftHeader: '', centerHeader: '', rightHeader: '', leftFooter: 'Woodgrove Bank', centerFooter: '', rightFooter: '&P of &N' },
  };
  report.rowBreaks = [20, 33];
  const place = "'Bank''s report'";
  const shared = { id: workbook.id(), title: null, legend: null, border: false, fill: null, untouched: false, width: 300, height: 150 };
  report.charts.push(
    {
      ...shared, name: 'Availability', type: 'ColumnClustered', left: 300, top: 90, altText: 'Availability of three services, October 2026',
      series: [
        series({ name: 'October', values: `${place}!$B$4:$B$6`, categories: `${place}!$A$4:$A$6`, color: '#2F5597', gapWidth: 40, overlap: -10, labels: { numberFormat: '0.0%', color: '#1F1F1F', bold: true, size: 9 } }),
        series({ name: 'Target', values: `${place}!$B$5:$B$7`, categories: `${place}!$A$4:$A$6`, color: '#BFBFBF', gapWidth: 40, overlap: -10 }),
      ],
      valueAxis: axis({ visible: false, minimum: 0.9, maximum: 1, majorUnit: 0.02, numberFormat: '0%', gridlines: '#E0E0E0' }), categoryAxis: axis({}),
    },
    {
      ...shared, id: workbook.id(), name: 'Trend', type: 'Line', left: 300, top: 260, altText: 'Minutes down', fill: '#FFFFFF', title: 'Minutes down', legend: 'Bottom',
      series: [
        series({ name: 'Minutes', values: 'Data!$C$2:$C$4', categories: 'Data!$A$2:$A$4', color: '#C00000', weight: 2, marker: 'Circle', markerSize: 6, markerColor: '#C00000' }),
        series({ name: 'Allowed', values: 'Data!$D$2:$D$4', categories: 'Data!$A$2:$A$4', color: '#7F7F7F', weight: 1.25, dashed: true, marker: 'None' }),
      ],
      valueAxis: axis({ numberFormat: '0', gridlines: '#D9D9D9' }), categoryAxis: axis({ lineVisible: true }),
    },
  );

  ['Item', 'Planned', 'Minutes', 'Allowed'].forEach((value, column) => data.set(0, column, { value }));
  ([['Mail', 'No', 35, 43], ['ATM Network', 'No', 90, 43], ['Branch', 'Yes', 12.5, 43]] as const).forEach((row, index) => row.forEach((value, column) => data.set(index + 1, column, { value })));
  data.tables.push({ id: workbook.id(), name: 'Outages', range: { row: 0, column: 0, rows: 4, columns: 4 }, style: 'TableStyleMedium2', showBandedRows: true, showFilterButton: true, showTotals: false });
  data.set(1, 5, { value: 35, formula: '=SLM.DOWNTIME("Mail",Outages[#All])' });
  data.set(3, 5, { value: 1, formula: '=SLM.ERRORBUDGET(0.99,100,50,1)', spill: { rows: 1, columns: 3 } });
  data.set(3, 6, { value: 0.5, spilledFrom: { row: 3, column: 5 } });
  data.set(3, 7, { value: 'left', spilledFrom: { row: 3, column: 5 } });
  data.set(5, 5, { value: 'ATM Network', formula: '=SORT(A2:A4)', spill: { rows: 3, columns: 1 } });
  data.set(6, 5, { value: 'Branch', spilledFrom: { row: 5, column: 5 } });
  data.set(7, 5, { value: 'Mail', spilledFrom: { row: 5, column: 5 } });
  data.validations.push(
    { range: { row: 1, column: 1, rows: 99, columns: 1 }, rule: { list: { inCellDropDown: true, source: 'Yes,No' } }, errorAlert: { showAlert: true, style: 'Warning', title: '', message: 'Not in the list.' }, prompt: null, ignoreBlanks: true },
    { range: { row: 1, column: 0, rows: 99, columns: 1 }, rule: { list: { inCellDropDown: true, source: '=INDIRECT("Outages[Item]")' } }, errorAlert: { showAlert: true, style: 'Stop', title: 'Item', message: 'Unknown' }, prompt: { showPrompt: true, title: 'Item', message: 'Pick one' }, ignoreBlanks: false },
    { range: { row: 1, column: 2, rows: 99, columns: 1 }, rule: { decimal: { formula1: 0, operator: 'GreaterThanOrEqualTo' } }, errorAlert: { showAlert: true, style: 'Stop', title: '', message: '' }, prompt: null, ignoreBlanks: true },
  );
  workbook.names.push({ name: 'Minutes', formula: '=Data!$C$2:$C$4', visible: true, comment: 'of the month', sheetId: null }, { name: 'Here', formula: '=Data!$A$1', visible: false, comment: '', sheetId: data.id });
  workbook.settings.set('mapping', '{"tables":{"Störungen":"Outages"}}');
  return workbook;
}
