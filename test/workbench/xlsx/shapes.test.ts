/** Shapes and connectors in files: ours, saved and opened; other programs', opened, changed and saved. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
import { newText } from '../../../src/workbench/host/drawing/new-shape';
import { type ModelShape, type ModelSheet, ModelWorkbook } from '../../../src/workbench/host/model';
import { openWorkbook } from '../../../src/workbench/xlsx/open';
import { saveWorkbook } from '../../../src/workbench/xlsx/save';
import { addBox, addConnector, drawnWorkbook } from '../../support/drawn-workbook';
import { packageFaults } from '../../support/package-faults';

const DRAWING = 'xl/drawings/drawing1.xml';
const drawingOf = (bytes: Uint8Array, part = DRAWING) => strFromU8(unzipSync(bytes)[part]!);
const fixture = (name: string) => new Uint8Array(readFileSync(path.join(__dirname, '../../fixtures', name)));

/** What a shape is, without the numbers of this session; a thousandth of a point is nothing. */
function described(sheet: ModelSheet) {
  const round = (value: unknown): unknown => {
    if (typeof value === 'number') return Math.round(value * 1000) / 1000;
    if (Array.isArray(value)) return value.map(round);
    return value !== null && typeof value === 'object' ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, round(inner)])) : value;
  };
  const nameOf = (id: string) => sheet.shapes.find((shape) => shape.id === id)?.name;
  return sheet.shapes.map(({ id: _id, anchor: _anchor, changed: _changed, connector, ...shape }) => {
    const end = (side: 'begin' | 'end') => connector && { ...connector[side], glued: connector[side].glued && [nameOf(connector[side].glued!.shapeId), connector[side].glued!.site] };
    return round({ ...shape, connector: connector && { type: connector.type, begin: end('begin'), end: end('end') } });
  });
}

