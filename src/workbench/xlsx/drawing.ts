/** A worksheet's drawing: its charts and its shapes. Pictures, groups and whatever else is in it stay as they are. */
import type { ModelSheet, ModelWorkbook } from '../host/model';
import { writeCharts } from './charts';
import { DrawingPart, drawingPartName } from './drawing-part';
import type { OfficePackage } from './package';
import { writeShapes } from './write-shapes';
import type { XmlElement } from './xml';

export function writeDrawing(files: OfficePackage, part: string, worksheet: XmlElement, sheet: ModelSheet, workbook: ModelWorkbook): void {
  const name = drawingPartName(files, part, worksheet);
  if (name === null && sheet.charts.length + sheet.shapes.length === 0) return;
  const drawing = name === null ? DrawingPart.add(files, part, worksheet) : new DrawingPart(files, name);
  writeCharts(files, drawing, sheet, workbook);
  writeShapes(drawing, sheet);
  drawing.save();
}
