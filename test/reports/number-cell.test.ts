import { bare, numberCell } from '../../src/reports/number-cell';
import { CELL_MARGIN } from '../../src/reports/style';
import { textWidth } from '../../src/reports/text-width';

const share = { value: 0.999951, format: '0.0000%', text: '99.9951%' };

test('a number that fits stands as it is; no figure is a dash', () => {
  expect(numberCell(4, share, 80, {})).toEqual({ column: 4, value: 0.999951, style: { size: 11, horizontal: 'Right', numberFormat: '0.0000%' } });
  expect(numberCell(4, null, 80, { bold: true }).value).toBe('–');
});

test('too wide, it gets smaller first, then loses decimals: shares rounded down, in the cell too', () => {
  const room = (text: string, size: number) => textWidth(text, { size }) + CELL_MARGIN;
  expect(numberCell(4, share, room('99.9951%', 10), {}).style).toMatchObject({ size: 10, numberFormat: '0.0000%' });
  // 99.9951% less its last two decimals is 99.99%, not the nearer 100.00%.
  const short = numberCell(4, share, room('99.99%', 9), {});
  expect([short.value, short.style?.size, short.style?.numberFormat]).toEqual([0.9999, 9, '0.00%']);
});

test('a unit goes before decimals do; a lead such as ≥ stays', () => {
  const minutes = { value: 1440.25, format: '#,##0.00" min"', text: '1,440.25 min' };
  expect(bare(minutes)).toEqual({ value: 1440.25, format: '#,##0.00', text: '1,440.25' });
  expect(numberCell(4, minutes, textWidth('1,440.25', { size: 11 }) + CELL_MARGIN, {}).style?.numberFormat).toBe('#,##0.00');
  const target = { value: 0.99999, format: '"≥ "0.000%', text: '≥ 99.999%' };
  expect(numberCell(4, target, textWidth('≥ 99.99%', { size: 9 }) + CELL_MARGIN, {})).toMatchObject({ value: 0.9999, style: { numberFormat: '"≥ "0.00%' } });
});

test('a number for which nothing helps is written with a power of ten rather than as ####', () => {
  expect(numberCell(4, { value: 123456789, format: '#,##0', text: '123,456,789' }, 30, {}).style?.numberFormat).toBe('0E+0');
});
