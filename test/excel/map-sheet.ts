/** A small picture as a report describes it: a service on two components, and a customer. */
import type { Drawing, SheetModel, SheetShape } from '../../src/reports/sheet';

const GREY = { color: '#595959', weight: 1 } as const;

function box(name: string, left: number, top: number, owner: string, more: Partial<SheetShape> = {}): SheetShape {
  const text = [{ text: name, size: 10, color: '#1F1F1F', bold: true }, { text: owner, size: 9, color: '#595959' }];
  return { name, type: 'Rectangle', left, top, width: 120, height: 30, fill: '#FFFFFF', line: GREY, text, description: `${name}, owner ${owner}`, about: name, ...more };
}

export const DRAWING: Drawing = {
  shapes: [
    { name: 'Hardware', type: 'Rectangle', left: 290, top: 90, width: 140, height: 120, fill: '#F1F4F7', line: { color: '#D0D0D0', weight: 0.75 }, text: [{ text: 'Hardware', size: 10, color: '#0F548C', bold: true }], inset: 6, description: '' },
    box('Staff', 10, 120, '4,200 users', { type: 'Pill' }),
    box('Mail', 150, 120, 'Ann', { type: 'RoundRectangle', fill: '#0F548C', line: null, horizontal: 'Center' }),
    box('Server', 300, 110, 'Bo'),
    box('Disk', 300, 150, 'Cy', { line: { ...GREY, dashed: true } }),
    { name: '1 of 2', type: 'Pill', left: 434, top: 110, width: 8, height: 70, fill: null, line: { color: '#0F548C', weight: 1.75 }, text: [], description: 'one of the two must be up' },
  ],
  connectors: [
    { name: 'Staff to Mail', from: { shape: 'Staff', side: 'Right' }, to: { shape: 'Mail', side: 'Left' }, line: { color: '#0F548C', weight: 2.5 }, arrow: true, description: 'SLA 99.5%' },
    { name: 'Mail to Server', from: { shape: 'Mail', side: 'Right' }, to: { shape: 'Server', side: 'Left' }, line: { color: '#1F1F1F', weight: 1.75 }, arrow: true, description: 'OLA 99.9%' },
    { name: 'Mail to Disk', from: { shape: 'Mail', side: 'Right' }, to: { shape: 'Disk', side: 'Left' }, line: { color: '#1F1F1F', weight: 1.25, dashed: true }, arrow: true, description: 'UC 99%' },
  ],
};

export function mapSheet(drawing: Drawing | null = DRAWING): SheetModel {
  return {
    kind: 'map-picture',
    subject: 'Mail',
    name: 'Map Mail',
    columns: [60, 60, 60, 60, 60, 60, 60, 60],
    rows: [{ height: 30, cells: [{ column: 0, value: 'Mail stands on 2 items.', style: { bold: true, size: 20 } }] }, ...Array.from({ length: 14 }, () => ({ height: 15, cells: [] }))],
    merges: [],
    charts: [],
    ...(drawing ? { drawing } : {}),
    dataBars: [],
    tables: [],
    validations: [],
    print: { orientation: 'Landscape', area: { row: 0, column: 0, rows: 15, columns: 8 }, pagesWide: 1, pagesTall: 1, footer: { left: '', center: '', right: 'Page &P of &N' } },
    gridlines: false,
    headings: false,
    freezeRows: 0,
  };
}

/** The drawing with one shape changed, or left out. */
export function withShape(drawing: Drawing, name: string, change: Partial<SheetShape> | null): Drawing {
  return {
    shapes: drawing.shapes.flatMap((shape) => (shape.name !== name ? [shape] : change ? [{ ...shape, ...change }] : [])),
    connectors: change ? drawing.connectors : drawing.connectors.filter(({ from, to }) => from.shape !== name && to.shape !== name),
  };
}
