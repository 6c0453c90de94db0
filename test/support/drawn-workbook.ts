/** A workbook with a drawing of every kind of shape and of connectors in every direction, as the host makes them. */
import { newGeometricShape, newLine, spanOf } from '../../src/workbench/host/drawing/new-shape';
import { sitePlace, sitesOf } from '../../src/workbench/host/drawing/presets';
import { type ModelConnector, type ModelShape, type ModelSheet, ModelWorkbook } from '../../src/workbench/host/model';

const BOX = { width: 90, height: 36 };

/** Adds a box with centred text of two lines. */
export function addBox(workbook: ModelWorkbook, sheet: ModelSheet, name: string, left: number, top: number, geometry = 'Rectangle', change: Partial<ModelShape> = {}): ModelShape {
  const shape = newGeometricShape(workbook.id(), name, geometry);
  const text = shape.text!;
  const font = { ...text.runs[0]!.font, color: '#1F1F1F' };
  Object.assign(shape, {
    ...BOX, left, top,
    fill: { type: 'Solid', color: '#E8F1FA', transparency: 0 },
    line: { ...shape.line, color: '#0F548C' },
    text: {
      ...text,
      // A file says nothing of how a paragraph's end looks: it is like what stands before it.
      runs: [{ text: `${name}\n`, font: { ...font, size: 10, bold: true } }, { text: 'second line', font: { ...font, size: 8 } }],
      horizontal: 'Center', vertical: 'Middle', margins: { left: 4, right: 4, top: 0, bottom: 0 }, horizontalOverflow: 'Overflow', verticalOverflow: 'Overflow',
    },
    ...change,
  });
  sheet.shapes.push(shape);
  return shape;
}

/** Adds a connector glued to a site of each of two shapes. */
export function addConnector(workbook: ModelWorkbook, sheet: ModelSheet, name: string, type: ModelConnector['type'], from: [ModelShape, number], to: [ModelShape, number], change: Partial<ModelShape['line']> = {}): ModelShape {
  const at = ([shape, site]: [ModelShape, number]) => sitePlace(shape, sitesOf(shape)[site]!);
  const line = newLine(workbook.id(), name, type, at(from), at(to));
  const connector = line.connector!;
  connector.begin.glued = { shapeId: from[0].id, site: from[1] };
  connector.end = { ...connector.end, glued: { shapeId: to[0].id, site: to[1] }, arrow: { style: 'Triangle', length: 'Medium', width: 'Medium' } };
  Object.assign(line, { line: { ...line.line, color: '#595959', weight: 1, ...change }, ...spanOf(connector) });
  sheet.shapes.push(line);
  return line;
}

const SIDES = ['top', 'left', 'bottom', 'right'];

export function drawnWorkbook(): ModelWorkbook {
  const workbook = new ModelWorkbook();
  const sheet = workbook.addSheet('Drawing');
  sheet.set(0, 0, { value: 'A drawing' });
  // Columns and rows of many sizes, columns in whole pixels as files have them: anchors name cells.
  [120, 21, 48, 3, 201].forEach((width, column) => sheet.columnWidths.set(column, width));
  [30, 7.5, 15, 60].forEach((height, row) => sheet.rowHeights.set(row, height));
  sheet.hiddenColumns.add(6);
  sheet.hiddenRows.add(9);

  const forms = ['Rectangle', 'RoundRectangle', 'FlowChartTerminator', 'Ellipse', 'Diamond', 'FlowChartProcess', 'RightBracket', 'RightBrace'];
  forms.forEach((form, index) => addBox(workbook, sheet, form, 20 + index * 105, 20, form, form.startsWith('RightBra') ? { fill: { type: 'NoFill', color: '#FFFFFF', transparency: 0 }, width: 12 } : {}));
  const dashes = ['Solid', 'Dash', 'LongDash', 'SystemDash', 'RoundDot'];
  dashes.forEach((dash, index) => {
    const [left, right] = [0, 300].map((x, side) => addBox(workbook, sheet, `${dash} ${side}`, 20 + x, 80 + index * 45));
    addConnector(workbook, sheet, `line ${dash}`, index % 2 ? 'Elbow' : 'Straight', [left!, 3], [right!, 1], { dash });
  });
  // From every side to every side, the other shape lying to each of four quarters.
  for (const [place, [x, y]] of [[160, 70], [-160, 70], [160, -70], [-160, -70]].entries()) {
    for (let from = 0; from < 4; from++) {
      for (let to = 0; to < 4; to++) {
        const middle = { left: 250 + from * 520, top: 420 + (place * 4 + to) * 260 };
        const first = addBox(workbook, sheet, `${place} ${SIDES[from]} to ${SIDES[to]}`, middle.left, middle.top);
        const second = addBox(workbook, sheet, `${place} ${SIDES[to]} from ${SIDES[from]}`, middle.left + x!, middle.top + y!);
        addConnector(workbook, sheet, `${place} ${from} ${to}`, 'Elbow', [first, from], [second, to]);
      }
    }
  }
  return workbook;
}
