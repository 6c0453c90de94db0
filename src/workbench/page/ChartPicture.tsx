import { parseAddress } from '../host/address';
import { CellError, type ModelAxis, type ModelChart, type ModelSeries, type ModelWorkbook } from '../host/model';
import { cellText } from '../host/number-text';

const FALLBACK = ['#0F548C', '#929292', '#9A3D06', '#0E700E', '#595959'];

function cells(workbook: ModelWorkbook, reference: string | null): { text: string; value: number | null }[] {
  const address = reference === null ? null : parseAddress(reference);
  const sheet = address?.sheet === null || address === null ? undefined : workbook.sheet(address.sheet);
  if (!address || !sheet) return [];
  const { row, column, rows, columns } = address.range;
  return Array.from({ length: rows * columns }, (_, index) => {
    const cell = sheet.cell(row + Math.floor(index / columns), column + (index % columns));
    const value = cell?.value ?? null;
    return { text: value instanceof CellError ? '' : cellText(cell, workbook.dateSystem), value: typeof value === 'number' ? value : null };
  });
}

/** 1, 2 or 5 times a power of ten, so that about five steps fill the span. */
function niceStep(span: number): number {
  const rough = span / 5 || 1;
  const power = 10 ** Math.floor(Math.log10(rough));
  return ([1, 2, 5, 10].find((step) => step * power >= rough) ?? 10) * power;
}

const shortNumber = (value: number, pattern: string | null): string => (pattern ? cellText({ value, style: { numberFormat: pattern } }, 1900) : String(Math.round(value * 1e6) / 1e6));

