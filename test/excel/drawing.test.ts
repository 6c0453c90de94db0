/** Pictures through the real office.js: as they are described, and rewritten in place. */
import { writeSheets } from '../../src/excel/write';
import type { Drawing } from '../../src/reports/sheet';
import type { ModelShape } from '../../src/workbench/host/model';
import { DRAWING, mapSheet, withShape } from './map-sheet';
import { workbookPicture } from './picture';

const sheet = () => host.workbook.sheet('Map Mail')!;
const shape = (name: string): ModelShape => sheet().shapes.find((one) => one.name === name)!;
const names = (): string[] => sheet().shapes.map(({ name }) => name);
/** The names of the shapes on which a connector stands, with the site. */
const ends = (name: string): unknown[] => {
  const { begin, end } = shape(name).connector!;
  return [begin, end].map(({ glued }) => glued && [sheet().shapes.find(({ id }) => id === glued.shapeId)?.name, glued.site]);
};
const draw = (drawing: Drawing | null = DRAWING) => writeSheets([mapSheet(drawing)]);

/** What was set or called on shapes, and on what belongs to them, in all round trips. */
const changesToShapes = (): string[] =>
  host.roundTrips.flatMap(({ request: { ObjectPaths, Actions } }) => {
    const isDrawn = (id: number): boolean => {
      const path = ObjectPaths[String(id)];
      return path !== undefined && (path.Name === 'Shapes' || (path.ParentObjectPathId !== undefined && isDrawn(path.ParentObjectPathId)));
    };
    // 3: a method; 4: a property is set.
    return Actions.filter(({ ActionType, ObjectPathId }) => (ActionType === 3 || ActionType === 4) && isDrawn(ObjectPathId)).map(({ Name }) => Name);
  });

/** What a person does by hand. */
const byHand = (work: (shapes: Excel.ShapeCollection) => void): Promise<void> =>
  Excel.run(async (context) => {
    work(context.workbook.worksheets.getItem('Map Mail').shapes);
    await context.sync();
  });

beforeEach(() => host.reset());

test('shapes, texts and connectors are as described', async () => {
  await draw();
  expect(names()).toEqual(['Hardware', 'Staff', 'Mail', 'Server', 'Disk', '1 of 2', 'Staff to Mail', 'Mail to Server', 'Mail to Disk']);
  expect(shape('Staff')).toMatchObject({
    kind: 'GeometricShape',
    geometry: 'FlowChartTerminator',
    left: 10,
    top: 120,
    width: 120,
    height: 30,
    placement: 'Absolute',
    altTextDescription: 'Staff, owner 4,200 users',
    fill: { type: 'Solid', color: '#FFFFFF', transparency: 0 },
    line: { visible: true, color: '#595959', weight: 1, dash: 'Solid' },
    text: { horizontal: 'Left', vertical: 'Middle', autoSize: 'AutoSizeNone', margins: { left: 4, right: 4, top: 0, bottom: 0 }, horizontalOverflow: 'Overflow', verticalOverflow: 'Overflow' },
  });
  const looks = shape('Staff').text!.runs.flatMap(({ text, font }) => [...text].filter((letter) => letter !== '\n').map((letter) => ({ letter, ...font })));
  expect(looks.map(({ letter }) => letter).join('')).toBe('Staff4,200 users');
  expect(looks.slice(0, 5)).toEqual([...'Staff'].map((letter) => ({ letter, name: 'Calibri', size: 10, color: '#1F1F1F', bold: true, italic: false, underline: 'None' })));
  expect(looks.slice(5)).toEqual([...'4,200 users'].map((letter) => ({ letter, name: 'Calibri', size: 9, color: '#595959', bold: false, italic: false, underline: 'None' })));
  expect(shape('Mail')).toMatchObject({ geometry: 'RoundRectangle', line: { visible: false }, text: { horizontal: 'Center' } });
  expect(shape('Disk').line).toMatchObject({ visible: true, dash: 'Dash' });
  expect(shape('Hardware').text).toMatchObject({ vertical: 'Middle', margins: { left: 6, right: 6, top: 0, bottom: 0 } });
  expect(shape('1 of 2')).toMatchObject({ geometry: 'FlowChartTerminator', fill: { type: 'NoFill' } });
  // Right is the fourth site of a box, left the second, counted from the top against the clock.
  expect(ends('Staff to Mail')).toEqual([['Staff', 3], ['Mail', 1]]);
  expect(shape('Staff to Mail')).toMatchObject({ kind: 'Line', placement: 'Absolute', altTextDescription: 'SLA 99.5%', line: { color: '#0F548C', weight: 2.5, dash: 'Solid' }, connector: { type: 'Straight', begin: { x: 130, y: 135, arrow: { style: 'None' } }, end: { x: 150, y: 135, arrow: { style: 'Triangle' } } } });
  expect(shape('Mail to Disk')).toMatchObject({ line: { dash: 'Dash' }, connector: { type: 'Straight', begin: { x: 270, y: 135 }, end: { x: 300, y: 165 } } });
});

