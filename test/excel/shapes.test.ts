/** Shapes and connectors through the real office.js. */
import type { ModelShape } from '../../src/workbench/host/model';

const sheet = () => host.workbook.sheet('Sheet1')!;
const named = (name: string): ModelShape => sheet().shapes.find((shape) => shape.name === name)!;

const onSheet = <Result>(work: (sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<Result> | Result) =>
  Excel.run(async (context) => {
    const result = await work(context.workbook.worksheets.getItem('Sheet1'), context);
    await context.sync();
    return result;
  });

const failing = (code: string, where?: string) => expect.objectContaining({ code, ...(where ? { debugInfo: expect.objectContaining({ errorLocation: where }) } : {}) });

/** A box of 100 by 40 points. */
function box(one: Excel.Worksheet, name: string, left: number, top: number, type: Excel.GeometricShapeType | 'Rectangle' | 'RightBracket' | 'Ellipse' = 'Rectangle'): Excel.Shape {
  const shape = one.shapes.addGeometricShape(type as Excel.GeometricShapeType);
  shape.set({ name, left, top, width: 100, height: 40 });
  return shape;
}

function connect(one: Excel.Worksheet, from: [Excel.Shape, number], to: [Excel.Shape, number], type: 'Straight' | 'Elbow' = 'Elbow'): Excel.Shape {
  const shape = one.shapes.addLine(0, 0, 10, 10, type);
  shape.line.connectBeginShape(...from);
  shape.line.connectEndShape(...to);
  return shape;
}

describe('a new shape', () => {
  test("has a name that counts, the theme's colours, and text in its upper left corner", async () => {
    await onSheet(async (one, context) => {
      const first = one.shapes.addGeometricShape('Rectangle');
      const second = one.shapes.addGeometricShape('RoundRectangle');
      const line = one.shapes.addLine(10, 20, 110, 80, 'Elbow');
      const note = one.shapes.addTextBox('note');
      const count = one.shapes.getCount();
      for (const each of [first, second, line, note]) each.load('name,type,geometricShapeType,connectionSiteCount,zOrderPosition,placement,visible,rotation,left,top,width,height');
      first.fill.load('type,foregroundColor,transparency');
      first.lineFormat.load();
      first.textFrame.load('hasText,horizontalAlignment,verticalAlignment,horizontalOverflow,leftMargin,topMargin,autoSizeSetting');
      first.textFrame.textRange.load('text,font/color,font/size,font/name,font/bold');
      note.textFrame.textRange.load('text');
      line.line.load();
      await context.sync();
      expect(count.value).toBe(4);
      expect([first, second, line, note].map(({ name }) => name)).toEqual(['Rectangle 1', 'Rectangle: Rounded Corners 2', 'Connector: Elbow 3', 'TextBox 4']);
      expect(first).toMatchObject({ type: 'GeometricShape', geometricShapeType: 'Rectangle', connectionSiteCount: 4, zOrderPosition: 0, placement: 'TwoCell', visible: true, rotation: 0 });
      expect(line).toMatchObject({ type: 'Line', geometricShapeType: null, connectionSiteCount: 0, left: 10, top: 20, width: 100, height: 60 });
      // Accent 1 of Office's theme, and it at half its light.
      expect(first.fill).toMatchObject({ type: 'Solid', foregroundColor: '#4472C4', transparency: 0 });
      expect(first.lineFormat).toMatchObject({ color: '#2F528F', weight: 1, dashStyle: 'Solid', style: 'Single', visible: true });
      expect(first.textFrame).toMatchObject({ hasText: false, horizontalAlignment: 'Left', verticalAlignment: 'Top', horizontalOverflow: 'Clip', leftMargin: 7.2, topMargin: 3.6, autoSizeSetting: 'AutoSizeNone' });
      expect(first.textFrame.textRange.font).toMatchObject({ color: '#FFFFFF', size: 11, bold: false });
      expect(note.textFrame.textRange.text).toBe('note');
      expect(line.line).toMatchObject({ connectorType: 'Elbow', isBeginConnected: false, beginConnectedSite: null, endArrowheadStyle: 'None', endArrowheadLength: 'Medium' });
    });
  });

  test('takes what it is given', async () => {
    await onSheet((one) => {
      const shape = box(one, 'Portal', 30, 40);
      shape.set({ placement: 'Absolute', altTextTitle: 'Service', altTextDescription: 'Portal, a service', rotation: 405, visible: false });
      shape.fill.setSolidColor('#E8F1FA');
      shape.fill.transparency = 0.25;
      shape.lineFormat.set({ color: '#0F548C', weight: 1.5, dashStyle: 'Dash' });
      shape.textFrame.set({ horizontalAlignment: 'Center', verticalAlignment: 'Middle', leftMargin: 4, rightMargin: 4, topMargin: 0, bottomMargin: 0, horizontalOverflow: 'Overflow', verticalOverflow: 'Overflow' });
      const { textRange } = shape.textFrame;
      textRange.text = 'Portal\nBusiness';
      textRange.font.set({ color: '#1F1F1F', size: 9 });
      textRange.getSubstring(0, 6).font.set({ bold: true, size: 10 });
    });
    expect(named('Portal')).toMatchObject({
      left: 30, top: 40, width: 100, height: 40, rotation: 45, placement: 'Absolute', visible: false, altTextTitle: 'Service', altTextDescription: 'Portal, a service',
      fill: { type: 'Solid', color: '#E8F1FA', transparency: 0.25 }, line: { color: '#0F548C', weight: 1.5, dash: 'Dash' },
      text: {
        horizontal: 'Center', vertical: 'Middle', margins: { left: 4, right: 4, top: 0, bottom: 0 },
        runs: [{ text: 'Portal', font: { bold: true, size: 10, color: '#1F1F1F' } }, { text: '\nBusiness', font: { bold: false, size: 9, color: '#1F1F1F' } }],
      },
    });
  });

  test('of several looks, the font says null; a text that is replaced keeps the first look', async () => {
    await onSheet(async (one, context) => {
      const { textRange } = box(one, 'A', 0, 0).textFrame;
      textRange.text = 'abcdef';
      textRange.getSubstring(2, 2).font.set({ bold: true, color: 'red' });
      textRange.font.load('bold,size,color');
      const tail = textRange.getSubstring(4);
      tail.load('text,font/bold');
      await context.sync();
      expect(textRange.font).toMatchObject({ bold: null, color: null, size: 11 });
      expect([tail.text, tail.font.bold]).toEqual(['ef', false]);
      textRange.getSubstring(2, 2).text = 'XYZ';
      textRange.load('text');
      await context.sync();
      expect(textRange.text).toBe('abXYZef');
    });
    expect(named('A').text!.runs.map(({ text, font }) => [text, font.bold])).toEqual([['ab', false], ['XYZ', true], ['ef', false]]);
    await onSheet((one) => one.shapes.getItem('A').textFrame.deleteText());
    expect(named('A').text!.runs).toMatchObject([{ text: '', font: { bold: false } }]);
  });

  test('without fill and line', async () => {
    await onSheet(async (one, context) => {
      const shape = box(one, 'Label', 0, 0);
      shape.fill.clear();
      shape.lineFormat.visible = false;
      shape.load('fill/type,lineFormat/visible,lineFormat/weight,lineFormat/dashStyle');
      await context.sync();
      expect([shape.fill.type, shape.lineFormat.visible, shape.lineFormat.weight, shape.lineFormat.dashStyle]).toEqual(['NoFill', false, null, null]);
    });
  });
});

describe('the collection', () => {
  test('finds by name and id, and says what is not there', async () => {
    await onSheet(async (one, context) => {
      box(one, 'Mail', 0, 0);
      box(one, 'Portal', 0, 100);
      const { shapes } = one;
      shapes.load('items/name,items/id,items/top');
      await context.sync();
      expect(shapes.items.map(({ name, top }) => [name, top])).toEqual([['Mail', 0], ['Portal', 100]]);
      const byId = shapes.getItem(shapes.items[1]!.id).load('name');
      const byPlace = shapes.getItemAt(0).load('name');
      const none = shapes.getItemOrNullObject('Nope');
      await context.sync();
      expect([byId.name, byPlace.name, none.isNullObject]).toEqual(['Portal', 'Mail', true]);
    });
    await expect(onSheet((one) => void one.shapes.getItem('Nope').load('name'))).rejects.toEqual(failing('ItemNotFound', 'ShapeCollection.getItem'));
    await expect(onSheet((one) => void one.shapes.getItemAt(9).load('name'))).rejects.toEqual(failing('InvalidArgument', 'ShapeCollection.getItemAt'));
  });

  test('z-order: new ones on top, moved up and down', async () => {
    await onSheet((one) => {
      for (const name of ['A', 'B', 'C', 'D']) box(one, name, 0, 0);
      one.shapes.getItem('A').setZOrder('BringToFront');
      one.shapes.getItem('D').setZOrder('SendToBack');
      one.shapes.getItem('B').setZOrder('BringForward');
    });
    // A B C D → B C D A → D B C A → D C B A
    expect(sheet().shapes.map(({ name }) => name)).toEqual(['D', 'C', 'B', 'A']);
  });

  test.each<[string, (one: Excel.Worksheet, a: Excel.Shape) => void, string, string]>([
    ['a width of nothing', (_, a) => void (a.width = 0), 'InvalidArgument', 'Shape.width'],
    ['a place off the sheet', (_, a) => void (a.left = -1), 'InvalidArgument', 'Shape.left'],
    ['a colour that is none', (_, a) => a.fill.setSolidColor('navyish'), 'InvalidArgument', 'ShapeFill.setSolidColor'],
    ['a transparency above 1', (_, a) => void (a.fill.transparency = 1.1), 'InvalidArgument', 'ShapeFill.transparency'],
    ['a dash that is none', (_, a) => void (a.lineFormat.dashStyle = 'Dotty' as 'Dash'), 'InvalidArgument', 'ShapeLineFormat.dashStyle'],
    ['an alignment that is none', (_, a) => void (a.textFrame.horizontalAlignment = 'Middle' as 'Center'), 'InvalidArgument', 'TextFrame.horizontalAlignment'],
    ['a form that the host does not draw', (one) => void one.shapes.addGeometricShape('Gear6'), 'UnsupportedOperation', 'ShapeCollection.addGeometricShape'],
    ['a connector that is none', (one) => void one.shapes.addLine(0, 0, 1, 1, 'Bent' as 'Elbow'), 'InvalidArgument', 'ShapeCollection.addLine'],
    ['a box asked as a line', (_, a) => a.line.disconnectBeginShape(), 'InvalidOperation', 'Line.disconnectBeginShape'],
    ['a member that the host has not', (_, a) => void a.getAsImage('PNG'), 'ApiNotFound', 'Shape.getAsImage'],
  ])('%s is refused', async (_, work, code, where) => {
    await expect(onSheet((one) => work(one, box(one, 'A', 0, 0)))).rejects.toEqual(failing(code, where));
  });

  test('a protected sheet refuses shapes', async () => {
    await onSheet((one) => void box(one, 'A', 0, 0));
    sheet().protected = true;
    await expect(onSheet((one) => void one.shapes.addTextBox('x'))).rejects.toEqual(failing('AccessDenied'));
    await expect(onSheet((one) => one.shapes.getItem('A').delete())).rejects.toEqual(failing('AccessDenied'));
    expect(sheet().shapes).toHaveLength(1);
  });
});

describe('connectors', () => {
  const ends = (name: string) => {
    const { begin, end } = named(name).connector!;
    return [begin.x, begin.y, end.x, end.y];
  };

  test('glued to the middle of a side, and moved with the shape', async () => {
    await onSheet(async (one, context) => {
      const mail = box(one, 'Mail', 100, 50);
      const server = box(one, 'Server', 300, 200);
      const line = connect(one, [mail, 3], [server, 1]);
      line.name = 'line';
      line.line.set({ endArrowheadStyle: 'Triangle' });
      line.load('left,top,width,height,line/isBeginConnected,line/beginConnectedSite,line/endConnectedSite,line/beginConnectedShape/name,line/endConnectedShape/name');
      await context.sync();
      // Right of Mail: 100 + 100, 50 + 20; left of Server: 300, 200 + 20.
      expect(ends('line')).toEqual([200, 70, 300, 220]);
      expect(line).toMatchObject({ left: 200, top: 70, width: 100, height: 150 });
      expect(line.line).toMatchObject({ isBeginConnected: true, beginConnectedSite: 3, endConnectedSite: 1 });
      expect([line.line.beginConnectedShape.name, line.line.endConnectedShape.name]).toEqual(['Mail', 'Server']);
      server.left = 340;
      server.height = 80;
      mail.incrementTop(10);
    });
    expect(ends('line')).toEqual([200, 80, 340, 240]);
  });

  // Sites of presetShapeDefinitions.xml; a box of 100 × 40 at (100, 100).
  test.each<['Rectangle' | 'RightBracket' | 'Ellipse', [number, number][]]>([
    ['Rectangle', [[150, 100], [100, 120], [150, 140], [200, 120]]],
    ['RightBracket', [[100, 100], [100, 140], [200, 120]]],
    // il = hc - wd2 cos 45°: 150 - 50 × 0.70711 = 114.645; it = 120 - 20 × 0.70711 = 105.858.
    ['Ellipse', [[150, 100], [114.645, 105.858], [100, 120], [114.645, 134.142], [150, 140], [185.355, 134.142], [200, 120], [185.355, 105.858]]],
  ])('the sites of a %s', async (type, sites) => {
    await onSheet((one) => {
      const shape = box(one, 'A', 100, 100, type);
      sites.forEach((_, site) => {
        const line = one.shapes.addLine(0, 0, 5, 5);
        line.name = `to ${site}`;
        line.line.connectEndShape(shape, site);
      });
    });
    sites.forEach(([x, y], site) => {
      expect(ends(`to ${site}`)[2]).toBeCloseTo(x, 2);
      expect(ends(`to ${site}`)[3]).toBeCloseTo(y, 2);
    });
    await expect(onSheet((one) => one.shapes.addLine(0, 0, 1, 1).line.connectBeginShape(one.shapes.getItem('A'), sites.length))).rejects.toEqual(failing('InvalidArgument', 'Line.connectBeginShape'));
  });

  test('a rotated shape turns its sites with it', async () => {
    await onSheet((one) => {
      const shape = box(one, 'A', 100, 100);
      connect(one, [shape, 0], [box(one, 'B', 400, 100), 1]).name = 'line';
      shape.rotation = 90;
    });
    // The top of a box about (150, 120), a quarter clockwise, is 20 to its right.
    expect(ends('line').slice(0, 2).map((value) => Math.round(value))).toEqual([170, 120]);
  });

  test('stay where they are when a shape goes, or when they are disconnected', async () => {
    await onSheet(async (one, context) => {
      const [mail, server] = [box(one, 'Mail', 100, 50), box(one, 'Server', 300, 200)];
      const line = connect(one, [mail, 3], [server, 1]);
      line.name = 'line';
      mail.delete();
      line.line.disconnectEndShape();
      server.left = 900;
      line.line.load('isBeginConnected,isEndConnected,beginConnectedShape');
      await context.sync();
      expect([line.line.isBeginConnected, line.line.isEndConnected]).toEqual([false, false]);
    });
    expect(ends('line')).toEqual([200, 70, 300, 220]);
    expect(sheet().shapes.map(({ name }) => name)).toEqual(['Server', 'line']);
  });

  test('a line that is moved itself comes loose', async () => {
    await onSheet((one) => {
      const line = connect(one, [box(one, 'Mail', 100, 50), 3], [box(one, 'Server', 300, 200), 1]);
      line.name = 'line';
      line.left = 0;
      line.width = 50;
    });
    expect(ends('line')).toEqual([0, 70, 50, 220]);
    expect(named('line').connector).toMatchObject({ begin: { glued: null }, end: { glued: null } });
  });

  test('shapes of another sheet are no place to connect to', async () => {
    await expect(
      onSheet((one, { workbook }) => one.shapes.addLine(0, 0, 1, 1).line.connectBeginShape(workbook.worksheets.add('Other').shapes.addGeometricShape('Rectangle'), 0)),
    ).rejects.toEqual(failing('InvalidArgument', 'Line.connectBeginShape'));
  });
});

test('shapes go with the cells beneath them, as their placement says; connectors with the shapes', async () => {
  await onSheet((one) => {
    // Columns of 48 and rows of 15 points: from 2 points into C (98) to 6 into E (198), from row 2 (15) to row 4 (55).
    for (const placement of ['TwoCell', 'OneCell', 'Absolute'] as const) box(one, placement, 98, 15).placement = placement;
    connect(one, [one.shapes.getItem('TwoCell'), 3], [one.shapes.getItem('Absolute'), 3]).name = 'line';
    one.getRange('A:A').format.columnWidth = 58;
    one.getRange('D:D').format.columnWidth = 98;
    one.getRange('1:1').format.rowHeight = 5;
    one.getRange('3:3').rowHidden = true;
  });
  const frame = ({ left, top, width, height }: ModelShape) => [left, top, width, height];
  // 10 to the right by A and 50 wider by D; 10 up by row 1 and 15 lower by row 3.
  expect(frame(named('TwoCell'))).toEqual([108, 5, 150, 25]);
  expect(frame(named('OneCell'))).toEqual([108, 5, 100, 40]);
  expect(frame(named('Absolute'))).toEqual([98, 15, 100, 40]);
  const { begin, end } = named('line').connector!;
  expect([begin.x, begin.y, end.x, end.y]).toEqual([258, 17.5, 198, 35]);
});
