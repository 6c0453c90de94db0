import { agreementChain } from '../../src/reports/agreement-chain';
import { COLOR } from '../../src/reports/style';
import { agreementFigure, chainFigure, chainFinding, chainLink } from '../support/agreement-figures';
import { figures } from '../support/figures';
import { tiny } from '../support/organisations';
import { cellAt, rowOf, texts, valuesOf } from '../support/sheets';

const sheetOf = (over: Parameters<typeof figures>[0], dateSystem: 1900 | 1904 = 1900) => agreementChain({ figures: figures(over), dateSystem });

test('no SLA in force is one honest line', () => {
  expect(texts(agreementChain(tiny())).filter((text) => text === 'No SLA is in force.')).toHaveLength(2);
});

test('the worst chain first: out of reach by the larger gap, then gaps, nothing beneath, whole ones', () => {
  const gap = { findings: [chainFinding()] };
  const sheet = sheetOf({
    chains: [
      chainFigure('Whole'),
      chainFigure('Bare', { links: [], expected: null, worstCase: null, supported: null }),
      chainFigure('Gap', gap),
      chainFigure('Just short', { supported: false, expected: 0.9989 }),
      chainFigure('Far short', { supported: false, expected: 0.99 }),
    ],
  });
  const order = sheet.rows.flatMap((row) => row.cells.flatMap(({ column, value }) => (column === 1 && /^[✕▲○✓] /.test(String(value)) && row.height === 18 ? [String(value)] : [])));
  expect(order).toEqual(['✕ Cannot be promised', '✕ Cannot be promised', '▲ Has gaps', '○ Nothing beneath it', '✓ Holds together']);
  expect(rowOf(sheet, 'SLA Far short')).toBeLessThan(rowOf(sheet, 'SLA Just short'));
  expect(texts(sheet)).toContain('One of five SLAs holds together with what stands beneath them; two cannot be promised.');
  expect(texts(sheet)).toContain('Nothing is recorded beneath Bare: table Dependencies.');
});

