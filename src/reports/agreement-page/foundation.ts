import type { ChainFinding } from '../../domain/figures';
import { sameName } from '../../domain/names';
import { CHAIN_WORD, chainSentences, chainState, type ChainState, findingText } from '../chain-words';
import { cell, linesOf, textCell, widthOf } from '../layout';
import type { CellStyle } from '../sheet';
import { HEIGHT, STATUS_STYLE, STYLE } from '../style';
import { TARGET_COLUMN as C, TARGET_COLUMNS } from '../target-block';
import { SHEET_NAME, W } from '../words';
import { addSection, LINE, type PageContext } from './page';

/** The chain's own sheet lists them all. */
const MOST_FINDINGS = 8;
const STATE_STYLE: Readonly<Record<ChainState, CellStyle>> = {
  'Cannot be promised': STATUS_STYLE.Missed,
  'Has gaps': STATUS_STYLE['At risk'],
  'Nothing beneath it': STATUS_STYLE['Not measurable'],
  'Holds together': STATUS_STYLE.Met,
};

/** What the agreement stands on and whether that holds; of one beneath others, which stand on it. */
export function addFoundation({ agreement, input: { figures }, rows }: PageContext): void {
  const width = widthOf(TARGET_COLUMNS, C.service, C.to);
  const isThis = (name: string | null): boolean => name !== null && sameName(name, agreement.agreement);
  const chain = figures.chains.find((one) => isThis(one.agreement)) ?? null;
  const above = figures.chains.filter(({ links }) => links.some((link) => link.cover === 'Covered' && isThis(link.agreement)));
  if (chain === null && above.length === 0) return;
  addSection(rows, chain === null ? W.agreementPage.carries : W.agreementPage.foundation);
  const findings: ChainFinding[] = [];
  if (chain !== null) {
    const state = chainState(chain);
    const [first = '', ...rest] = linesOf(chainSentences(chain), width, STYLE.detail).map((line) => line.replaceAll('. · ', '. '));
    rows.add(HEIGHT.promise, [cell(C.status, CHAIN_WORD[state], STATE_STYLE[state]), textCell(C.service, first, width, { ...STYLE.detail, color: STYLE.body.color })]);
    for (const line of rest) rows.add(LINE, [textCell(C.service, line, width, { ...STYLE.detail, color: STYLE.body.color })]);
    findings.push(...chain.findings);
  }
  if (above.length > 0) {
    const names = above.map((one) => one.agreement);
    for (const line of linesOf(names, width, STYLE.detail)) rows.add(LINE, [textCell(C.service, line, width, STYLE.detail)]);
    for (const finding of above.flatMap((one) => one.findings)) {
      if (isThis(finding.agreement) && !findings.some((known) => findingText(known) === findingText(finding))) findings.push(finding);
    }
  }
  for (const finding of findings.slice(0, MOST_FINDINGS)) rows.add(LINE, [textCell(C.service, `${finding.item}: ${findingText(finding)}`, width, STYLE.detail)]);
  const more = findings.length - MOST_FINDINGS;
  if (more > 0) rows.add(LINE, [cell(C.service, W.agreementPage.moreFindings(more, SHEET_NAME['agreement-chain']), STYLE.detail)]);
}
