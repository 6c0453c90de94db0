import { Link, makeStyles } from '@fluentui/react-components';
import { words } from './words';

const useStyles = makeStyles({
  tools: { display: 'flex', flexWrap: 'wrap', gap: '4px 16px', listStyleType: 'none', margin: '10px 0 0', padding: 0 },
});

/** What fills and mends the tables. Each takes the whole pane until it is done. */
export type Tool = keyof typeof words.tools;

const TOOLS = Object.entries(words.tools) as readonly (readonly [Tool, string])[];

/** The way to everything that is not a view of the month. */
export function Tools({ busy, onTool, onHelp }: { readonly busy: boolean; readonly onTool: (tool: Tool) => void; readonly onHelp: () => void }) {
  const styles = useStyles();
  return (
    <ul className={styles.tools}>
      {TOOLS.map(([tool, label]) => (
        <li key={tool}>
          <Link as="button" disabled={busy} onClick={() => onTool(tool)}>
            {label}
          </Link>
        </li>
      ))}
      <li>
        <Link as="button" onClick={onHelp}>
          {words.help}
        </Link>
      </li>
    </ul>
  );
}
