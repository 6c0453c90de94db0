import { hasCustomFunction, isDynamic, shiftFormula, shownFormula, storedFormula } from '../../../src/workbench/xlsx/formulas';

// Stored forms as Excel writes them: [MS-XLSX] 2.2.2 future functions; _xldudf_ for custom functions of add-ins.
test.each([
  ['=SLM.DOWNTIME(A1,"SLM.X(")', '_xldudf_SLM_DOWNTIME(A1,"SLM.X(")', null],
  ['=IFERROR(SLM.AVAILABILITY(Outages[#All]),"–")', 'IFERROR(_xldudf_SLM_AVAILABILITY(Outages[#All]),"–")', null],
  ['=XLOOKUP(A1,B:B,C:C)', '_xlfn.XLOOKUP(A1,B:B,C:C)', null],
  ['=SORT(FILTER(A1:A9,B1:B9>0))', '_xlfn._xlws.SORT(_xlfn._xlws.FILTER(A1:A9,B1:B9>0))', null],
  ['=STDEV.S(A1:A9)+NETWORKDAYS.INTL(A1,A2)', '_xlfn.STDEV.S(A1:A9)+NETWORKDAYS.INTL(A1,A2)', null],
  ['=LET(x,A1,y,x+1,x*y)', '_xlfn.LET(_xlpm.x,A1,_xlpm.y,_xlpm.x+1,_xlpm.x*_xlpm.y)', null],
  ['=SUM(A1#)', 'SUM(_xlfn.ANCHORARRAY(A1))', null],
  ["='It''s SORT('!A1&SUM('x'!B2)", "'It''s SORT('!A1&SUM('x'!B2)", null],
  ['=T[SORT(]&"LET("', 'T[SORT(]&"LET("', null],
])('%s is stored as %s and shown again', (shown, stored, table) => {
  expect(storedFormula(shown, table)).toBe(stored);
  expect(shownFormula(stored)).toBe(shown);
});

test.each([
  ['=[@Item]&[@[Service hours]]', 'Outages[[#This Row],[Item]]&Outages[[#This Row],[Service hours]]'],
  ['=Other[@Item]', 'Other[[#This Row],[Item]]'],
  ['=SUM([@[Jan]:[Mar]])', 'SUM(Outages[[#This Row],[Jan]:[Mar]])'],
  ['="[@Item]"', '"[@Item]"'],
])('%s in the table Outages is stored as %s', (shown, stored) => expect(storedFormula(shown, 'Outages')).toBe(stored));

test('both forms of a custom function are shown alike', () => {
  expect(shownFormula('SLM.STATUS(1,">=",0.9)')).toBe('=SLM.STATUS(1,">=",0.9)');
  expect(shownFormula('_xldudf_SLM_STATUS(1,">=",0.9)')).toBe('=SLM.STATUS(1,">=",0.9)');
});

test('which formulas are dynamic arrays, and which hold custom functions', () => {
  expect(['=SLM.DOWNTIME(A1)', '=SEQUENCE(3)', '=SUM(A1#)'].map(isDynamic)).toEqual([true, true, true]);
  expect(['=SUM(A1:A3)', '="SEQUENCE("', '=VLOOKUP(A1,B:C,2)', '=STDEV.S(A1:A3)'].map(isDynamic)).toEqual([false, false, false, false]);
  expect(['=1+slm.downtime(A1)', '=NORM.DIST(1,0,1,TRUE)', '="SLM.X("', "='SLM.X('!A1"].map(hasCustomFunction)).toEqual([true, false, false, false]);
});

test.each([
  ['A1+$B$2+C$3+$D4', 2, 1, 'B3+$B$2+D$3+$D6'],
  ['SUM(A:A)+SUM($A:B)+SUM(2:3)', 1, 1, 'SUM(B:B)+SUM($A:C)+SUM(3:4)'],
  ["'A1'!A1&\"A1\"&T[A1]&LOG10(A1)", 1, 0, "'A1'!A2&\"A1\"&T[A1]&LOG10(A2)"],
  ['Sheet1!A1:B2', 0, 2, 'Sheet1!C1:D2'],
])('%s, %i down and %i right, reads %s', (formula, rows, columns, shifted) => expect(shiftFormula(formula, rows, columns)).toBe(shifted));