describe('a drawing of ours', () => {
  test('Excel would find nothing to repair, another reader reads the cells', async () => {
    const saved = await saveWorkbook(drawnWorkbook());
    expect(await packageFaults(saved)).toEqual([]);
    expect((await readXlsx(saved)).sheets[0]?.rows[0]?.[0]).toBe('A drawing');
  });

  test('opened again it is what it was; saved again, the same bytes', async () => {
    const workbook = drawnWorkbook();
    const [sheet] = workbook.sheets;
    sheet!.shapes.push({ ...addBox(workbook, sheet!, 'Rotated', 700, 100, 'RoundRectangle', { rotation: 90, placement: 'Absolute', visible: false, altTextTitle: 'T', altTextDescription: 'D <&> "q"\nline' }), id: workbook.id(), name: 'Twin', rotation: 30, placement: 'OneCell' });
    addConnector(workbook, sheet!, 'curve', 'Curve', [sheet!.shapes[0]!, 3], [sheet!.shapes[1]!, 1], { style: 'ThinThin', weight: 3, transparency: 0.4 });
    const saved = await saveWorkbook(workbook);
    expect(await packageFaults(saved)).toEqual([]);
    const again = await openWorkbook(saved);
    expect(described(again.sheets[0]!)).toEqual(described(sheet!));
    expect(Buffer.compare(await saveWorkbook(again), saved)).toBe(0);
  });

  test('texts of every kind survive, with the look of every part', async () => {
    const workbook = new ModelWorkbook();
    const sheet = workbook.addSheet('Texts');
    const font = newText().runs[0]!.font;
    const texts: ModelShape['text'][] = [
      newText({}, '<&>"\' 🏦 é\ttab'),
      newText({}, '\n\nthird\n'),
      newText({ size: 8, color: '#FF0000' }, ''),
      newText({ name: 'Arial', underline: 'WavyDouble', italic: true }, 'line\vbreak'),
      { ...newText(), runs: [{ text: 'bold', font: { ...font, bold: true } }, { text: ' and\nnot', font }, { text: ' red', font: { ...font, color: '#C00000', size: 9.5 } }] },
      { ...newText({}, ' spaces '), horizontal: 'Distributed', vertical: 'Bottom', autoSize: 'AutoSizeShapeToFitText', orientation: 'Vertical270', readingOrder: 'RightToLeft', verticalOverflow: 'Ellipsis', horizontalOverflow: 'Overflow', margins: { left: 0, top: 1.5, right: 100, bottom: 0.25 } },
    ];
    texts.forEach((text, index) => addBox(workbook, sheet, `=Name ${index} <&">`, 10, 10 + index * 50, 'Rectangle', { text }));
    const saved = await saveWorkbook(workbook);
    expect(await packageFaults(saved)).toEqual([]);
    const again = (await openWorkbook(saved)).sheets[0]!;
    expect(again.shapes.map(({ text }) => text)).toEqual(texts);
    expect(again.shapes[0]?.name).toBe('=Name 0 <&">');
  });

  test('anchors name the cells under the corners, hidden ones passed over', async () => {
    const workbook = new ModelWorkbook();
    const sheet = workbook.addSheet('Cells');
    sheet.columnWidths.set(0, 100);
    sheet.hiddenColumns.add(1);
    sheet.rowHeights.set(0, 20);
    addBox(workbook, sheet, 'A', 110, 25, 'Rectangle', { width: 50, height: 30 });
    // Left 110 = 100 (A) + 10 into C, as B is hidden; right 160 = 100 + 48 (C) + 12 into D. Top 25 = 20 + 5 into row 2; bottom 55 = 20 + 15 + 15 + 5 into row 4. A point is 12,700.
    expect(drawingOf(await saveWorkbook(workbook))).toContain(
      '<xdr:from><xdr:col>2</xdr:col><xdr:colOff>127000</xdr:colOff><xdr:row>1</xdr:row><xdr:rowOff>63500</xdr:rowOff></xdr:from><xdr:to><xdr:col>3</xdr:col><xdr:colOff>152400</xdr:colOff><xdr:row>3</xdr:row><xdr:rowOff>63500</xdr:rowOff></xdr:to>',
    );
  });

  test('a connector says its shapes and sites, and its form', async () => {
    const workbook = new ModelWorkbook();
    const sheet = workbook.addSheet('Line');
    const [mail, server] = [addBox(workbook, sheet, 'Mail', 100, 100), addBox(workbook, sheet, 'Server', 300, 50)];
    addConnector(workbook, sheet, 'c', 'Elbow', [mail, 3], [server, 1], { dash: 'Dash' });
    addConnector(workbook, sheet, 'd', 'Elbow', [mail, 2], [server, 2]);
    const text = drawingOf(await saveWorkbook(workbook));
    expect(text).toContain('<xdr:cxnSp macro=""><xdr:nvCxnSpPr><xdr:cNvPr id="4" name="c"/><xdr:cNvCxnSpPr><a:stCxn id="2" idx="3"/><a:endCxn id="3" idx="1"/></xdr:cNvCxnSpPr></xdr:nvCxnSpPr>');
    // From (190, 118) up to (300, 68): 110 by 50.
    expect(text).toContain('<a:xfrm flipV="1"><a:off x="2413000" y="863600"/><a:ext cx="1397000" cy="635000"/></a:xfrm><a:prstGeom prst="bentConnector3"><a:avLst><a:gd name="adj1" fmla="val 50000"/></a:avLst></a:prstGeom>');
    expect(text).toContain('<a:ln w="12700"><a:solidFill><a:srgbClr val="595959"/></a:solidFill><a:prstDash val="dash"/><a:tailEnd type="triangle" w="med" len="med"/></a:ln>');
    // From below one (145, 136) to below the other (345, 86): down, across, up. Turned a quarter it is 50 long, backwards, and 200 wide, about the
    // middle (245, 111): from (220, 11). It goes 18 points down first: 36% of 50, away from the end.
    expect(text).toContain('<a:xfrm rot="5400000" flipH="1" flipV="1"><a:off x="2794000" y="139700"/><a:ext cx="635000" cy="2540000"/></a:xfrm>');
    expect(text).toContain('<a:gd name="adj1" fmla="val -36000"/>');
  });
});

