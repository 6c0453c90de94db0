import { readList, readLookup } from '../../../../src/tables/import/maps/lookups';
import { directionOf, placeOfClass } from '../../../../src/tables/import/maps/words';

describe('relationship types', () => {
  // From ServiceNow's documentation of CI relationships: the child's failure touches the parent.
  test.each(['Depends on::Used by', 'Runs on::Runs', 'Hosted on::Hosts', 'Virtualized by::Virtualizes', 'Uses::Used by', 'depends on', 'Requires'])('%s: the first needs the second', (type) => {
    expect(directionOf(type)).toBe('needs');
  });

  test.each(['Used by::Depends on', 'Runs::Runs on', 'Hosts::Hosted on', 'Used by', 'Required by'])('%s: the second needs the first', (type) => {
    expect(directionOf(type)).toBe('is needed by');
  });

  // Containment, membership and connection say nothing of who stops with whom; a type that contradicts itself says nothing either.
  test.each(['Contains::Contained by', 'Members::Member of', 'Connects to::Connected by', 'Manages::Managed by', 'Owns::Owned by', 'Sends data to::Receives data from', 'Provides::Provided by', 'Impacts', '', 'Depends on::Depends on', 'Depends on::Hosted on', 'Depends on::Used by::more'])('%s is asked', (type) => {
    expect(directionOf(type)).toBeNull();
  });
});

test.each([
  ['Linux Server', 'Hardware'],
  ['cmdb_ci_linux_server', 'Hardware'],
  ['MSFT SQL Instance', 'Applications'],
  ['external service', 'External service'],
  ['Infrastructure service', 'Infrastructure service'],
  ['Service', null],
  ['Virtual Machine Instance', null],
  ['Application Server', null],
  ['Business', null],
  ['', null],
])('class %s is %s', (className, place) => {
  expect(placeOfClass(className)).toBe(place);
});

describe('lookups', () => {
  test.each([
    ['Name;#12', ['Name'], 'Name first'],
    ['Name;#12;#Other;#7', ['Name', 'Other'], 'Name first'],
    ['12;#Name;#7;#Other', ['Name', 'Other'], 'ID first'],
    // As SPFieldLookupValueCollection.ToString documents it.
    ['3;#a field value;#7;#another field value', ['a field value', 'another field value'], 'ID first'],
    ['3;#I gnaw on old tires;;it strengthens my jaw', ['I gnaw on old tires;it strengthens my jaw'], 'ID first'],
    // A name that is a number beside one that is none.
    ['Exchange;#12;#365;#7', ['Exchange', '365'], 'Name first'],
    // Several choices.
    [';#First;#Second;#Third;#', ['First', 'Second', 'Third'], null],
    ['Dog;#Cat;#Whale', ['Dog', 'Cat', 'Whale'], null],
    // A person with all that the server knows of them.
    ['14;#Orint,, Neil,#i:0#.f|membership|neil@contoso.com,#neil@contoso.com', ['Orint, Neil'], 'ID first'],
    // Somebody who has left.
    ['-1;#Ann Beck', ['Ann Beck'], 'ID first'],
  ])('%s', (cell, values, order) => {
    expect(readLookup(cell)).toEqual({ kind: 'values', values, order });
  });

  test('numbers on both sides can be read two ways', () => {
    expect(readLookup('12;#7;#13;#8')).toEqual({ kind: 'ambiguous', readings: { 'Name first': ['12', '13'], 'ID first': ['7', '8'] } });
  });

  test.each(['Name;#12;#Other', 'Name;#Other;#12;#7'])('%s has no pairs', (cell) => {
    expect(readLookup(cell)).toEqual({ kind: 'broken' });
  });

  test.each(['Mail', 'A; B', 'C# ; .NET', ''])('%s is none', (cell) => {
    expect(readLookup(cell)).toBeNull();
  });

  test('a plain list', () => {
    expect(readList(' A; B;;\r\nC, D\n')).toEqual(['A', 'B', 'C, D']);
  });
});
