/** How the agreement chain tells its figures. */
import { displayAvailability } from '../../availability/display-availability';
import { monthName, NO_BREAK, numberText } from '../../performance/phrases';
import type { LocalDate } from '../../time/records';

/** @example dateText('2026-12-31') // '31 Dec 2026' */
export function dateText(date: LocalDate): string {
  return `${Number(date.slice(8, 10))}${NO_BREAK}${monthName(date).slice(0, 3)}${NO_BREAK}${date.slice(0, 4)}`;
}

/** @example durationText(5400) // '1.5 h', durationText(1800) // '30 min' */
export function durationText(seconds: number): string {
  const [amount, unit] = seconds >= 3600 ? [seconds / 3600, 'h'] : [seconds / 60, 'min'];
  const shown = Number(amount.toFixed(amount < 100 ? 1 : 0));
  return `${numberText(shown, decimalsUpTo(shown, 1))}${NO_BREAK}${unit}`;
}

/** A promise as written. @example shareText(0.9995) // '99.95%' */
export function shareText(share: number): string {
  const percent = share * 100;
  return `${numberText(percent, decimalsUpTo(percent, 6))}%`;
}

/** A figure that was worked out: rounded down, with as many decimals as it takes not to contradict its verdict. @example expectedText(0.99949, 0.9995) // '99.94%' */
export function expectedText(share: number, target: number | null): string {
  const { value, decimals } = displayAvailability(share, target);
  return `${numberText(value * 100, decimals)}%`;
}

/**
 * An upper bound: rounded up, since what is above it would be false, with as many decimals as it takes to stay below a target that it does not reach.
 *
 * @example atMostText(0.99961, null) // '99.97%'
 * @example atMostText(0.99946, 0.9995) // '99.946%'
 */
export function atMostText(share: number, target: number | null): string {
  for (let decimals = 2; decimals < 8; decimals++) {
    const scale = 10 ** (decimals + 2);
    const up = Math.ceil(share * scale - 1e-6) / scale;
    if (target === null || share >= target || up < target) return `${numberText(up * 100, decimals)}%`;
  }
  return shareText(share);
}

/** What would do: rounded up, so that it does, and below 100% where less than that is enough. @example neededText(0.99951234) // '99.952%' */
export function neededText(share: number): string {
  for (let decimals = 2; decimals < 8; decimals++) {
    const scale = 10 ** (decimals + 2);
    const up = Math.ceil(share * scale - 1e-6) / scale;
    if (up < 1 && up - share <= (1 - share) / 10) return `${numberText(up * 100, decimals)}%`;
  }
  return shareText(share);
}

function decimalsUpTo(value: number, most: number): number {
  for (let decimals = 0; decimals < most; decimals++) if (Math.abs(value - Number(value.toFixed(decimals))) < 1e-9 * Math.max(1, Math.abs(value))) return decimals;
  return most;
}