/** A drawing as Excel writes it: theme colours, a picture, a group, a newer thing in alternate content. */
const anchored = (content: string, from = [1, 2], to = [3, 6], attributes = '') =>
  `<xdr:twoCellAnchor${attributes}><xdr:from><xdr:col>${from[0]}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${from[1]}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>${to[0]}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${to[1]}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to>${content}<xdr:clientData/></xdr:twoCellAnchor>`;
const STYLE = '<xdr:style><a:lnRef idx="2"><a:schemeClr val="accent1"><a:shade val="50000"/></a:schemeClr></a:lnRef><a:fillRef idx="1"><a:schemeClr val="accent1"/></a:fillRef><a:effectRef idx="0"><a:schemeClr val="accent1"/></a:effectRef><a:fontRef idx="minor"><a:schemeClr val="lt1"/></a:fontRef></xdr:style>';
const LINE_STYLE = '<xdr:style><a:lnRef idx="1"><a:schemeClr val="accent1"/></a:lnRef><a:fillRef idx="0"><a:schemeClr val="accent1"/></a:fillRef><a:effectRef idx="0"><a:schemeClr val="accent1"/></a:effectRef><a:fontRef idx="minor"><a:schemeClr val="tx1"/></a:fontRef></xdr:style>';
const ANCHORS = {
  gradient: anchored(
    `<xdr:sp macro="" textlink=""><xdr:nvSpPr><xdr:cNvPr id="2" name="Rectangle 1" descr="a &quot;box&quot;"><a:extLst><a:ext uri="{FF2B5EF4-FFF2-40B4-BE49-F238E27FC236}"><a16:creationId xmlns:a16="http://schemas.microsoft.com/office/drawing/2014/main" id="{1}"/></a:ext></a:extLst></xdr:cNvPr><xdr:cNvSpPr/></xdr:nvSpPr><xdr:spPr><a:xfrm><a:off x="609600" y="381000"/><a:ext cx="1219200" cy="762000"/></a:xfrm><a:prstGeom prst="roundRect"><a:avLst><a:gd name="adj" fmla="val 40000"/></a:avLst></a:prstGeom><a:gradFill><a:gsLst><a:gs pos="0"><a:schemeClr val="accent1"/></a:gs><a:gs pos="100000"><a:schemeClr val="accent2"/></a:gs></a:gsLst><a:lin ang="5400000"/></a:gradFill></xdr:spPr>${STYLE}<xdr:txBody><a:bodyPr vertOverflow="clip" horzOverflow="clip" wrap="none" rtlCol="0" anchor="ctr"/><a:lstStyle/><a:p><a:pPr algn="ctr"/><a:r><a:rPr lang="en-US" sz="1400" b="1"/><a:t>Portal</a:t></a:r><a:r><a:rPr lang="en-US" sz="1100"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill></a:rPr><a:t> one</a:t></a:r></a:p></xdr:txBody></xdr:sp>`,
  ),
  picture: anchored('<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="3" name="Picture 2"/><xdr:cNvPicPr/></xdr:nvPicPr><xdr:blipFill><a:blip/></xdr:blipFill><xdr:spPr><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic>', [5, 1], [7, 4], ' editAs="oneCell"'),
  plain: anchored(`<xdr:sp macro="" textlink=""><xdr:nvSpPr><xdr:cNvPr id="4" name="Oval 3"/><xdr:cNvSpPr/></xdr:nvSpPr><xdr:spPr><a:xfrm rot="5400000"><a:off x="0" y="0"/><a:ext cx="1" cy="1"/></a:xfrm><a:prstGeom prst="ellipse"><a:avLst/></a:prstGeom></xdr:spPr>${STYLE}</xdr:sp>`, [6, 10], [8, 12]),
  connector: anchored(
    `<xdr:cxnSp macro=""><xdr:nvCxnSpPr><xdr:cNvPr id="5" name="Connector: Elbow 4"/><xdr:cNvCxnSpPr><a:cxnSpLocks/><a:stCxn id="2" idx="3"/><a:endCxn id="4" idx="2"/></xdr:cNvCxnSpPr></xdr:nvCxnSpPr><xdr:spPr><a:xfrm rot="16200000" flipH="1"><a:off x="1" y="1"/><a:ext cx="1" cy="1"/></a:xfrm><a:prstGeom prst="bentConnector2"><a:avLst/></a:prstGeom><a:ln><a:prstDash val="sysDash"/><a:tailEnd type="stealth" w="lg" len="sm"/></a:ln></xdr:spPr>${LINE_STYLE}</xdr:cxnSp>`,
    [3, 4],
    [6, 10],
  ),
  group: anchored('<xdr:grpSp><xdr:nvGrpSpPr><xdr:cNvPr id="6" name="Group 5"/><xdr:cNvGrpSpPr/></xdr:nvGrpSpPr><xdr:grpSpPr/><xdr:sp macro="" textlink=""><xdr:nvSpPr><xdr:cNvPr id="7" name="inner"/><xdr:cNvSpPr/></xdr:nvSpPr><xdr:spPr/></xdr:sp></xdr:grpSp>'),
  alternate: "<!-- newer --><mc:AlternateContent xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'><mc:Choice Requires=\"a14\" xmlns:a14=\"http://schemas.microsoft.com/office/drawing/2010/main\"/><mc:Fallback/></mc:AlternateContent>",
};
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">';