test('a connector to a shape that is not drawn is refused', async () => {
  await expect(draw({ ...DRAWING, connectors: [{ ...DRAWING.connectors[0]!, from: { shape: 'Nowhere', side: 'Left' } }] })).rejects.toThrow();
});

test('the same drawing again changes nothing on the drawing layer', async () => {
  await draw();
  const before = sheet().shapes.map(({ id }) => id);
  host.roundTrips.length = 0;
  await draw();
  expect(sheet().shapes.map(({ id }) => id)).toEqual(before);
  expect(changesToShapes()).toEqual([]);
});

test('what people did to a shape stays where the report says the same as before', async () => {
  await draw();
  const { id } = shape('Server');
  await byHand((shapes) => {
    const server = shapes.getItem('Server');
    server.left = 500;
    server.fill.setSolidColor('#FFFF00');
    server.textFrame.textRange.getSubstring(0, 3).font.italic = true;
    shapes.getItem('Mail to Server').lineFormat.weight = 4;
  });
  await draw(withShape(DRAWING, 'Mail', { text: [{ text: 'Mail', size: 12, color: '#FFFFFF', bold: true }] }));
  expect(shape('Server')).toMatchObject({ id, left: 500, fill: { color: '#FFFF00' } });
  expect(shape('Server').text!.runs[0]).toMatchObject({ text: 'Ser', font: { italic: true } });
  expect(shape('Mail to Server').line.weight).toBe(4);
  expect(ends('Mail to Server')).toEqual([['Mail', 3], ['Server', 1]]);
  // The connector went along.
  expect(shape('Mail to Server').connector!.end).toMatchObject({ x: 500, y: 125 });
  expect(shape('Mail').text!.runs.map(({ text, font }) => [text, font.size])).toEqual([['Mail', 12]]);
});

test('once the map is laid out anew, every shape goes to its new place', async () => {
  await draw();
  await byHand((shapes) => {
    shapes.getItem('Server').left = 500;
  });
  await draw(withShape(DRAWING, 'Disk', { top: 180 }));
  expect(shape('Server')).toMatchObject({ left: 300, top: 110 });
  expect(shape('Disk')).toMatchObject({ left: 300, top: 180 });
  expect(shape('Mail to Disk').connector!.end).toMatchObject({ x: 300, y: 195 });
  expect(shape('Mail to Server').connector!.end).toMatchObject({ x: 300, y: 125 });
});

test('a shape of another form, fill and kind of line stays the same shape', async () => {
  await draw();
  const { id } = shape('Server');
  host.roundTrips.length = 0;
  await draw(withShape(DRAWING, 'Server', { description: 'by Bo' }));
  expect(changesToShapes()).toEqual(['AltTextDescription']);
  await draw(withShape(DRAWING, 'Server', { type: 'RoundRectangle', fill: null, line: { color: '#A80F1B', weight: 2, dashed: true }, description: 'took Mail down' }));
  expect(shape('Server')).toMatchObject({ id, geometry: 'RoundRectangle', fill: { type: 'NoFill' }, line: { color: '#A80F1B', weight: 2, dash: 'Dash' }, altTextDescription: 'took Mail down' });
  expect(ends('Mail to Server')).toEqual([['Mail', 3], ['Server', 1]]);
});

test('what left the map goes, what came is put where it belongs in the painting order', async () => {
  await draw();
  const staying = shape('Mail').id;
  const smaller = withShape(DRAWING, 'Disk', null);
  await draw(smaller);
  expect(names()).toEqual(['Hardware', 'Staff', 'Mail', 'Server', '1 of 2', 'Staff to Mail', 'Mail to Server']);
  await draw();
  expect(names()).toEqual(['Hardware', 'Staff', 'Mail', 'Server', 'Disk', '1 of 2', 'Staff to Mail', 'Mail to Server', 'Mail to Disk']);
  expect(shape('Mail').id).toBe(staying);
  expect(ends('Mail to Disk')).toEqual([['Mail', 3], ['Disk', 1]]);
  await draw(null);
  expect(names()).toEqual([]);
});

