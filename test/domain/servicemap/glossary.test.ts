import { CLOSE, glossary } from '../../../src/domain/servicemap/glossary';

const entries = (...rows: [string, string][]) => rows.map(([phrase, service], index) => ({ row: index + 2, phrase, service }));

// A service desk's glossary, as one would write it down.
const find = glossary(
  entries(
    ['cannot print', 'Printing'], ['printer out of toner', 'Printing'], ['paper jam', 'Printing'],
    ['forgot my password', 'Sign-in'], ['account is locked', 'Sign-in'], ['cannot log in', 'Sign-in'],
    ['e-mail does not arrive', 'Mail'], ['mailbox is full', 'Mail'], ['Outlook is slow', 'Mail'],
    ['card was declined', 'Card Payments'], ['payment terminal shows an error', 'Card Payments'],
    ['cash machine gives no money', 'ATM Network'], ['ATM out of cash', 'ATM Network'],
    ['website is down', 'Online Banking'], ['cannot see my balance', 'Online Banking'], ['transfer fails', 'Online Banking'],
  ),
);

/** What a person at the desk would answer. */
const GOOD: Readonly<Record<string, readonly string[]>> = {
  Printing: ['cannot print', 'Print cannot!', 'I can not pirnt anything on the second floor', 'pritner has no toner', 'jam of paper', 'printer', 'toner'],
  'Sign-in': ['forgoten passwrod', 'I forgot the password for my laptop', 'locked account', 'my acount got loked', 'password', 'log in', 'login'],
  Mail: ['email not arriving', 'No e‑mails arrive since this morning', 'outlok slow', 'mail box full', 'OUTLOOK'],
  'Card Payments': ['the card of a customer was declind', 'declined', 'terminal error payment'],
  'ATM Network': ['cash machne', 'atm no cash', 'CASH OUT OF ATM'],
  'Online Banking': ['web site down', 'websit down', 'balance not visible', 'transfers fail', 'wébsite is dòwn'],
};
/** What is about none of these services, or says too little. */
const BAD = ['the coffee machine is broken', 'where is the canteen', 'my chair is broken', 'the weather is nice', 'main entrance closed', 'parking space', 'not working', 'help', 'cannot', 'error', 'lift out of order', 'holiday request', 'new keyboard', 'invoice', 'ATL', 'money', '', '???', '#N/A'];

test.each(Object.entries(GOOD).flatMap(([service, all]) => all.map((words) => [words, service] as const)))('“%s” is answered by %s', (words, service) => {
  expect(find(words).service).toBe(service);
  expect(find(words).score).toBeGreaterThanOrEqual(CLOSE);
});

test.each(BAD)('“%s” is close to nothing', (words) => {
  expect(find(words)).toEqual({ service: null, candidates: [], score: 0 });
});

test('a phrase of the glossary finds itself, in any order of its words', () => {
  for (const words of ['payment terminal shows an error', 'error an shows terminal payment', 'account is locked', 'locked is account']) expect(find(words).score).toBeCloseTo(1, 12);
});

test('two services that fit alike are no answer, and are named; one service twice is', () => {
  const alike = glossary(entries(['no connection', 'Network'], ['no connection', 'VPN'], ['connection lost', 'Network'], ['connection is lost', 'network']));
  expect(alike('connection no')).toEqual({ service: null, candidates: ['Network', 'VPN'], score: 1 });
  expect(alike('lost the connection').service).toBe('Network');
});

test('the score, by hand', () => {
  // Two phrases of two words each. “slow” stands in both: ln(1 + 2/2) = 0.693; “mail”, “web” in one: ln(1 + 2/1) = 1.099.
  const two = glossary(entries(['mail slow', 'Mail'], ['web slow', 'Web']));
  // “mail” alone: 1.099 in common of 1.792 in the phrase and 1.099 in the words: 2 × 1.099 ÷ 2.890 = 0.760.
  expect(two('mail').score).toBeCloseTo((2 * Math.log(3)) / (2 * Math.log(3) + Math.log(2)), 12);
  // “slow” alone fits both with 2 × 0.693 ÷ (1.792 + 0.693) = 0.558: no answer, two candidates.
  expect(two('slow')).toEqual({ service: null, candidates: ['Mail', 'Web'], score: expect.closeTo((2 * Math.log(2)) / (Math.log(6) + Math.log(2)), 12) });
});

test('a glossary without words, and many calls on a large one', () => {
  expect(glossary([])('anything').service).toBeNull();
  expect(glossary(entries(['???', 'Nothing']))('???').service).toBeNull();
  const large = glossary(entries(...Array.from({ length: 2000 }, (_, i): [string, string] => [`symptom${i} of thing${i % 50}`, `Service ${i}`])));
  expect(large('thing7 symptom1257').service).toBe('Service 1257');
});