async function excelFile(): Promise<Uint8Array> {
  const workbook = new ModelWorkbook();
  const sheet = workbook.addSheet('Map');
  addBox(workbook, sheet, 'x', 0, 0);
  const parts = unzipSync(await saveWorkbook(workbook));
  parts[DRAWING] = strToU8(`${HEAD}${Object.values(ANCHORS).join('')}</xdr:wsDr>`);
  return zipSync(parts);
}

/** Anchors of the file whose text is still in the part, in the part's order. */
const kept = (bytes: Uint8Array) => {
  const text = drawingOf(bytes);
  return Object.entries(ANCHORS).map(([name, anchor]) => ({ name, at: text.indexOf(anchor) })).filter(({ at }) => at >= 0).sort((a, b) => a.at - b.at).map(({ name }) => name);
};
const ALL = Object.keys(ANCHORS);

describe('a drawing of Excel', () => {
  let bytes: Uint8Array;
  let workbook: ModelWorkbook;
  let sheet: ModelSheet;
  const named = (name: string) => sheet.shapes.find((shape) => shape.name === name)!;
  /** As an object of the host would. */
  const change = (shape: ModelShape, aspect: 'name' | 'place' | 'geometry' | 'fill' | 'line' | 'text', to: Partial<ModelShape>) => {
    Object.assign(shape, to);
    shape.changed.add(aspect);
    sheet.changed.add('shapes');
  };
  beforeEach(async () => {
    bytes = await excelFile();
    workbook = await openWorkbook(bytes);
    sheet = workbook.sheets[0]!;
  });

  test("is read with the theme's looks", () => {
    expect(sheet.shapes.map(({ name, kind, geometry, placement }) => [name, kind, geometry, placement])).toEqual([
      ['Rectangle 1', 'GeometricShape', 'RoundRectangle', 'TwoCell'],
      ['Picture 2', 'Image', '', 'OneCell'],
      ['Oval 3', 'GeometricShape', 'Ellipse', 'TwoCell'],
      ['Connector: Elbow 4', 'Line', '', 'TwoCell'],
      ['Group 5', 'Group', '', 'TwoCell'],
    ]);
    // Columns of 48 and rows of 15 points: B3 to D7.
    expect(named('Rectangle 1')).toMatchObject({ left: 48, top: 30, width: 96, height: 60, fill: { type: 'Gradient' }, altTextDescription: 'a "box"', text: { horizontal: 'Center', vertical: 'Middle', runs: [{ text: 'Portal', font: { size: 14, bold: true, color: '#FFFFFF' } }, { text: ' one', font: { size: 11, bold: false, color: '#000000' } }] } });
    // 4472C4, and at half its light (as Excel shows it) 2F528F; one point is the theme's second weight.
    expect(named('Oval 3')).toMatchObject({ fill: { type: 'Solid', color: '#4472C4' }, line: { visible: true, color: '#2F528F', weight: 1 } });
    // Lying on its side: what is seen is 96 by 30 from (288, 150); its frame is 30 by 96 about the same middle (336, 165).
    expect(named('Oval 3')).toMatchObject({ rotation: 90, left: 321, top: 117, width: 30, height: 96 });
    const { connector, line } = named('Connector: Elbow 4');
    expect(line).toMatchObject({ dash: 'SystemDash', weight: 0.5, color: '#4472C4' });
    // What is seen runs from D5 (144, 60) to G11 (288, 150); its own frame, three quarters round and flipped, begins in the upper left corner.
    expect(connector).toMatchObject({ type: 'Elbow', begin: { x: 144, y: 60, glued: { shapeId: named('Rectangle 1').id, site: 3 } }, end: { x: 288, y: 150, glued: { shapeId: named('Oval 3').id, site: 2 }, arrow: { style: 'Stealth', width: 'Wide', length: 'Short' } } });
  });

  test('saved after a cell was changed: the drawing is what it was, byte for byte', async () => {
    sheet.set(0, 0, { value: 1 });
    expect(drawingOf(await saveWorkbook(workbook))).toBe(drawingOf(bytes));
  });

  test('a shape added, moved, painted or renamed: the others are what they were, and of the changed one what was not changed', async () => {
    addBox(workbook, sheet, 'New', 300, 300);
    const rectangle = named('Rectangle 1');
    change(rectangle, 'place', { left: 60 });
    change(rectangle, 'name', { name: 'Portal & co' });
    sheet.changed.add('shapes');
    const saved = await saveWorkbook(workbook);
    expect(kept(saved)).toEqual(ALL.filter((name) => name !== 'gradient'));
    const text = drawingOf(saved);
    expect(text.startsWith(HEAD)).toBe(true);
    for (const part of ['<a:gd name="adj" fmla="val 40000"/>', '<a:gs pos="100000">', 'creationId', '<a:rPr lang="en-US" sz="1400" b="1"/><a:t>Portal</a:t>', 'wrap="none"', 'name="Portal &amp; co"', '<a:off x="762000" y="381000"/>']) expect(text).toContain(part);
    expect(await packageFaults(saved)).toEqual([]);
    const again = (await openWorkbook(saved)).sheets[0]!;
    expect(again.shapes.map(({ name }) => name)).toEqual(['Portal & co', 'Picture 2', 'Oval 3', 'Connector: Elbow 4', 'Group 5', 'New']);
    expect(again.shapes[0]).toMatchObject({ left: 60, width: 96, fill: { type: 'Gradient' } });
    expect(again.shapes[3]?.connector?.begin.glued).toEqual({ shapeId: again.shapes[0]!.id, site: 3 });
  });

  test('fill, line and text each change alone', async () => {
    const oval = named('Oval 3');
    change(oval, 'fill', { fill: { type: 'NoFill', color: '#FFFFFF', transparency: 0 } });
    change(oval, 'text', { text: newText({ color: '#1F1F1F' }, 'text') });
    change(named('Connector: Elbow 4'), 'line', { line: { ...named('Connector: Elbow 4').line, color: '#9A3D06', weight: 2 } });
    const saved = await saveWorkbook(workbook);
    expect(await packageFaults(saved)).toEqual([]);
    const text = drawingOf(saved);
    expect(text).toContain('<a:prstGeom prst="ellipse"><a:avLst/></a:prstGeom><a:noFill/></xdr:spPr><xdr:style>');
    expect(text).toContain('<a:ln w="25400"><a:solidFill><a:srgbClr val="9A3D06"/></a:solidFill><a:prstDash val="sysDash"/><a:tailEnd type="stealth" w="lg" len="sm"/></a:ln>');
    expect(text).toContain('<a:xfrm rot="16200000" flipH="1"><a:off x="1" y="1"/>');
  });

  test('shapes deleted are gone, and nothing else', async () => {
    sheet.shapes = sheet.shapes.filter(({ name }) => name !== 'Oval 3' && name !== 'Group 5');
    sheet.changed.add('shapes');
    expect(kept(await saveWorkbook(workbook))).toEqual(ALL.filter((name) => name !== 'plain' && name !== 'group'));
  });

  test('another order is written by moving whole anchors', async () => {
    sheet.shapes.reverse();
    sheet.changed.add('shapes');
    // What is no shape keeps its place.
    expect(kept(await saveWorkbook(workbook))).toEqual(['group', 'connector', 'plain', 'picture', 'gradient', 'alternate']);
  });
});

