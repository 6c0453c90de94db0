/** The search field's answers: phrases of users, names, typing errors, nothing. */
import { finder, MOST_MATCHES } from '../../../src/taskpane/map/find';
import { itemFigure } from '../../support/figures';
import { smallMap } from '../../support/small-map';

const find = finder(smallMap());
const names = (text: string): string[] => find(text).map(({ name }) => name);

test('what users say leads to the service that answers, in any order and misspelt', () => {
  expect(find('mail is slow')[0]).toEqual({ name: 'E-mail', answers: true });
  expect(find('slow mial')[0]).toEqual({ name: 'E-mail', answers: true });
  expect(find('account cannot be opened, open it')[0]).toEqual({ name: 'Portal', answers: true });
});

test('names of things and customers, as far as they are written, in any order, without case', () => {
  expect(names('serv')).toEqual(['Server A', 'Server B']);
  expect(names('b SERVER')).toEqual(['Server B']);
  expect(names('clients')).toEqual(['Clients']);
  expect(names('portla')).toEqual(['Portal']);
});

test('a name that is written in full comes before what only begins so', () => {
  const many = finder(smallMap({ items: [itemFigure('Line 10'), itemFigure('Line 1'), itemFigure('Old Line 1')] }));
  expect(many('line 1').map(({ name }) => name)).toEqual(['Line 1', 'Line 10', 'Old Line 1']);
});

test('nothing for blanks, for what nothing is like, and for a service that is not on the map', () => {
  expect(find('   ')).toEqual([]);
  expect(find('zebra crossing')).toEqual([]);
  expect(find('nobody picks up')).toEqual([]);
});

test('a word that is too common to answer leads to the services that have it in a phrase', () => {
  const many = finder(smallMap({ glossary: [['cannot send mail', 'E-mail'], ['cannot open an account', 'Portal'], ['cannot log on', 'Telephone']].map(([phrase, service], index) => ({ phrase: phrase!, service: service!, row: { table: 'Glossary', row: index + 2 } })) }));
  // Telephone is not on the map.
  expect(many('cannot')).toEqual([{ name: 'E-mail', answers: false, hasPhrase: true }, { name: 'Portal', answers: false, hasPhrase: true }]);
  expect(many('cannot zebra')).toEqual([]);
  expect(many('cannot send mail')[0]).toEqual({ name: 'E-mail', answers: true });
});

test('of very many names few are listed', () => {
  const many = finder(smallMap({ items: Array.from({ length: 2000 }, (_, index) => itemFigure(`Server ${index}`)) }));
  expect(many('server')).toHaveLength(MOST_MATCHES);
});
