import type { Figures, ServiceMapFigure } from '../../domain/figures';
import { sameName } from '../../domain/names';
import { addHeading } from '../heading';
import type { ReportInput } from '../input';
import { firstThatFits, footer, range, Rows, widthOf } from '../layout';
import type { Drawing, SheetModel } from '../sheet';
import { HEIGHT, SHEET_WIDTH, STYLE } from '../style';
import { type MapPicture, pictureOf, wholePicture } from './picture';
import { pictureSentences, pictureSubline, wholeSentence, P } from './words';

const GUTTER = 9;
/** Excel keeps widths and heights in steps of a pixel, three quarters of a point. */
const PIXEL = 0.75;
const COLUMN = 96;
const ROW = 15;

/**
 * The sheet of a picture: heading, what it says in a sentence, and the drawing over empty cells, on one
 * landscape page.
 *
 * @param service its name; null, or the name of none: the whole map, and where that is too large a line that says so
 */
export function mapPictureSheet({ figures }: Pick<ReportInput, 'figures'>, service: string | null): SheetModel {
  const map = service === null ? undefined : figures.maps.find((one) => sameName(one.service, service));
  const picture = map === undefined ? wholePicture(figures) : pictureOf(figures, map.service);
  const columns = columnsFor(picture);
  const rows = new Rows();
  const title = map === undefined ? P.title : `${P.title}: ${map.service}`;
  addHeading(rows, columns, figures, title, null, ...sentences(figures, map, picture !== null, widthOf(columns, 1, columns.length - 1)));
  rows.add(HEIGHT.spacer);
  const top = rows.height;
  for (let left = picture?.height ?? 0; left > 0; left -= ROW) rows.add(Math.ceil(Math.min(left, ROW) / PIXEL) * PIXEL);
  return {
    kind: 'map-picture',
    subject: map?.service ?? '',
    name: P.sheetName(map?.service ?? null),
    columns,
    rows: rows.rows,
    merges: [],
    charts: [],
    ...(picture === null ? {} : { drawing: moved(picture.drawing, GUTTER, top) }),
    dataBars: [],
    tables: [],
    validations: [],
    print: { orientation: 'Landscape', area: range(0, 0, rows.next - 1, columns.length - 1), pagesWide: 1, pagesTall: 1, footer: footer(figures, title) },
    gridlines: false,
    headings: false,
    freezeRows: 0,
  };
}

function sentences(figures: Figures, map: ServiceMapFigure | undefined, isDrawn: boolean, width: number): [string, string | null] {
  return map === undefined ? [wholeSentence(figures, isDrawn), null] : [firstThatFits(pictureSentences(figures, map), width, STYLE.verdict), pictureSubline(figures, map)];
}

/** As wide as the picture, and at least as every other sheet; the gutter first. */
function columnsFor(picture: MapPicture | null): number[] {
  const width = Math.max(SHEET_WIDTH, (picture?.width ?? 0) + 2 * GUTTER);
  const columns = [GUTTER];
  while (width - widthOf(columns, 0, columns.length) > 2 * COLUMN) columns.push(COLUMN);
  columns.push(Math.ceil((width - widthOf(columns, 0, columns.length)) / PIXEL) * PIXEL);
  return columns;
}

function moved({ shapes, connectors }: Drawing, left: number, top: number): Drawing {
  return { shapes: shapes.map((shape) => ({ ...shape, left: shape.left + left, top: shape.top + top })), connectors };
}
