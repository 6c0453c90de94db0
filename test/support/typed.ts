/**
 * What Excel makes of text that is typed into a cell: dates with times, times of day and percentages
 * become numbers; everything else stays. Serials of the 1900 system.
 *
 * @example typed('2026-06-01 12:00') // 46174.5
 */
export function typed<Value>(value: Value): Value | number {
  if (typeof value !== 'string') return value;
  const date = /^(\d{4}-\d\d-\d\d)(?: (\d\d:\d\d))?$/.exec(value);
  if (date) return (Date.parse(`${date[1]}T${date[2] ?? '00:00'}Z`) - Date.UTC(1899, 11, 30)) / 86_400_000;
  const time = /^(\d\d):(\d\d)$/.exec(value);
  if (time) return (Number(time[1]) * 60 + Number(time[2])) / 1440;
  const percent = /^(-?\d+(?:\.\d+)?)%$/.exec(value);
  return percent ? Number(`${percent[1]}e-2`) : value;
}
