import { makeStyles, mergeClasses, tokens, Tree, TreeItem, TreeItemLayout, type TreeItemValue, type TreeOpenChangeData } from '@fluentui/react-components';
import { useState } from 'react';
import type { RowReference } from '../../domain/figures';
import { StatusIcon } from '../StatusIcon';
import { words } from '../words';
import { type ChainNode, openAtFirst } from './chain-nodes';

const useStyles = makeStyles({
  // Fluent's indent is made for file names; here whole sentences stand in a narrow pane.
  layout: { alignItems: 'flex-start', paddingTop: '4px', paddingBottom: '4px', paddingLeft: 'calc(var(--fluent-TreeItem--level, 1) * 12px - 12px)', paddingRight: 0 },
  leaf: { paddingLeft: 'calc(var(--fluent-TreeItem--level, 1) * 12px + 12px)' },
  main: { minWidth: 0, overflowWrap: 'anywhere' },
  sign: { paddingTop: '1px' },
  line: { display: 'block' },
  detail: { display: 'block', fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground3 },
});

export interface ChainTreeProps {
  readonly nodes: readonly ChainNode[];
  readonly label: string;
  readonly onGo: (place: RowReference) => void;
}

/** What stands beneath an SLA. Arrow keys walk, open and close; Enter or a click goes to the row. */
export function ChainTree({ nodes, label, onGo }: ChainTreeProps) {
  const [open, setOpen] = useState<ReadonlySet<TreeItemValue>>(() => openAtFirst(nodes));
  const change = (data: TreeOpenChangeData, node: ChainNode | undefined): void => {
    // A click or Enter on a branch goes to its row, as on a leaf; its arrow opens it.
    if (data.type === 'Click' || data.type === 'Enter') {
      if (node?.place) onGo(node.place);
      return;
    }
    setOpen(data.openItems);
  };
  const all = new Map<TreeItemValue, ChainNode>();
  const collect = (list: readonly ChainNode[]): void => list.forEach((node) => (all.set(node.key, node), collect(node.children)));
  collect(nodes);
  return (
    <Tree aria-label={label} size="small" openItems={open} onOpenChange={(_, data) => change(data, all.get(data.value))}>
      {nodes.map((node) => (
        <Node key={node.key} node={node} onGo={onGo} />
      ))}
    </Tree>
  );
}

function Node({ node, onGo }: { readonly node: ChainNode; readonly onGo: (place: RowReference) => void }) {
  const styles = useStyles();
  const { place, children } = node;
  const leaf = children.length === 0;
  return (
    <TreeItem
      value={node.key}
      itemType={leaf ? 'leaf' : 'branch'}
      {...(leaf && place !== null
        ? {
            onClick: () => onGo(place),
            onKeyDown: (event) => {
              if (event.key === 'Enter' && event.target === event.currentTarget) onGo(place);
            },
          }
        : {})}
    >
      <TreeItemLayout className={mergeClasses(styles.layout, leaf && styles.leaf)} main={{ className: styles.main }} iconBefore={node.broken ? { children: <StatusIcon status="warning" />, className: styles.sign } : undefined}>
        <span className={styles.line}>{node.title}</span>
        {node.detail === '' ? null : <span className={styles.detail}>{node.detail}</span>}
        {node.findings.map((finding) => (
          <span key={finding} className={styles.detail}>
            {finding}
          </span>
        ))}
        {node.broken && node.findings.length === 0 ? <span className={styles.detail}>{words.agreements.saidAbove}</span> : null}
      </TreeItemLayout>
      {leaf ? null : (
        <Tree>
          {children.map((child) => (
            <Node key={child.key} node={child} onGo={onGo} />
          ))}
        </Tree>
      )}
    </TreeItem>
  );
}