test.each([
  ['foreign.xlsx', ['Image']],
  ['foreign-libreoffice.xlsx', ['Image']],
])('%s: a shape beside its chart and picture', async (file, kinds) => {
  const bytes = fixture(file);
  const workbook = await openWorkbook(bytes);
  const sheet = workbook.sheets[0]!;
  expect(sheet.shapes.map(({ kind }) => kind)).toEqual(kinds);
  const [first, second] = [addBox(workbook, sheet, 'A', 20, 200), addBox(workbook, sheet, 'B', 220, 260)];
  addConnector(workbook, sheet, 'c', 'Elbow', [first, 3], [second, 1]);
  sheet.changed.add('shapes');
  const saved = await saveWorkbook(workbook);
  expect(await packageFaults(saved)).toEqual(await packageFaults(bytes));
  const [before, after] = [drawingOf(bytes), drawingOf(saved)];
  const end = before.lastIndexOf('</');
  expect(after.startsWith(before.slice(0, end))).toBe(true);
  expect(after.endsWith(before.slice(end))).toBe(true);
  const again = (await openWorkbook(saved)).sheets[0]!;
  expect(again.charts).toHaveLength(1);
  expect(again.shapes.map(({ name }) => name).slice(kinds.length)).toEqual(['A', 'B', 'c']);
  expect(again.shapes.at(-1)?.connector?.end.glued?.shapeId).toBe(again.shapes.at(-2)?.id);
  expect((await readXlsx(saved)).sheets[0]?.charts?.length ?? 1).toBe(1);
});

