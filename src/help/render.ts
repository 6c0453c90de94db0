/** Writes help sections as one page of plain HTML: no scripts, nothing from elsewhere. */
import type { Block, HelpSection, HelpText } from './section';
import { STYLE } from './style';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text that is safe between tags and in attributes. @example escaped('a < b') // 'a &lt; b' */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign]!);
}

/** Text with code between backticks. @example inline('`<` is less') // '<code>&lt;</code> is less' */
export function inline(text: HelpText): string {
  return text
    .split('`')
    .map((part, index) => (index % 2 === 1 ? `<code>${escaped(part)}</code>` : escaped(part)))
    .join('');
}

/** A number as it is shown: at most six decimals. @example shownNumber(1 / 3) // '0.333333' */
export function shownNumber(value: number): string {
  return String(Number(value.toFixed(6))).replace('-', '−');
}

/** The whole page. @param title also the heading above everything */
export function renderHelp(title: string, sections: readonly HelpSection[]): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${escaped(title)}</h1>
<nav aria-label="Contents">
<ul>
${sections.map(contents).join('\n')}
</ul>
</nav>
<main>
${sections.map(section).join('\n')}
</main>
</body>
</html>
`;
}

function contents({ anchor, title, blocks }: HelpSection): string {
  const inside = blocks.flatMap((block) => (block.kind === 'heading' && block.anchor !== undefined ? [`<a href="#${escaped(block.anchor)}">${inline(block.text)}</a>`] : []));
  return `<li><a href="#${escaped(anchor)}">${escaped(title)}</a>${inside.length === 0 ? '' : `<p>${inside.join(' ')}</p>`}</li>`;
}

function section({ anchor, title, blocks }: HelpSection): string {
  return `<section id="${escaped(anchor)}">\n<h2>${escaped(title)}</h2>\n${blocks.map(blockHtml).join('\n')}\n</section>`;
}

function blockHtml(block: Block): string {
  switch (block.kind) {
    case 'text':
      return `<p>${inline(block.text)}</p>`;
    case 'list':
      return `<ul>\n${block.items.map((item) => `<li>${inline(item)}</li>`).join('\n')}\n</ul>`;
    case 'heading':
      return `<h3${block.anchor === undefined ? '' : ` id="${escaped(block.anchor)}"`}>${inline(block.text)}</h3>`;
    case 'code':
      return `<pre><code>${escaped(block.text)}</code></pre>`;
    case 'table':
      return tableHtml(block);
  }
}

function tableHtml({ head, rows, caption }: Extract<Block, { kind: 'table' }>): string {
  const numeric = head.map((_, column) => rows.length > 0 && rows.every((row) => typeof row[column] === 'number'));
  const kind = (column: number) => (numeric[column] ? ' class="number"' : '');
  const line = (tag: 'th' | 'td', cells: readonly (HelpText | number)[]) =>
    `<tr>${cells.map((cell, column) => `<${tag}${tag === 'th' ? ' scope="col"' : ''}${kind(column)}>${typeof cell === 'number' ? shownNumber(cell) : inline(cell)}</${tag}>`).join('')}</tr>`;
  // A wide table scrolls by itself, not the page.
  return `<div class="table"><table>${caption === undefined ? '' : `<caption>${inline(caption)}</caption>`}
<thead>${line('th', head)}</thead>
<tbody>
${rows.map((row) => line('td', row)).join('\n')}
</tbody></table></div>`;
}
