/** How expected availability and its worst case are computed, on a map that a reader can add up. The figures are worked out in a test. */
import { heading, type HelpSection, list, table, text } from './section';

/** Availability of the web farm of the example tables, worked out in several ways. */
export const FARM_FIGURES: readonly { readonly id: 'each by itself' | 'exact' | 'worst'; readonly name: string; readonly availability: number; readonly why: string }[] = [
  { id: 'each by itself', name: 'percentages multiplied, each server with a power supply of its own', availability: 0.9997694298, why: '1 − (1 − 0.99 × 0.999) × (1 − 0.98 × 0.999): too good, as the same power fails for both at once' },
  { id: 'exact', name: 'expected: the power counted once', availability: 0.9988002, why: '0.999 × (1 − 0.01 × 0.02)' },
  { id: 'worst', name: 'worst case: what may fail never fails together, unless that takes the farm down', availability: 0.989, why: '1 − (0.01 + 0.001): whenever Server A or its power is down, so is Server B' },
];

export const EXPECTED_SECTION: HelpSection = {
  anchor: 'expected',
  title: 'How expected availability is computed',
  blocks: [
    text('A service is up when it is not itself out, everything that it needs by itself is up, and of each group as many members as Required says. Expected availability is the probability of that, from what is stated of the parts: all their states, up and down, each weighed by how probable it is. A part that several things stand on is one part, however many ways lead to it.'),
    table(['web farm of the example tables', 'availability', 'how'], FARM_FIGURES.map(({ name, availability, why }) => [name, `${Number((100 * availability).toFixed(8))}%`, why])),
    heading('What is stated', 'expected-stated'),
    list(
      'First the Availability target of the agreement in force on the thing: of the one that covers it for the service’s SLA or, where the service has none, of an OLA or UC with anybody and of an SLA without a customer. Then the Availability of `Components`. In `EXPECTED` the components alone.',
      'The Availability of a component is that of itself; what it stands on comes on top. A target holds for the thing as it is delivered, with all beneath: what lies beneath is taken out of it, so that no failure counts twice, and a target above what the thing stands on comes to no more than that.',
      'Parts without a figure count as always up. The figure is then an upper bound, says so and names them. Settings without a figure are not named.',
    ),
    heading('Exact, or between bounds', 'expected-exact'),
    list(
      'Parts are taken to fail independently of each other, except through what they share. Planned work is not in it; nor are hours: a figure holds for whatever time the statements hold for.',
      'The states are not listed one by one: a decision diagram holds them, in which what is equal stands once. That is exact.',
      'Some maps would need a diagram beyond all measure. They have bounds that hold for any map instead, and say so: parts that all are needed are up together at least as often as the product of their availabilities, and no more often than the least available one; of a group, whatever the dependence between its members.',
      'Things that stand on each other are up as long as nothing outside takes one of them down.',
    ),
    heading('Worst case', 'expected-worst'),
    list(
      'As little as the service can be available while everything stated beneath it is kept: 1 less the sum over the distinct things needed, at least 0. Each thing needed alone adds 1 − its availability.',
      'A group of n that needs k adds the smallest, for r from 0 to n − k, of the sum of its n − r smallest shares of downtime ÷ (n − k + 1 − r). Where one of n must be up, that is the smallest share.',
      'Where every thing stands in one place no smaller figure is possible and this one is. Where a thing stands in several groups it is counted in each, and the truth may be better than the figure, never worse.',
    ),
  ],
};