test('a connector of LibreOffice, which names shapes that are not there, lies where it lay', async () => {
  const workbook = await openWorkbook(fixture('drawing-libreoffice.xlsx'));
  const sheet = workbook.sheets[0]!;
  const centimetres = (...points: number[]) => points.map((value) => Math.round(value / 28.346));
  const [a, b] = ['A', 'B'].map((name) => sheet.shapes.find((shape) => shape.name === name)!);
  const { connector } = sheet.shapes.find(({ kind }) => kind === 'Line')!;
  // A is 3 by 1 cm at (1, 1), B as large at (6, 4): from (4, 1.5) to (6, 4.5). A centimetre is 28.346 points, and columns are whole pixels.
  expect(centimetres(a!.left, a!.top, a!.width, b!.left, b!.top)).toEqual([1, 1, 3, 6, 4]);
  expect(centimetres(connector!.begin.x, 2 * connector!.begin.y, connector!.end.x, 2 * connector!.end.y)).toEqual([4, 3, 6, 9]);
  expect([connector!.type, connector!.begin.glued, connector!.end.glued]).toEqual(['Elbow', null, null]);
  // Glued again, to a shape whose number in the file is 0.
  const line = sheet.shapes.find(({ kind }) => kind === 'Line')!;
  line.connector = { ...connector!, begin: { ...connector!.begin, glued: { shapeId: a!.id, site: 3 } } };
  line.changed.add('place');
  sheet.changed.add('shapes');
  const again = (await openWorkbook(await saveWorkbook(workbook))).sheets[0]!;
  expect(again.shapes.find(({ kind }) => kind === 'Line')?.connector?.begin.glued).toEqual({ shapeId: again.shapes.find(({ name }) => name === 'A')!.id, site: 3 });
});
