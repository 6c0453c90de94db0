import { type KeyboardEvent, type MouseEvent, type ReactNode, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { columnName, contains, MAX_COLUMNS, MAX_ROWS } from '../host/address';
import type { ModelRange, ModelSheet, ModelWorkbook } from '../host/model';
import { cssOf, dataBar, drawnCell } from './cell-look';
import { ChartPicture } from './ChartPicture';
import { type Box, boxOf, geometryOf, px } from './geometry';
import { drawnShapes, ShapePicture } from './ShapePicture';

const ROW_HEADER = 44;
const COLUMN_HEADER = 20;

export interface GridProps {
  readonly workbook: ModelWorkbook;
  readonly sheet: ModelSheet;
  /** Raised with every change of the workbook: the grid is drawn again. */
  readonly version: number;
  readonly selection: ModelRange;
  readonly onSelect: (range: ModelRange) => void;
  readonly onType: (row: number, column: number, text: string) => void;
  /** What editing a cell begins with. */
  readonly textOf: (row: number, column: number) => string;
  readonly onFollow: (row: number, column: number) => boolean;
}

/** One worksheet: only the cells in view are in the page, so size does not matter. */
export function Grid({ workbook, sheet, version, selection, onSelect, onType, textOf, onFollow }: GridProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const isEditing = useRef(false);
  const [view, setView] = useState<Box>({ left: 0, top: 0, width: 1200, height: 800 });
  const [editing, setEditing] = useState<{ row: number; column: number; text: string; was: string | null } | null>(null);
  // The model is not React's state: `version` says when to look at it again.
  const geometry = useMemo(() => geometryOf(sheet), [sheet, version]);
  const margin = sheet.showHeadings ? { left: ROW_HEADER, top: COLUMN_HEADER } : { left: 0, top: 0 };

  const measure = (): void => {
    const element = scroller.current;
    if (element) setView({ left: element.scrollLeft, top: element.scrollTop, width: element.clientWidth, height: element.clientHeight });
  };
  useLayoutEffect(measure, [sheet]);
  useEffect(() => {
    const observer = new ResizeObserver(measure);
    if (scroller.current) observer.observe(scroller.current);
    return () => observer.disconnect();
  }, []);

  const frozen = sheet.freeze;
  const frozenWidth = geometry.columns.start(frozen.columns);
  const frozenHeight = geometry.rows.start(frozen.rows);

  const active = boxOf(geometry, { ...selection, rows: 1, columns: 1 });
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const { left, top, width, height } = active;
    if (left < element.scrollLeft + frozenWidth && selection.column >= frozen.columns) element.scrollLeft = Math.max(0, left - frozenWidth);
    else if (left + width > element.scrollLeft + element.clientWidth - margin.left) element.scrollLeft = left + width - element.clientWidth + margin.left + 20;
    if (top < element.scrollTop + frozenHeight && selection.row >= frozen.rows) element.scrollTop = Math.max(0, top - frozenHeight);
    else if (top + height > element.scrollTop + element.clientHeight - margin.top) element.scrollTop = top + height - element.clientHeight + margin.top + 20;
  }, [selection.row, selection.column, sheet]);

  const used = sheet.usedRange();
  const drawn = sheet.shapes.reduce((most, { left, top, width, height }) => ({ right: Math.max(most.right, px(left + width)), bottom: Math.max(most.bottom, px(top + height)) }), { right: 0, bottom: 0 });
  const rowCount = Math.min(MAX_ROWS, Math.max(60, (used ? used.row + used.rows : 0) + 30, geometry.rows.at(drawn.bottom) + 10));
  const columnCount = Math.min(MAX_COLUMNS, Math.max(26, (used ? used.column + used.columns : 0) + 8, geometry.columns.at(drawn.right) + 4));

  /** Cells, lines, charts and shapes of one of the four parts that freezing makes. */
  const part = (key: string, fromRow: number, toRow: number, fromColumn: number, toColumn: number, offset: { left: number; top: number }, clip: Box): ReactNode => {
    // Text runs over its neighbours, so it lies above every fill.
    const fills: ReactNode[] = [];
    const texts: ReactNode[] = [];
    const lines: ReactNode[] = [];
    const width = (column: number): number => geometry.columns.size(column);
    const place = (box: Box): Box => ({ ...box, left: box.left - offset.left, top: box.top - offset.top });
    // Text and merges may begin outside of what is in view.
    const firstColumn = Math.max(0, Math.min(fromColumn, ...sheet.merges.filter((merge) => merge.column < fromColumn && merge.column + merge.columns > fromColumn).map((merge) => merge.column), fromColumn - 12));
    const firstRow = Math.max(0, Math.min(fromRow, ...sheet.merges.filter((merge) => merge.row < fromRow && merge.row + merge.rows > fromRow).map((merge) => merge.row)));
    for (let row = firstRow; row <= toRow; row += 1) {
      if (geometry.rows.size(row) === 0) continue;
      for (let column = firstColumn; column <= toColumn; column += 1) {
        const cell = drawnCell(sheet, row, column, width);
        if (!cell) continue;
        const frame = place(boxOf(geometry, cell.covers));
        const id = `${row},${column}`;
        if (cell.style.fill) fills.push(<div key={`f${id}`} className="border" style={{ ...frame, background: cell.style.fill }} />);
        const bar = dataBar(sheet, row, column);
        if (bar) fills.push(<div key={`b${id}`} className="border" style={{ left: frame.left + 1, top: frame.top + 1, width: (frame.width - 2) * bar.share, height: frame.height - 3, background: bar.color }} />);
        const { borders } = cell.style;
        for (const side of ['top', 'bottom', 'left', 'right'] as const) {
          const border = borders?.[side];
          if (!border || border.style === 'None') continue;
          const weight = border.weight === 'Medium' ? 2 : border.weight === 'Thick' ? 3 : 1;
          const horizontal = side === 'top' || side === 'bottom';
          lines.push(
            <div
              key={`${side}${id}`}
              className="border"
              style={{
                left: side === 'right' ? frame.left + frame.width - 1 : frame.left - (horizontal ? 0 : 1),
                top: side === 'bottom' ? frame.top + frame.height - 1 : frame.top - (horizontal ? 1 : 0),
                width: horizontal ? frame.width : weight,
                height: horizontal ? weight : frame.height,
                background: border.color,
              }}
            />,
          );
        }
        if (cell.text === '') continue;
        const room = place(boxOf(geometry, { row, column: cell.from, rows: cell.covers.rows, columns: cell.to - cell.from + 1 }));
        const href = sheet.links.size > 0 && sheet.links.has(`${columnName(column)}${row + 1}`);
        texts.push(
          <div key={id} data-cell={`${columnName(column)}${row + 1}`} className={cell.style.wrap ? 'cell wraps' : 'cell'} style={{ ...room, ...cssOf(cell), ...(href && !cell.style.fontColor ? { color: '#0563C1', textDecoration: 'underline' } : {}) }}>
            <span>{cell.text}</span>
          </div>,
        );
      }
    }
    const grid: ReactNode[] = [];
    if (sheet.showGridlines) {
      for (let row = fromRow; row <= toRow; row += 1) grid.push(<div key={`r${row}`} className="line" style={{ left: 0, width: clip.width, top: geometry.rows.start(row + 1) - offset.top - 1, height: 1 }} />);
      for (let column = fromColumn; column <= toColumn; column += 1) grid.push(<div key={`c${column}`} className="line" style={{ top: 0, height: clip.height, left: geometry.columns.start(column + 1) - offset.left - 1, width: 1 }} />);
    }
    const charts = sheet.charts.map((chart) => {
      const box = place({ left: px(chart.left), top: px(chart.top), width: px(chart.width), height: px(chart.height) });
      return (
        <div key={chart.id} data-chart={chart.name} className={chart.border ? 'chart bordered' : 'chart'} style={box}>
          <ChartPicture workbook={workbook} chart={chart} width={box.width} height={box.height} />
        </div>
      );
    });
    const shapes = drawnShapes(sheet.shapes, { ...clip, left: offset.left, top: offset.top });
    const chosen = place(boxOf(geometry, selection));
    return (
      <div key={key} style={{ position: 'absolute', ...clip, overflow: 'hidden', background: '#fff', borderRight: key.includes('left') ? '1px solid #8a8a8a' : undefined, borderBottom: key.includes('top') ? '1px solid #8a8a8a' : undefined }}>
        {grid}
        {fills}
        {lines}
        {texts}
        {charts}
        {shapes.length > 0 ? (
          <svg className="shapes" width={clip.width} height={clip.height} viewBox={`${offset.left} ${offset.top} ${clip.width} ${clip.height}`}>
            {shapes.map((shape) => (
              <ShapePicture key={shape.id} shape={shape} shapes={sheet.shapes} />
            ))}
          </svg>
        ) : null}
        <div className="selection" style={{ left: chosen.left - 1, top: chosen.top - 1, width: chosen.width + 1, height: chosen.height + 1 }} />
      </div>
    );
  };

  const bodyWidth = view.width - margin.left;
  const bodyHeight = view.height - margin.top;
  const lastRow = Math.min(rowCount - 1, geometry.rows.at(view.top + bodyHeight));
  const lastColumn = Math.min(columnCount - 1, geometry.columns.at(view.left + bodyWidth));
  const firstRow = Math.max(frozen.rows, geometry.rows.at(view.top + frozenHeight));
  const firstColumn = Math.max(frozen.columns, geometry.columns.at(view.left + frozenWidth));
  const body: Box = { left: margin.left + frozenWidth, top: margin.top + frozenHeight, width: Math.max(0, bodyWidth - frozenWidth), height: Math.max(0, bodyHeight - frozenHeight) };
  const scrolled = { left: view.left + frozenWidth, top: view.top + frozenHeight };

  const cellAt = (event: MouseEvent): { row: number; column: number } | null => {
    const rectangle = scroller.current?.getBoundingClientRect();
    if (!rectangle) return null;
    const x = event.clientX - rectangle.left - margin.left;
    const y = event.clientY - rectangle.top - margin.top;
    if (x < 0 || y < 0) return null;
    return { row: geometry.rows.at(y < frozenHeight ? y : y + view.top), column: geometry.columns.at(x < frozenWidth ? x : x + view.left) };
  };
  const selectCell = (row: number, column: number): void => {
    const cell = { row: Math.max(0, row), column: Math.max(0, column), rows: 1, columns: 1 };
    onSelect(sheet.merges.find((merge) => contains(merge, cell)) ?? cell);
  };
  /** `was`: what stands there, which is kept when it is not changed; null: it is typed over. */
  const edit = (row: number, column: number, text: string, was: string | null): void => {
    isEditing.current = true;
    setEditing({ row, column, text, was });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (editing) return;
    const { row, column } = selection;
    const page = Math.max(1, lastRow - firstRow - 1);
    const moves: Record<string, [number, number]> = { ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1], Tab: [0, event.shiftKey ? -1 : 1], Enter: [event.shiftKey ? -1 : 1, 0], PageDown: [page, 0], PageUp: [-page, 0] };
    const move = moves[event.key];
    if (move) selectCell(row + move[0], column + move[1]);
    else if (event.key === 'Home') selectCell(event.ctrlKey ? 0 : row, 0);
    else if (event.key === 'F2') edit(row, column, textOf(row, column), textOf(row, column));
    else if (event.key === 'Delete') onType(row, column, '');
    else if (event.key.length === 1 && !event.ctrlKey && !event.metaKey) edit(row, column, event.key, null);
    else return;
    event.preventDefault();
  };
  const finish = (keep: boolean): void => {
    // Giving the focus back is a blur of the editor, which finishes, too: only the first counts.
    if (!isEditing.current || !editing) return;
    isEditing.current = false;
    if (keep && editing.text !== editing.was) onType(editing.row, editing.column, editing.text);
    setEditing(null);
    scroller.current?.focus();
  };
  const editorBox = editing ? boxOf(geometry, { row: editing.row, column: editing.column, rows: 1, columns: 1 }) : null;
  const shift = (row: number, column: number) => ({ left: margin.left - (column < frozen.columns ? 0 : view.left), top: margin.top - (row < frozen.rows ? 0 : view.top) });

  return (
    <div className="sheet">
      <div
        ref={scroller}
        className="scroller"
        tabIndex={0}
        role="grid"
        aria-label={sheet.name}
        onScroll={measure}
        onKeyDown={onKeyDown}
        onClick={(event) => {
          const cell = cellAt(event);
          if (cell && !onFollow(cell.row, cell.column)) selectCell(cell.row, cell.column);
        }}
        onDoubleClick={(event) => {
          const cell = cellAt(event);
          if (cell) edit(cell.row, cell.column, textOf(cell.row, cell.column), textOf(cell.row, cell.column));
        }}
      >
        <div style={{ width: geometry.columns.start(columnCount) + margin.left, height: geometry.rows.start(rowCount) + margin.top }} />
      </div>
      <div style={{ position: 'absolute', left: 0, top: 0, width: view.width, height: view.height, overflow: 'hidden', pointerEvents: 'none' }}>
        {part('body', firstRow, lastRow, firstColumn, lastColumn, scrolled, body)}
        {frozen.rows > 0 ? part('top', 0, frozen.rows - 1, firstColumn, lastColumn, { left: scrolled.left, top: 0 }, { ...body, top: margin.top, height: frozenHeight }) : null}
        {frozen.columns > 0 ? part('left', firstRow, lastRow, 0, frozen.columns - 1, { left: 0, top: scrolled.top }, { ...body, left: margin.left, width: frozenWidth }) : null}
        {frozen.rows > 0 && frozen.columns > 0 ? part('top left', 0, frozen.rows - 1, 0, frozen.columns - 1, { left: 0, top: 0 }, { left: margin.left, top: margin.top, width: frozenWidth, height: frozenHeight }) : null}
        {sheet.showHeadings ? (
          <>
            {[...Array.from({ length: frozen.columns }, (_, column) => column), ...Array.from({ length: Math.max(0, lastColumn - firstColumn + 1) }, (_, index) => firstColumn + index)].map((column) => (
              <div key={column} className={column >= selection.column && column < selection.column + selection.columns ? 'header chosen' : 'header'} style={{ left: geometry.columns.start(column) + shift(0, column).left, top: 0, width: geometry.columns.size(column), height: COLUMN_HEADER, clipPath: column >= frozen.columns ? `inset(0 0 0 ${Math.max(0, body.left - geometry.columns.start(column) - shift(0, column).left)}px)` : undefined }}>
                {columnName(column)}
              </div>
            ))}
            {[...Array.from({ length: frozen.rows }, (_, row) => row), ...Array.from({ length: Math.max(0, lastRow - firstRow + 1) }, (_, index) => firstRow + index)].map((row) => (
              <div key={row} className={row >= selection.row && row < selection.row + selection.rows ? 'header chosen' : 'header'} style={{ left: 0, top: geometry.rows.start(row) + shift(row, 0).top, width: ROW_HEADER, height: geometry.rows.size(row), clipPath: row >= frozen.rows ? `inset(${Math.max(0, body.top - geometry.rows.start(row) - shift(row, 0).top)}px 0 0 0)` : undefined }}>
                {row + 1}
              </div>
            ))}
            <div className="header" style={{ left: 0, top: 0, width: ROW_HEADER, height: COLUMN_HEADER }} />
          </>
        ) : null}
      </div>
      {editing && editorBox ? (
        <input
          className="editor"
          aria-label="Cell"
          autoFocus
          value={editing.text}
          style={{ left: editorBox.left + shift(editing.row, editing.column).left, top: editorBox.top + shift(editing.row, editing.column).top, minWidth: editorBox.width, height: editorBox.height + 2 }}
          onChange={(event) => setEditing({ ...editing, text: event.target.value })}
          onBlur={() => finish(true)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' && event.key !== 'Escape' && event.key !== 'Tab') return;
            event.preventDefault();
            finish(event.key !== 'Escape');
            if (event.key === 'Enter') selectCell(editing.row + 1, editing.column);
            if (event.key === 'Tab') selectCell(editing.row, editing.column + 1);
          }}
        />
      ) : null}
    </div>
  );
}
