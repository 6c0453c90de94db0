import type { Comparator } from './records';

export type { Comparator };

/** Whether a figure keeps a promise. `meets(3, '<=', 3) // true` */
export function meets(actual: number, comparator: Comparator, target: number): boolean {
  switch (comparator) {
    case '>=':
      return actual >= target;
    case '>':
      return actual > target;
    case '<=':
      return actual <= target;
    case '<':
      return actual < target;
  }
}
