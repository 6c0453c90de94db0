/** Where to let a run's round trips to Excel fail. */
export interface TripSeen {
  /** How many actions the round trip has. */
  readonly actions: number;
  /** Whether the workbook is another one after it. */
  readonly changes: boolean;
}

export interface FaultPlace {
  readonly trip: number;
  /** So many of the round trip's actions are done before the error. */
  readonly afterActions: number;
}

/**
 * Notes a run's round trips: call it before each with its number of actions, and `seen` after the run.
 * `picture` says what the workbook looks like.
 */
export function watchTrips(picture: () => string): { before(actions: number): void; seen(): TripSeen[] } {
  const trips: { actions: number; picture: string }[] = [];
  return {
    before: (actions) => void trips.push({ actions, picture: picture() }),
    seen: () => {
      const after = [...trips.slice(1).map((trip) => trip.picture), picture()];
      return trips.map(({ actions, picture }, index) => ({ actions, changes: after[index] !== picture }));
    },
  };
}

/**
 * Every round trip of a run: one that changes the workbook fails before and after its first action, at
 * so many places spread over it, and at its end; one that only reads, halfway: it leaves the same
 * workbook wherever it ends.
 *
 * @example faultPlaces([{ actions: 5, changes: false }, { actions: 8, changes: true }], 2) // 0: 2; 1: 0, 1, 4, 8
 */
export function faultPlaces(trips: readonly TripSeen[], parts: number): FaultPlace[] {
  return trips.flatMap(({ actions, changes }, trip) => {
    const spread = Array.from({ length: parts }, (_, part) => Math.floor((actions * (part + 1)) / parts));
    return (changes ? [...new Set([0, 1, ...spread])] : [Math.floor(actions / 2)]).map((afterActions) => ({ trip, afterActions }));
  });
}
