/** The links of a chain as a tree whose nodes know where to go and what to say. */
import type { ChainFigure, ChainFinding, ChainLink, Figures, RowReference } from '../../domain/figures';
import { sameName } from '../../domain/names';
import { coverText, findingText } from '../../reports/chain-words';
import { shareDisplay } from '../../reports/target-display';

export interface ChainNode {
  /** Its place in `links`, as text. */
  readonly key: string;
  /** `Core Banking`, `Line A (1 of 2)`. */
  readonly title: string;
  /** The agreement that covers it, or why none does, and what is promised. */
  readonly detail: string;
  /** Something about it does not hold. */
  readonly broken: boolean;
  /** What does not hold, in words; empty where it was said of the same thing further up. */
  readonly findings: readonly string[];
  /** Where to look, or to put it right; null: nothing is written about it. */
  readonly place: RowReference | null;
  readonly children: readonly ChainNode[];
}

/**
 * The tree beneath an SLA, in reading order.
 *
 * @example chainNodes(chain, agreements)[0].detail // 'OLA Core Banking · 99.9%'
 */
export function chainNodes({ links, findings }: ChainFigure, agreements: Figures['agreements']): ChainNode[] {
  const childrenOf = new Map<number | null, number[]>();
  links.forEach(({ parent }, index) => childrenOf.set(parent, [...(childrenOf.get(parent) ?? []), index]));
  const nodesUnder = (parent: number | null): ChainNode[] =>
    (childrenOf.get(parent) ?? []).flatMap((index): ChainNode[] => {
      const link = links[index];
      return link === undefined ? [] : [nodeOf(link, index)];
    });
  const nodeOf = (link: ChainLink, index: number): ChainNode => {
    const about = findings.filter(({ item }) => sameName(item, link.item));
    const agreementRow = agreements.find(({ agreement }) => link.agreement !== null && sameName(agreement, link.agreement))?.row;
    return {
      key: String(index),
      title: link.group === null ? link.item : `${link.item} (${link.group})`,
      // That nothing covers it stands among the findings.
      detail: [link.cover !== 'Covered' && link.findings.length > 0 ? '' : coverText(link), link.availability === null ? '' : shareDisplay(link.availability).text].filter((part) => part !== '').join(' · '),
      broken: link.findings.length > 0 || about.length > 0,
      findings: link.findings.map(findingText),
      place: link.findings[0]?.rows[0] ?? agreementRow ?? about[0]?.rows[0] ?? null,
      children: nodesUnder(index),
    };
  };
  return nodesUnder(null);
}

/** Findings of the chain as a whole: those that no link says. */
export function ownFindings({ links, findings }: ChainFigure): ChainFinding[] {
  const key = ({ check, item, found }: ChainFinding): string => [check, item, found].join('\n');
  const said = new Set(links.flatMap((link) => link.findings.map(key)));
  return findings.filter((finding) => !said.has(key(finding)));
}

/** Keys of the nodes to open at first: those that lead to something that does not hold, or else the topmost. */
export function openAtFirst(nodes: readonly ChainNode[]): Set<string> {
  const open = new Set<string>();
  const leads = (node: ChainNode): boolean => {
    const inside = node.children.map(leads).some(Boolean);
    if (inside) open.add(node.key);
    return inside || node.broken;
  };
  const any = nodes.map(leads).some(Boolean);
  if (!any) for (const { key, children } of nodes) if (children.length > 0) open.add(key);
  return open;
}