/** A native chart as this page draws it: columns and lines, with their axis, grid and labels. */
export function ChartPicture({ workbook, chart, width, height }: { readonly workbook: ModelWorkbook; readonly chart: ModelChart; readonly width: number; readonly height: number }) {
  const series = chart.series.map((one) => ({ ...one, points: cells(workbook, one.values) }));
  const categories = cells(workbook, chart.series.find((one) => one.categories !== null)?.categories ?? null);
  const values = series.flatMap((one) => one.points.flatMap((point) => (point.value === null ? [] : [point.value])));
  const length = Math.max(0, ...series.map((one) => one.points.length));
  const isLine = (one: ModelSeries): boolean => /Line/.test(one.chartType ?? chart.type);
  const axis: ModelAxis = chart.valueAxis;
  const lowest = Math.min(...values);
  const highest = Math.max(...values);
  const minimum = axis.minimum ?? (series.every(isLine) ? lowest - (highest - lowest || 1) * 0.1 : Math.min(0, lowest));
  const maximum = axis.maximum ?? highest + (highest - minimum || 1) * 0.1;
  const step = axis.majorUnit ?? niceStep(maximum - minimum);
  const ticks = values.length === 0 ? [] : Array.from({ length: Math.min(50, Math.floor((maximum - minimum) / step + 1e-9) + 1) }, (_, index) => minimum + index * step);
  const titleHeight = chart.title ? 22 : 4;
  const legendHeight = chart.legend && chart.legend !== 'None' ? 20 : 0;
  const left = axis.visible ? 44 : 4;
  const right = width - 6;
  const top = titleHeight + 10;
  const bottom = height - (chart.categoryAxis.visible ? 18 : 5) - legendHeight;
  const y = (value: number): number => bottom - ((value - minimum) / (maximum - minimum || 1)) * (bottom - top);
  const slot = (right - left) / Math.max(1, length);
  const x = (index: number): number => left + (index + 0.5) * slot;
  const fontSize = ((axis.fontSize ?? 10) * 96) / 72;
  const columns = series.filter((one) => !isLine(one));
  const gap = (columns[0]?.gapWidth ?? 150) / 100;
  const overlap = (columns[0]?.overlap ?? 0) / 100;
  const columnWidth = slot / (1 + (columns.length - 1) * (1 - overlap) + gap);
  const name = chart.altText || chart.title || chart.name;
  return (
    <svg width={width} height={height} role="img" aria-label={name} fontFamily="Calibri, Carlito, sans-serif">
      {chart.fill ? <rect width={width} height={height} fill={chart.fill} /> : null}
      {chart.title ? (
        <text x={width / 2} y={16} textAnchor="middle" fontSize={15}>
          {chart.title}
        </text>
      ) : null}
      {ticks.map((tick) => (
        <g key={tick}>
          {axis.gridlines ? <line x1={left} x2={right} y1={y(tick)} y2={y(tick)} stroke={axis.gridlines} /> : null}
          {axis.visible ? (
            <text x={left - 5} y={y(tick) + 4} textAnchor="end" fontSize={fontSize} fill={axis.fontColor ?? '#595959'}>
              {shortNumber(tick, axis.numberFormat)}
            </text>
          ) : null}
        </g>
      ))}
      {chart.categoryAxis.visible
        ? categories.map((category, index) => (
            <text key={index} x={x(index)} y={bottom + 14} textAnchor="middle" fontSize={((chart.categoryAxis.fontSize ?? 10) * 96) / 72} fill={chart.categoryAxis.fontColor ?? '#595959'}>
              {category.text}
            </text>
          ))
        : null}
      {series.map((one, number) => {
        const color = one.color ?? FALLBACK[number % FALLBACK.length];
        const label = (value: number, index: number) =>
          one.labels ? (
            <text key={`label ${index}`} x={x(index)} y={y(value) - 4} textAnchor="middle" fontSize={((one.labels.size ?? 10) * 96) / 72} fontWeight={one.labels.bold ? 'bold' : 'normal'} fill={one.labels.color ?? color}>
              {shortNumber(value, one.labels.numberFormat)}
            </text>
          ) : null;
        if (!isLine(one)) {
          const place = columns.indexOf(one);
          const offset = (place - (columns.length - 1) / 2) * columnWidth * (1 - overlap);
          return (
            <g key={number}>
              {one.points.map(({ value }, index) =>
                value === null ? null : (
                  <g key={index}>
                    <rect x={x(index) + offset - columnWidth / 2} width={columnWidth} y={Math.min(y(value), y(Math.max(0, minimum)))} height={Math.abs(y(value) - y(Math.max(0, minimum)))} fill={color} />
                    {label(value, index)}
                  </g>
                ),
              )}
            </g>
          );
        }
        const path = one.points.map(({ value }, index) => (value === null ? '' : `${index > 0 && one.points[index - 1]?.value !== null ? 'L' : 'M'}${x(index)} ${y(value)}`)).join(' ');
        const size = ((one.markerSize ?? 5) * 96) / 72;
        return (
          <g key={number}>
            <path d={path} fill="none" stroke={color} strokeWidth={((one.weight ?? 1.5) * 96) / 72} strokeDasharray={one.dashed ? '5 3' : undefined} />
            {one.points.map(({ value }, index) =>
              value === null ? null : (
                <g key={index}>
                  {one.marker === 'Circle' ? <circle cx={x(index)} cy={y(value)} r={size / 2} fill={one.markerColor ?? color} /> : null}
                  {one.marker === 'Square' ? <rect x={x(index) - size / 2} y={y(value) - size / 2} width={size} height={size} fill={one.markerColor ?? color} /> : null}
                  {label(value, index)}
                </g>
              ),
            )}
          </g>
        );
      })}
      {legendHeight > 0
        ? series.map((one, number) => (
            <g key={number} transform={`translate(${left + (number * (right - left)) / Math.max(1, series.length)}, ${height - 8})`}>
              <rect width={10} height={10} y={-9} fill={one.color ?? FALLBACK[number % FALLBACK.length]} />
              <text x={14} fontSize={12}>
                {one.name}
              </text>
            </g>
          ))
        : null}
    </svg>
  );
}
