import { recalculate } from '../../../src/workbench/calc/recalculate';
import { CellError, ModelWorkbook, type ModelValue } from '../../../src/workbench/host/model';

/** A1:A5 = 3, 1, "b", blank, TRUE; B1:B5 = 10, 20, 30, 40, #N/A; C1:C3 = "Mail", "ATM", "mailbox". */
async function result(formula: string, dateSystem: 1900 | 1904 = 1900): Promise<ModelValue> {
  const workbook = new ModelWorkbook();
  workbook.dateSystem = dateSystem;
  const sheet = workbook.addSheet('Data');
  [3, 1, 'b', null, true].forEach((value, row) => sheet.set(row, 0, { value }));
  [10, 20, 30, 40, new CellError('#N/A')].forEach((value, row) => sheet.set(row, 1, { value }));
  ['Mail', 'ATM', 'mailbox'].forEach((value, row) => sheet.set(row, 2, { value }));
  sheet.set(19, 19, { formula });
  await recalculate(workbook, async () => 0);
  const value = sheet.cell(19, 19)?.value ?? null;
  return value instanceof CellError ? value.error : value;
}

// Results as Microsoft's function reference gives them, or as Excel's rules say (noted).
test.each<[formula: string, value: ModelValue]>([
  ['=1+2*3^2', 19],
  ['=-2^2', 4], // Excel: the sign binds first
  ['=50%*4', 2],
  ['="a"&1+1', 'a2'],
  ['="a"="A"', true],
  ['=1/0', '#DIV/0!'],
  ['="x"+1', '#VALUE!'],
  ['="2"+1', 3],
  ['=1<"a"', true], // numbers before text
  ['=SUM(A1:A5)', 4], // text and TRUE in cells do not count
  ['=SUM(A1:A2,"5",TRUE)', 10], // written in the formula they do
  ['=SUM(B1:B5)', '#N/A'],
  ['=COUNT(A1:A5)', 2],
  ['=COUNTA(A1:A5)', 4],
  ['=COUNTBLANK(A1:A5)', 1],
  ['=AVERAGE(A1:A2)', 2],
  ['=AVERAGE(A4)', '#DIV/0!'],
  ['=MAX(B1:B4)', 40],
  ['=MIN(B1:B4)', 10],
  ['=MEDIAN(B1:B4)', 25],
  ['=LARGE(B1:B4,2)', 30],
  ['=SUMIF(C1:C3,"mail*",B1)', 40],
  ['=SUMIFS(B1:B4,B1:B4,">10",B1:B4,"<=30")', 50],
  ['=COUNTIFS(C1:C3,"<>ATM")', 2],
  ['=COUNTIF(A1:A5,"")', 1],
  ['=AVERAGEIF(B1:B4,">20")', 35],
  ['=SUMPRODUCT((C1:C3="Mail")*B1:B3)', 10],
  ['=VLOOKUP("atm",{"Mail",1;"ATM",2},2,FALSE)', 2],
  ['=VLOOKUP(25,{10,"x";20,"y";30,"z"},2)', 'y'],
  ['=HLOOKUP("b",{"a","b";1,2},2,FALSE)', 2],
  ['=INDEX(B1:B4,MATCH("ATM",C1:C3,0))', 20],
  ['=MATCH(25,B1:B4)', 2],
  ['=MATCH("x",C1:C3,0)', '#N/A'],
  ['=XLOOKUP("none",C1:C3,B1:B3,"–")', '–'],
  ['=XLOOKUP(25,B1:B3,C1:C3,,-1)', 'ATM'],
  ['=SUM(FILTER(B1:B4,B1:B4>15))', 90],
  ['=INDEX(SORT(B1:B4,1,-1),1)', 40],
  ['=COUNTA(UNIQUE({1;1;2}))', 2],
  ['=TEXTJOIN("-",TRUE,SORT({"b","a"},1,1,TRUE))', 'a-b'],
  ['=SUM(SEQUENCE(2,3))', 21], // 1 … 6
  ['=SUM(TRANSPOSE({1,2,3}))', 6],
  ['=LET(x,5,y,x*2,x+y)', 15],
  ['=IF(A1>2,"more","less")', 'more'],
  ['=IFS(A1>5,"a",A1>2,"b")', 'b'],
  ['=SWITCH(2,1,"one",2,"two","other")', 'two'],
  ['=CHOOSE(2,"a","b")', 'b'],
  ['=IFERROR(B5,"none")', 'none'],
  ['=IFNA(1/0,"none")', '#DIV/0!'],
  ['=ISBLANK(A4)', true],
  ['=ISNUMBER(A3)', false],
  ['=ISNA(B5)', true],
  ['=AND(A1:A2,TRUE)', true],
  ['=OR(FALSE,0)', false],
  ['=ROUND(2.5,0)', 3],
  ['=ROUND(-2.5,0)', -3],
  ['=ROUND(1.005,2)', 1.01],
  ['=ROUND(1234.5,-2)', 1200],
  ['=ROUNDUP(2.01,0)', 3],
  ['=ROUNDDOWN(-2.99,0)', -2],
  ['=MOD(-3,2)', 1],
  ['=INT(-2.5)', -3],
  ['=0.1+0.2', 0.1 + 0.2],
  ['=LEFT("Service",3)&RIGHT("Service",2)&MID("Service",4,2)', 'Sercevi'],
  ['=TRIM("  a   b ")', 'a b'],
  ['=SUBSTITUTE("a-b-c","-","+",2)', 'a-b+c'],
  ['=SEARCH("V?c","Service")', 4],
  ['=FIND("x","Service")', '#VALUE!'],
  ['=VALUE("1,234.5")', 1234.5],
  ['=REPT("█",3)', '███'],
  ['=DATE(2026,10,7)', 46302],
  ['=DATE(2026,14,1)', 46419], // 1 February 2027
  ['=DATE(1900,1,1)', 1],
  ['=DATE(1900,3,1)', 61], // after the 29 February that never was
  ['=YEAR(46302)*10000+MONTH(46302)*100+DAY(46302)', 20261007],
  ['=WEEKDAY(46302,2)', 3], // a Wednesday
  ['=EDATE(DATE(2026,1,31),1)', 46081], // 28 February
  ['=EOMONTH(DATE(2026,10,7),0)', 46326],
  ['=HOUR(0.75)', 18],
  ['=TIME(6,0,0)', 0.25],
  ['=NETWORKDAYS(DATE(2026,10,1),DATE(2026,10,31))', 22],
  ['=WORKDAY(DATE(2026,10,9),1)', 46307], // Friday → Monday 12 October
  ['=STDEV.S({2,4,4,4,5,5,7,9})', Math.sqrt(32 / 7)], // mean 5, squares 9+1+1+1+0+0+4+16 = 32
  ['=PERCENTILE.INC({1,2,3,4},0.3)', 1.9],
  ['=ROWS(B:B)', 1_048_576],
  ['=SUM(OFFSET(B1,1,0,2,1))', 50],
  ['=SUM(INDIRECT("B1:B2"))', 30],
  ['=COLUMN(C1)*10+ROW(A7)', 37],
  ['=SUM(B1:B2:B4)', 100],
  ['={1,2', '#NAME?'], // no formula at all
])('%s', async (formula, value) => {
  const found = await result(formula);
  if (typeof value === 'number') expect(found).toBeCloseTo(value, 9);
  else expect(found).toBe(value);
});

test('dates of the 1904 system', async () => {
  expect(await result('=DATE(1904,1,1)', 1904)).toBe(0);
  expect(await result('=YEAR(0)', 1904)).toBe(1904);
  expect(await result('=DATE(2026,10,7)', 1904)).toBe(46302 - 1462);
});
