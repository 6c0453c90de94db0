/** How long something lasted, as other tools write it. */

const UNITS: Readonly<Record<string, number>> = { d: 86_400, day: 86_400, h: 3600, hr: 3600, hour: 3600, m: 60, min: 60, minute: 60, s: 1, sec: 1, second: 1 };
const PART = /(\d+(?:\.\d+)?) *(days?|d|hours?|hrs?|h|minutes?|mins?|m|seconds?|secs?|s)(?![\p{L}])[ ,]*/uy;
const CLOCK = /^(?:(\d+) *(?:d|days?)[ ,]+)?(\d+):([0-5]\d):([0-5]\d)(?:\.\d+)?$/;
const ISO = /^P(?:(\d+(?:\.\d+)?)D)?(?:T(?:(\d+(?:\.\d+)?)H)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;

/**
 * Seconds of a duration such as `2h 15m`, `1 day, 2 hours`, `00:43:12`, `1d 02:03:04` or `PT2H15M`.
 *
 * @returns null for anything that has no length, or more than one: months and years, `00:43`, a bare number
 * @example readDuration('2h 15m') // 8100
 */
export function readDuration(text: string): number | null {
  const clock = CLOCK.exec(text);
  if (clock) return Number(clock[1] ?? 0) * 86_400 + Number(clock[2]) * 3600 + Number(clock[3]) * 60 + Number(clock[4]);
  const iso = ISO.exec(text);
  if (iso && text.length > 2 && !text.endsWith('T')) return Math.round(Number(iso[1] ?? 0) * 86_400 + Number(iso[2] ?? 0) * 3600 + Number(iso[3] ?? 0) * 60 + Number(iso[4] ?? 0));
  let seconds = 0;
  PART.lastIndex = 0;
  for (let end = 0; end < text.length; end = PART.lastIndex) {
    const part = PART.exec(text);
    if (!part) return null;
    // In some tools a capital M is a month.
    seconds += Number(part[1]) * UNITS[part[2]!.length > 1 ? part[2]!.replace(/s$/, '') : part[2]!]!;
  }
  return text === '' ? null : Math.round(seconds);
}
