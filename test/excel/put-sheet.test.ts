import { footerText } from '../../src/excel/put-sheet';

// Codes of Excel's headers and footers: &8 size, &"font,style", &P page, &N pages, && an ampersand.
test.each([
  ['', ''],
  ['Woodgrove Bank', '&8&"Calibri,Regular"Woodgrove Bank'],
  ['Page &P of &N', '&8&"Calibri,Regular"Page &P of &N'],
  ['R&D', '&8&"Calibri,Regular"R&&D'],
  ['R&P Bank', '&8&"Calibri,Regular"R&&P Bank'],
  ['Smith & Sons', '&8&"Calibri,Regular"Smith && Sons'],
  ['&Partners', '&8&"Calibri,Regular"&&Partners'],
  ['2026 && more', '&8&"Calibri,Regular"2026 &&&& more'],
])('footer %s', (text, codes) => {
  expect(footerText(text)).toBe(codes);
});
