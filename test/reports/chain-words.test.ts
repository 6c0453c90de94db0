import { chainSentences, chainsSentence, chainState, coverText, findingText, uncoveredText } from '../../src/reports/chain-words';
import { chainFigure, chainFinding, chainLink } from '../support/agreement-figures';

const plain = (text: string): string => text.replaceAll('\u00a0', ' ');
const YEAR = ['2026-10-01', '2027-09-30'] as const;

describe('the state of a chain', () => {
  test('a target out of reach, then nothing beneath, then gaps, then none', () => {
    const gap = [chainFinding()];
    expect(chainState(chainFigure('A', { supported: false, findings: gap }))).toBe('Cannot be promised');
    expect(chainState(chainFigure('A', { supported: null, links: [], findings: gap }))).toBe('Nothing beneath it');
    expect(chainState(chainFigure('A', { findings: gap }))).toBe('Has gaps');
    expect(chainState(chainFigure('A', { supported: null, target: null }))).toBe('Holds together');
  });
});

describe('its sentences', () => {
  test('what is promised, expected and at worst; the weakest link and what it would need, rounded up', () => {
    // 99.746% expected is shown as 99.74%, never 99.75%; 99.9613% needed as 99.962%, never 99.961%.
    const chain = chainFigure('Online Banking', { expected: 0.99746, worstCase: 0.997, supported: false, weakest: { item: 'Internet access', agreement: 'UC Internet access', availability: 0.998, needed: 0.999613 } });
    expect(chainSentences(chain)).toEqual([
      '99.9% is promised; 99.74% can be expected from what stands beneath, 99.70% at worst.',
      'Weakest link: Internet access (UC Internet access), 99.8%; it alone would have to promise 99.962%.',
    ]);
  });

  test('a need just below 100% never reads 100%; one that nothing meets says so', () => {
    const weakest = (needed: number | null) => chainSentences(chainFigure('A', { supported: false, expected: 0.99, weakest: { item: 'Host', agreement: null, availability: 0.99, needed } }))[1];
    expect(weakest(0.9999)).toBe('Weakest link: Host, 99%; it alone would have to promise 99.99%.');
    expect(weakest(0.99996)).toBe('Weakest link: Host, 99%; the target is out of reach of that link alone.');
    expect(weakest(0.9995)).toBe('Weakest link: Host, 99%; it alone would have to promise 99.95%.');
    expect(weakest(1)).toBe('Weakest link: Host, 99%; the target is out of reach of that link alone.');
    expect(weakest(null)).toBe('Weakest link: Host, 99%; even without any failure there the target is out of reach.');
  });

  test('an upper bound names what is unknown, and no worst', () => {
    const chain = chainFigure('A', { expectedIs: 'upper bound', unknown: ['SAN', 'Backup', 'Proxy'], worstCase: 0.9985 });
    expect(chainSentences(chain)).toEqual(['99.9% is promised; at most 99.95% can be expected from what stands beneath (not known for SAN, Backup and one more).']);
  });

  test('a worst case that shows as what is expected is not said', () => {
    // 99.706% and 99.7% both show as 99.70%.
    expect(chainSentences(chainFigure('A', { expected: 0.99706, worstCase: 0.997, supported: null }))[0]).toBe('99.9% is promised; 99.70% can be expected from what stands beneath.');
  });

  test('an expected figure close to the target never reads as the target', () => {
    // 99.8999% against 99.9%.
    expect(chainSentences(chainFigure('A', { expected: 0.998999, worstCase: null, supported: false, weakest: null }))[0]).toBe('99.9% is promised; 99.89% can be expected from what stands beneath.');
  });

  test('gaps are counted by what they are in', () => {
    const of = (...checks: ('Cover' | 'Hours' | 'Availability' | 'Review')[]) => chainSentences(chainFigure('A', { worstCase: null, findings: checks.map((check) => chainFinding({ check })) }))[1];
    expect(of('Hours', 'Cover', 'Cover', 'Review')).toBe('Four gaps: two in cover, one in hours and one in reviews.');
    expect(of('Cover')).toBe('One gap in cover.');
    expect(of('Availability')).toBeUndefined();
  });

  test('nothing beneath, no target, nothing known', () => {
    expect(chainSentences(chainFigure('Treasury', { links: [] }))).toEqual(['Nothing is recorded beneath Treasury: table Dependencies.']);
    expect(chainSentences(chainFigure('A', { target: null, supported: null, expected: null, worstCase: null }))).toEqual(['No availability is promised; nothing beneath says how available it is.']);
  });
});

test.each([
  [[], 'No SLA is in force.'],
  [['Holds together'], 'The only SLA holds together with what stands beneath it.'],
  [['Has gaps'], 'The only SLA does not hold together with what stands beneath it.'],
  [['Holds together', 'Holds together'], 'Both SLAs hold together with what stands beneath them.'],
  [['Cannot be promised', 'Holds together', 'Has gaps'], 'One of three SLAs holds together with what stands beneath them; one cannot be promised.'],
  [['Has gaps', 'Nothing beneath it'], 'None of two SLAs holds together with what stands beneath them.'],
] as const)('chainsSentence(%j)', (states, expected) => {
  expect(chainsSentence(states)).toBe(expected);
});

test.each([
  [{ days: [1, 2, 3, 4, 5], start: 61_200, end: 68_400 }, 'Mon–Fri 17:00–19:00'],
  [{ from: '2027-04-07', until: '2027-04-21', days: [1, 2, 3, 4, 5], start: 61_200, end: 68_400 }, 'Mon–Fri 17:00–19:00, 7–21 Apr'],
  [{ until: '2027-01-06', days: [6, 7], start: 0, end: 86_400 }, 'Sat, Sun all day, 1 Oct – 6 Jan'],
  [{ days: [1, 2, 3, 4, 5, 6, 7], start: 79_200, end: 86_400 }, 'daily 22:00–24:00'],
  [{ from: '2026-12-25', until: '2026-12-25', days: [5], start: 28_800, end: 86_400 }, 'Fri 08:00–24:00, 25 Dec'],
  [{ days: [1, 3, 5, 6, 7], start: 30, end: 60 }, 'Mon, Wed, Fri–Sun 00:00:30–00:01'],
])('uncoveredText(%j) is %s', (hours, expected) => {
  expect(plain(uncoveredText({ from: YEAR[0], until: YEAR[1], ...hours }, YEAR))).toBe(expected);
});

test('what is no cover says why', () => {
  const covers = (['Covered', 'Not covered', 'Draft only', 'Ended', 'Not begun'] as const).map((cover) => coverText(chainLink('Host', { cover, agreement: cover === 'Not covered' ? null : 'OLA Host' })));
  expect(covers).toEqual(['OLA Host', 'no agreement', 'draft: OLA Host', 'ended: OLA Host', 'not begun: OLA Host']);
  expect(findingText(chainFinding())).toBe('Cover: no agreement covers Core Banking. Expected: an OLA or UC in force in October 2026.');
});
