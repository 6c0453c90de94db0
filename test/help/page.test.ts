import { JSDOM } from 'jsdom';
import type { FunctionsMetadata } from '../../src/help/function-help';
import helpPage from '../../src/help/page';
import { escaped, inline, renderHelp, shownNumber } from '../../src/help/render';
import { code, heading, list, table, text } from '../../src/help/section';
import { functionsMetadata } from '../support/calculated';

let page: Document;
beforeAll(async () => {
  page = new JSDOM(helpPage({ metadata: await functionsMetadata<FunctionsMetadata>() })).window.document;
});

test('each function has its anchor, its syntax, and every parameter with its choices', async () => {
  const { functions, enums = [] } = await functionsMetadata<FunctionsMetadata>();
  for (const { id, parameters } of functions) {
    const head = page.getElementById(id)!;
    expect(head.tagName).toBe('H3');
    let said = '';
    for (let next = head.nextElementSibling; next && next.tagName !== 'H3'; next = next.nextElementSibling) said += `${next.textContent}\n`;
    expect(said).toContain(`SLM.${id}(`);
    for (const { name, description, customEnumId } of parameters) {
      expect(said).toContain(name);
      expect(said).toContain(description);
      for (const { stringValue } of enums.find((one) => one.id === customEnumId)?.values ?? []) expect(said).toContain(stringValue);
    }
  }
});

test('anchors are unique, and links lead to one', () => {
  const anchors = [...page.querySelectorAll('[id]')].map(({ id }) => id);
  expect(new Set(anchors).size).toBe(anchors.length);
  const links = [...page.querySelectorAll('a')].map((link) => link.getAttribute('href')!);
  expect(links.length).toBeGreaterThan(20);
  for (const link of links) expect(anchors.map((anchor) => `#${anchor}`)).toContain(link);
});

test('no scripts, nothing from elsewhere, one heading above all, no empty cell of a head', () => {
  expect(page.querySelectorAll('script, link, img, iframe, [src], [onclick]')).toHaveLength(0);
  expect(page.querySelector('style')!.textContent).not.toMatch(/url\(|@import/);
  expect(page.querySelectorAll('h1')).toHaveLength(1);
  expect([...page.querySelectorAll('th')].filter(({ textContent }) => textContent === '')).toHaveLength(0);
});

test('text is written as text, also inside code, captions and addresses', () => {
  const nasty = '<img src=x onerror="alert(1)"> & `</code><b>`';
  const html = renderHelp(nasty, [{ anchor: '"><b>', title: nasty, blocks: [text(nasty), list(nasty), heading(nasty, "'><i>"), code(nasty), table([nasty], [[nasty]], nasty)] }]);
  const document = new JSDOM(html).window.document;
  expect(document.querySelectorAll('img, b, i')).toHaveLength(0);
  expect(document.querySelector('pre')!.textContent).toBe(nasty);
  expect(document.querySelector('p + ul, section p')!.textContent).toBe('<img src=x onerror="alert(1)"> & </code><b>');
  expect(document.querySelector('section')!.id).toBe('"><b>');
});

test('signs, code and numbers', () => {
  expect(escaped('a < b & "c"')).toBe('a &lt; b &amp; &quot;c&quot;');
  expect(inline('`<` is less')).toBe('<code>&lt;</code> is less');
  expect([1 / 3, 43.2, 12_600, -6.8, 0, 1e-9].map(shownNumber)).toEqual(['0.333333', '43.2', '12600', '−6.8', '0', '0']);
});

test('a column of numbers stands right, a mixed one left', () => {
  const document = new JSDOM(renderHelp('x', [{ anchor: 'x', title: 'x', blocks: [table(['n', 'mixed'], [[1, 'a'], [2, 3]])] }])).window.document;
  expect([...document.querySelectorAll('td')].map(({ className }) => className)).toEqual(['number', '', 'number', '']);
});
