/**
 * Local time on a grid of quarter hours, as Intl.DateTimeFormat shows it: the independent reference
 * for everything that the project computes about zones. All clock changes since 2000 of the zones
 * below fall on the grid.
 */
export const QUARTER = 900;

export interface WallClock {
  readonly zone: string;
  /** First instant of the grid, and how many there are. */
  readonly start: number;
  readonly count: number;
  /** `2026-03-29 03:15`, for the i-th instant. */
  readonly readings: readonly string[];
  /** The instant that `compatible` gives a reading. */
  resolve(reading: string): number;
}

const clocks = new Map<string, WallClock>();

export function wallClock(zone: string, from = Date.UTC(2025, 11, 1), to = Date.UTC(2027, 0, 31)): WallClock {
  const key = `${zone} ${from} ${to}`;
  const known = clocks.get(key);
  if (known) return known;
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  const start = from / 1000;
  const count = (to - from) / 1000 / QUARTER;
  const readings = Array.from({ length: count }, (_, i) => format.format((start + i * QUARTER) * 1000));
  const first = new Map<string, number>();
  readings.forEach((reading, i) => first.has(reading) || first.set(reading, start + i * QUARTER));
  const clock: WallClock = {
    zone,
    start,
    count,
    readings,
    resolve(reading) {
      const instant = first.get(reading);
      if (instant !== undefined) return instant;
      // Skipped: as far after the gap's start as the clock would have gone without the change.
      const next = readings.findIndex((other, i) => i > 0 && other > reading && readings[i - 1]! < reading);
      if (next < 0) throw new Error(`${reading} is not on the grid of ${zone}.`);
      const minutes = (Date.parse(`${reading.replace(' ', 'T')}Z`) - Date.parse(`${readings[next - 1]!.replace(' ', 'T')}Z`)) / 1000;
      return start + (next - 1) * QUARTER + minutes;
    },
  };
  clocks.set(key, clock);
  return clock;
}

/** `2026-03-29 26:15` is `2026-03-30 02:15`. */
export function reading(date: string, minutes: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + minutes * 60_000).toISOString().slice(0, 16).replace('T', ' ');
}

/** Zones whose clocks change by an hour, by half an hour, in the other half of the year, at midnight, or never. */
export const ZONES = ['Europe/Berlin', 'America/Los_Angeles', 'Australia/Lord_Howe', 'Asia/Kolkata', 'America/Santiago', 'Asia/Kathmandu', 'UTC'];