describe('shapes of people', () => {
  /** A note, an arrow from it to the server, and a panel at the very back. */
  const addTheirs = () =>
    byHand((shapes) => {
      const note = shapes.addTextBox('ask Bo');
      note.name = 'Note';
      note.left = 300;
      note.top = 20;
      const arrow = shapes.addLine(0, 0, 10, 10, 'Straight');
      arrow.name = 'Arrow';
      arrow.line.connectBeginShape(shapes.getItem('Note'), 2);
      arrow.line.connectEndShape(shapes.getItem('Server'), 0);
      const panel = shapes.addGeometricShape('Rectangle');
      panel.name = 'Panel';
      panel.setZOrder('SendToBack');
    });
  const theirs = () => JSON.stringify(['Note', 'Panel'].map(shape));

  test('stay, with their connectors, below and above ours', async () => {
    await draw();
    await addTheirs();
    const before = theirs();
    await draw(withShape(withShape(DRAWING, 'Server', { type: 'Pill', top: 115 }), 'Disk', null));
    expect(theirs()).toBe(before);
    expect(ends('Arrow')).toEqual([['Note', 2], ['Server', 0]]);
    expect(shape('Arrow').connector!.end).toMatchObject({ x: 360, y: 115 });
    await draw();
    expect(names()).toEqual(['Panel', 'Hardware', 'Staff', 'Mail', 'Server', 'Disk', '1 of 2', 'Staff to Mail', 'Mail to Server', 'Mail to Disk', 'Note', 'Arrow']);
    await draw(null);
    expect(names()).toEqual(['Panel', 'Note', 'Arrow']);
    expect(theirs()).toBe(before);
  });

  test('that have a name of ours are not ours', async () => {
    await draw(withShape(DRAWING, 'Disk', null));
    await byHand((shapes) => {
      shapes.addGeometricShape('Diamond').name = 'disk';
      // A copy keeps the name.
      shapes.addGeometricShape('Rectangle').name = 'Server';
    });
    const { id } = shape('disk');
    await draw();
    await draw();
    expect(shape('disk')).toMatchObject({ id, geometry: 'Diamond' });
    expect(names().filter((name) => name.startsWith('Disk'))).toEqual(['Disk 2']);
    expect(ends('Mail to Disk')).toEqual([['Mail', 3], ['Disk 2', 1]]);
    expect(names().filter((name) => name === 'Server')).toHaveLength(2);
    await draw(null);
    expect(names()).toEqual(['disk', 'Server']);
  });

  test('a connector that people put on another shape is theirs', async () => {
    await draw();
    await byHand((shapes) => shapes.getItem('Mail to Disk').line.connectEndShape(shapes.getItem('Server'), 2));
    await draw();
    expect(ends('Mail to Disk')).toEqual([['Mail', 3], ['Server', 2]]);
    expect(ends('Mail to Disk 2')).toEqual([['Mail', 3], ['Disk', 1]]);
  });

  test('a box that people deleted comes back, with what stood on it', async () => {
    await draw();
    await byHand((shapes) => shapes.getItem('Server').delete());
    expect(ends('Mail to Server')).toEqual([['Mail', 3], null]);
    await draw();
    expect(names()).toEqual(['Hardware', 'Staff', 'Mail', 'Server', 'Disk', '1 of 2', 'Staff to Mail', 'Mail to Server', 'Mail to Disk']);
    expect(ends('Mail to Server')).toEqual([['Mail', 3], ['Server', 1]]);
  });
});

/** Boxes in rows, each connected to the next. */
function large(boxes: number): Drawing {
  return {
    shapes: Array.from({ length: boxes }, (_, index) => ({ ...DRAWING.shapes[3]!, name: `Box ${index}`, left: 130 * (index % 20), top: 40 * Math.floor(index / 20) })),
    connectors: Array.from({ length: boxes - 1 }, (_, index) => ({ ...DRAWING.connectors[1]!, name: `Link ${index}`, from: { shape: `Box ${index}`, side: 'Right' }, to: { shape: `Box ${index + 1}`, side: 'Left' } })),
  };
}

test('a map of 300 shapes and 300 connectors takes few round trips', async () => {
  host.roundTrips.length = 0;
  await draw(large(300));
  // Looking 2; some 15,000 calls, of which a request takes some 2,000 to 3,000.
  expect(host.roundTrips.length).toBeLessThanOrEqual(10);
  expect(Math.max(...host.roundTrips.map(({ requestBytes }) => requestBytes))).toBeLessThan(1_500_000);
  expect(sheet().shapes).toHaveLength(599);
  // What was begun in one round trip is gone on with in the next.
  expect(sheet().shapes.every(({ kind, connector }) => kind !== 'Line' || (connector!.begin.glued && connector!.end.glued))).toBe(true);
  host.roundTrips.length = 0;
  await draw(large(300));
  // Looking 2, keeping what stands there 2, its shapes 2, its cells 1, writing 1.
  expect(host.roundTrips.length).toBeLessThanOrEqual(8);
});

test('an error or a cancel in a later round trip takes back what an earlier one drew', async () => {
  await draw();
  const before = JSON.stringify(workbookPicture(host.workbook));
  // Looking 2, keeping what stands there 5; from then on it writes.
  for (const trip of [8, 9]) {
    for (const kind of ['error', 'cancel'] as const) {
      const controller = new AbortController();
      let seen = 0;
      host.fault = ({ request }) => {
        if (request.Actions.some(({ Name }) => Name === '_RemoveReference') || ++seen !== trip) return undefined;
        if (kind === 'error') return { code: 'GeneralException', afterActions: Math.floor(request.Actions.length / 2) };
        controller.abort();
        return undefined;
      };
      await expect(writeSheets([mapSheet(large(400))], { signal: controller.signal })).rejects.toMatchObject({ code: kind === 'error' ? 'GeneralException' : 'Cancelled' });
      host.fault = undefined;
      expect({ trip, kind, same: JSON.stringify(workbookPicture(host.workbook)) === before }).toEqual({ trip, kind, same: true });
    }
  }
});