describe('a chain with faults', () => {
  const found = chainFinding({ check: 'Hours', item: 'Network', agreement: 'OLA Networking', found: 'covers Mon–Fri 08:00–17:00, 10 h a week less than promised', expected: 'Mon–Fri 08:00–19:00' });
  const whole = chainFinding({ check: 'Restoration', item: 'Card Payments', found: 'no limit in OLA Networking', expected: '120 min or less' });
  const unreachable = chainFinding({ check: 'Availability', item: 'Card Payments', found: '99.74% can be expected', expected: '99.96% of the weakest link' });
  const uncovered = chainFinding({ item: 'Nobody', found: 'no agreement covers Nobody' });
  const links = [
    chainLink('Network', { section: 'Service', agreement: 'OLA Networking', hours: 'Office hours', availability: 0.998, uncoveredSecondsPerWeek: 36_000, restorationSeconds: 14_400, responseSeconds: 600, uncovered: [{ from: '2027-04-07', until: '2027-04-21', days: [1, 2, 3, 4, 5], start: 61_200, end: 68_400 }], findings: [found] }),
    chainLink('Line A', { section: 'External service', depth: 2, parent: 0, group: '1 of 2', cover: 'Draft only', agreement: 'UC Line', agreementType: 'UC', uncoveredSecondsPerWeek: null, availability: 0.99, availabilityFrom: 'Component' }),
    chainLink('Nobody', { section: null, cover: 'Not covered', agreement: null, agreementType: null, uncoveredSecondsPerWeek: null, availability: null, availabilityFrom: null, findings: [uncovered] }),
  ];
  const chain = chainFigure('Card Payments', { links, supported: false, expected: 0.99746, worstCase: 0.997, restorationSeconds: 7200, weakest: { item: 'Network', agreement: 'OLA Networking', availability: 0.998, needed: 0.9996 }, findings: [unreachable, whole, found, uncovered] });
  const agreements = [agreementFigure('OLA Networking', { type: 'OLA', endDate: '2026-12-31', expiresSoon: true, review: 'Overdue', reviewDue: '2026-09-01' }), agreementFigure('SLA Card Payments', { hours: 'Card hours' })];
  const sheet = sheetOf({ chains: [chain], agreements });

  test('the SLA stands above its links in the same columns', () => {
    const own = rowOf(sheet, 'what is promised');
    // 2 h are 120 min; 1 January 2025 is serial 45658, 1 June 2027 is 46539.
    expect(valuesOf(sheet, own)).toEqual(['Card Payments', 'what is promised', 'SLA Card Payments', 'Card hours', '–', 0.999, 120, '–', 45658, '–', 46539]);
    expect(valuesOf(sheet, own + 1)).toEqual(['expected from what stands beneath', 0.9974]);
    expect(valuesOf(sheet, own + 2)).toEqual(['at worst, with every agreement beneath kept', 0.997]);
  });

  test('a link: hours left open, limits in minutes, dates and review of its agreement, the weakest in the colour of missed', () => {
    const row = rowOf(sheet, 'Network');
    // 31 December 2026 is serial 46387, 1 September 2026 is 46266.
    expect(valuesOf(sheet, row)).toEqual(['Network', 'Service', 'OLA Networking', 'Office hours', 10, 0.998, 240, 10, 45658, 46387, 46266]);
    expect(cellAt(sheet, row, 1)?.style).toMatchObject({ bold: true, color: COLOR.missed, indent: 1 });
    expect(cellAt(sheet, row, 6)?.style).toMatchObject({ bold: true, color: COLOR.atRisk });
    expect([cellAt(sheet, row, 11)?.style?.color, cellAt(sheet, row, 12)?.style?.color]).toEqual([COLOR.atRisk, COLOR.atRisk]);
    const under = [1, 2].map((at) => valuesOf(sheet, row + at)[0]);
    expect(under).toEqual(['▲ Hours: covers Mon–Fri 08:00–17:00, 10 h a week less than promised. Expected: Mon–Fri 08:00–19:00.', 'Uncovered: Mon–Fri 17:00–19:00, 7–21 Apr']);
  });

  test('what concerns the whole chain stands under the SLA, and nothing is said twice', () => {
    expect(rowOf(sheet, '▲ Restoration: no limit in OLA Networking. Expected: 120 min or less.')).toBeLessThan(rowOf(sheet, 'Network'));
    expect(texts(sheet).filter((text) => text.startsWith('▲ Hours'))).toHaveLength(1);
    // The sentence above tells how far the target is out of reach, the row that there is no agreement.
    expect(texts(sheet).filter((text) => /^. (Availability|Cover): /.test(text))).toEqual([]);
    expect(texts(sheet).join(' ')).toContain('it alone would have to promise 99.96%. Three gaps: one in restoration limits, one in hours and one in cover.');
  });

  test('drafts and missing agreements are named as such; a recorded availability is marked as not promised', () => {
    const draft = rowOf(sheet, 'Line A');
    expect(valuesOf(sheet, draft)).toEqual(['Line A', 'External service', '1 of 2', 'draft: UC Line', '–', '–', 0.99, '–', '–']);
    expect(cellAt(sheet, draft, 7)?.style?.numberFormat).toBe('0%"*"');
    expect(cellAt(sheet, draft, 1)?.style?.indent).toBe(2);
    expect(valuesOf(sheet, rowOf(sheet, 'Nobody'))).toEqual(['Nobody', 'unknown name', 'no agreement', '–', '–', '–', '–', '–']);
  });

  test('dates follow the date system', () => {
    const of1904 = sheetOf({ chains: [chain], agreements }, 1904);
    expect(cellAt(of1904, rowOf(of1904, 'Network'), 11)?.value).toBe(46387 - 1462);
  });

  test('heads stay in view and are printed on every page, landscape', () => {
    const head = rowOf(sheet, 'What is needed');
    expect(sheet.freezeRows).toBe(head + 1);
    expect(sheet.print).toMatchObject({ orientation: 'Landscape', pagesWide: 1, titleRows: { from: head, to: head } });
  });
});

test('a hundred links are listed, the others counted with their findings', () => {
  const links = Array.from({ length: 130 }, (_, index) => chainLink(`Host ${index}`, { findings: index >= 120 ? [chainFinding({ item: `Host ${index}`, found: `no agreement covers Host ${index}` })] : [] }));
  const sheet = sheetOf({ chains: [chainFigure('Big', { links })] });
  expect(texts(sheet)).toContain('30 more links, with 10 findings: see the problems of the workbook');
  expect(texts(sheet).filter((text) => /^Host \d+$/.test(text))).toHaveLength(100);
});

test('the small print stands in full', () => {
  expect(texts(agreementChain(tiny())).filter((text) => text.endsWith('…'))).toEqual([]);
});

test('an agreement whose name does not tell its type has it beside', () => {
  const sheet = sheetOf({ chains: [chainFigure('A', { links: [chainLink('Host', { agreement: 'Northwind contract', agreementType: 'UC' })] })] });
  expect(texts(sheet)).toContain('Northwind contract (UC)');
});
