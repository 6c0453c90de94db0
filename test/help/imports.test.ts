/** What the help says of importing a map is what the import does. */
import { ITEM_CLASSES, RELATIONSHIP_TYPES } from '../../src/help/imports';
import { directionOf, placeOfClass } from '../../src/tables/import/maps/words';

test.each<[string, string | null]>([...RELATIONSHIP_TYPES.needs.map((type): [string, string | null] => [type, 'needs']), ...RELATIONSHIP_TYPES['is needed by'].map((type): [string, string | null] => [type, 'is needed by']), ...RELATIONSHIP_TYPES.asked.map((type): [string, string | null] => [type, null])])('the type %s: %s', (type, direction) => {
  expect(directionOf(type)).toBe(direction);
});

test.each<[string, string | null]>([...ITEM_CLASSES.Hardware.map((name): [string, string | null] => [name, 'Hardware']), ...ITEM_CLASSES.Applications.map((name): [string, string | null] => [name, 'Applications']), ...ITEM_CLASSES.asked.map((name): [string, string | null] => [name, null])])('the class %s: %s', (name, section) => {
  expect(placeOfClass(name)).toBe(section);
});
