import { withoutNoise } from '../../availability/share';
import { isUnreadable, nameKey } from '../../names';
import { sectionIn } from '../../servicemap/catalogue';
import { type ExpectedAvailability, expectedAvailability, type StatedAvailability } from '../../servicemap/expected-availability';
import { worstCase } from '../../servicemap/expected-worst-case';
import { walkBeneath } from '../../servicemap/numbered-map';
import type { FigureContext } from '../context';
import { isInForce } from '../in-force';
import type { Target } from '../records';
import { fitting, type Standing } from './cover';
import { isAbout, isFloor } from './limits';
import type { Atlas, Place } from './links';

/** What the things beneath a service let it come to. */
export interface ExpectedBeneath {
  readonly expected: ExpectedAvailability;
  /** What is stated of a thing; null: nothing. */
  stated(key: string): StatedAvailability | null;
  /** Keys of the things but settings of which nothing is stated, unless they are part of a promise that holds. */
  readonly unknown: readonly string[];
  /** Contractual worst case, never better than what is expected. */
  readonly worstCase: number;
}

/**
 * Expected and worst-case availability of an item by what is stated of the things beneath it: of each the
 * strictest Availability target of the agreement that covers it, or of another one about it that is in
 * force, else the Availability of `Components`. Parts of a covered thing are in its agreement's target.
 *
 * What is stated of settings counts, but where nothing is they are not unknown. A UC that what lies beneath
 * cannot hold ends the chain all the same: what is unknown beneath it is named.
 *
 * @param places the tree beneath the item, as `placesBeneath` gives it
 * @param nodeLimit how many nodes a decision diagram may have before bounds must do
 * @param ofItem whether what is promised of the item itself counts, too; false: only what stands beneath it
 */
export function expectedBeneath(atlas: Atlas, targets: FigureContext['targets'], standing: Standing, places: readonly Place[], nodeLimit: number, ofItem = true): ExpectedBeneath {
  const { map } = atlas;
  const root = nameKey(standing.sla.item);
  const firstPlaces = new Map(places.filter(({ repeated }) => !repeated).map((place) => [place.key, place]));
  const statements = new Map<string, StatedAvailability | null>();
  const stated = (key: string): StatedAvailability | null => {
    let known = statements.get(key);
    if (known === undefined) statements.set(key, (known = key === root && !ofItem ? null : statementOn(atlas, targets, standing, key, firstPlaces.get(key))));
    return known;
  };
  const beneath = walkBeneath(map, [root]);
  const expected = expectedAvailability(map, root, stated, nodeLimit, { order: beneath.keys, cycle: beneath.cycle });
  return {
    expected: {
      availability: withoutNoise(expected.availability),
      lowerBound: withoutNoise(expected.lowerBound),
      unknown: expected.unknown,
      of: (key) => withoutNoise(expected.of(key)),
      ifNeverDown: (key) => {
        const always = expected.ifNeverDown(key);
        return always === null ? null : withoutNoise(always);
      },
    },
    stated,
    unknown: expected.unknown.filter((key) => sectionIn(atlas, key) !== 'Settings'),
    // Kept promises may be worth more than what they stand on.
    worstCase: withoutNoise(Math.min(expected.lowerBound, worstCase(map, root, stated, beneath))),
  };
}

/** The Availability target that asks most; null: none. */
export function strictestAvailability(targets: readonly Target[]): Target | null {
  return targets.filter(isAvailability).reduce<Target | null>((most, target) => (most === null || target.target > most.target ? target : most), null);
}

/** Whether a target promises at least some share of availability. */
export function isAvailability(target: Target): boolean {
  return isAbout(target, 'Availability') && isFloor(target) && target.target >= 0 && target.target <= 1;
}

function statementOn({ book, month, components }: Atlas, targets: FigureContext['targets'], standing: Standing, key: string, place: Place | undefined): StatedAvailability | null {
  const covering = place && !place.isPart && place.cover.state === 'Covered' ? [place.cover.agreement!] : [];
  const others = place?.isPart ? [] : fitting(key, place?.standing ?? standing, book).filter((one) => one !== covering[0] && isInForce(one, book, month));
  for (const agreement of [...covering, ...others]) {
    const target = strictestAvailability(targets.get(nameKey(agreement.agreement)) ?? []);
    if (target !== null) return { availability: target.target, of: 'with all beneath' };
  }
  const component = components.get(key);
  const own = component === undefined || isUnreadable(component, 'availability') ? null : component.availability;
  return own === null ? null : { availability: own, of: 'itself' };
}
