import { Button, Field, makeStyles, MessageBar, MessageBarBody, Spinner, Text, Textarea, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { ImportDone, ImportParams, SeenPreview } from '../../commands/import';
import type { ActionContext as RunContext } from '../../commands/figures';
import { decodeExport } from '../../tables/import/decode';
import type { ImportChoices, ImportPreview } from '../../tables/import/model';
import { importWords } from '../../tables/import/words';
import { plainText } from '../failure';
import { Page } from '../Page';
import { words } from '../words';
import { Columns } from './Columns';
import { Findings } from './Findings';
import { Questions } from './Questions';

const useStyles = makeStyles({
  title: { fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold, margin: '0 0 8px' },
  source: { display: 'flex', flexDirection: 'column', gap: '10px' },
  file: { alignSelf: 'flex-start' },
  hidden: { display: 'none' },
  counts: { display: 'block', margin: '6px 0', fontWeight: tokens.fontWeightSemibold },
  facts: { margin: '0 0 8px', fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground3 },
  busy: { alignSelf: 'flex-start' },
  said: { marginBottom: '10px' },
  small: { minWidth: 'auto', whiteSpace: 'nowrap' },
});

export interface ImportProps {
  /** What importing would do; nothing is written. */
  readonly onPreview: (params: ImportParams, run: RunContext) => Promise<ImportPreview>;
  readonly onImport: (params: ImportParams & { readonly seen: SeenPreview }, run: RunContext) => Promise<ImportDone>;
  /** @param written whether anything was */
  readonly onBack: (written: boolean) => void;
}

/** What the user answered, added to what was answered before. */
function merge(choices: ImportChoices, change: ImportChoices): ImportChoices {
  const values = { ...choices.values };
  for (const [field, answers] of Object.entries(change.values ?? {})) values[field] = { ...values[field], ...answers };
  return { ...choices, ...change, mapping: { ...choices.mapping, ...change.mapping }, values };
}

/** Takes the export of another tool, asks what only the user knows, shows what would be written, and writes it. */
export function Import({ onPreview, onImport, onBack }: ImportProps) {
  const styles = useStyles();
  const file = useRef<HTMLInputElement>(null);
  const [pasted, setPasted] = useState('');
  const [text, setText] = useState<string | null>(null);
  const [choices, setChoices] = useState<ImportChoices>({});
  const [preview, setPreview] = useState<ImportPreview | null>(null);
  const [busy, setBusy] = useState<string | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  const [done, setDone] = useState<ImportDone | null>(null);
  const [written, setWritten] = useState(false);
  const asked = useRef(0);
  const running = useRef<AbortController | null>(null);
  const [writing, setWriting] = useState(false);
  useEffect(() => () => running.current?.abort(), []);

  /** Runs one thing at a time: a later one takes the place of what is still being looked at. */
  const during = async (label: string, work: (run: RunContext, isLast: () => boolean) => Promise<void>): Promise<void> => {
    running.current?.abort();
    const cancel = (running.current = new AbortController());
    const number = ++asked.current;
    const isLast = (): boolean => number === asked.current;
    setBusy(label);
    setFailed(null);
    try {
      await work({ signal: cancel.signal, progress: (step) => isLast() && setBusy(step.text) }, isLast);
    } catch (error) {
      if (isLast()) setFailed(plainText(error));
    }
    if (isLast()) setBusy(null);
  };
  const look = (source: string, next: ImportChoices): void => {
    setText(source);
    void during(words.import.reading, async (run, isLast) => {
      const answer = await onPreview({ text: source, choices: next }, run);
      if (!isLast()) return;
      setPreview(answer);
      // Only now: what is written goes by the answers that were looked at.
      setChoices(next);
    });
  };
  const open = (chosen: File | undefined): void => {
    if (!chosen) return;
    const number = ++asked.current;
    // Other rows were pasted while the file was read.
    const isLast = (): boolean => number === asked.current;
    void chosen.arrayBuffer().then((bytes) => isLast() && look(decodeExport(new Uint8Array(bytes)), {}), () => isLast() && setFailed(words.import.unreadable(chosen.name)));
  };
  const answer = (change: ImportChoices): void => {
    if (text !== null) look(text, merge(choices, change));
  };
  const seen = preview && { added: preview.counts.added, updates: preview.updates.length };
  const write = (): void => {
    if (text === null || seen === null) return;
    setWriting(true);
    void during(words.import.writing, async (run) => {
      setDone(await onImport({ text, choices, seen }, run));
      setWritten(true);
      clear();
    }).finally(() => setWriting(false));
  };
  const clear = (): void => {
    setPasted('');
    setText(null);
    setChoices({});
    setPreview(null);
  };
  const another = (): void => {
    running.current?.abort();
    asked.current++;
    setBusy(null);
    setFailed(null);
    clear();
  };

  return (
    <Page
      label={words.import.title}
      bar={
        <>
          {preview === null || seen === null ? (
            <Button className={styles.small} appearance="primary" disabled={busy !== null || pasted.trim() === ''} onClick={() => look(pasted, {})}>
              {words.import.look}
            </Button>
          ) : (
            <Button appearance="primary" disabled={busy !== null || !preview.isReady} onClick={write}>
              {words.import.run(seen.added, seen.updates)}
            </Button>
          )}
          {writing ? (
            <Button className={styles.small} onClick={() => running.current?.abort()}>
              {words.report.cancel}
            </Button>
          ) : (
            <>
              {text === null ? null : (
                <Button className={styles.small} onClick={another}>
                  {words.import.another}
                </Button>
              )}
              <Button className={styles.small} onClick={() => onBack(written)}>
                {words.import.back}
              </Button>
            </>
          )}
        </>
      }
    >
      <h2 className={styles.title}>{words.import.title}</h2>
      {failed === null ? null : (
        <MessageBar className={styles.said} intent="error" layout="multiline">
          <MessageBarBody>{failed}</MessageBarBody>
        </MessageBar>
      )}
      {done === null || preview !== null ? null : (
        <MessageBar className={styles.said} intent="success" layout="multiline">
          <MessageBarBody>
            {done.tables.map(({ rows, filled, name, sheet }) => words.import.done(rows, filled, name, sheet)).join(' ')} {words.import.undo[done.undo]}
          </MessageBarBody>
        </MessageBar>
      )}
      {text === null ? (
        <div className={styles.source}>
          <Text>{words.import.lead}</Text>
          <Button className={styles.file} onClick={() => file.current?.click()}>
            {words.import.file}
          </Button>
          <input
            ref={file}
            className={styles.hidden}
            type="file"
            accept=".csv,.tsv,.txt,.json,.yaml,.yml"
            aria-label={words.import.file}
            onChange={({ target }) => {
              open(target.files?.[0]);
              // The same file can be opened again.
              target.value = '';
            }}
          />
          <Field label={words.import.paste}>
            <Textarea rows={8} value={pasted} onChange={(_, { value }) => setPasted(value)} />
          </Field>
        </div>
      ) : null}
      {busy === null ? null : <Spinner className={styles.busy} size="tiny" label={busy} />}
      {preview === null ? null : (
        <>
          <Text block>{importWords.recognised(preview)}</Text>
          <Text className={styles.counts} role="status">
            {importWords.counts(preview)}
          </Text>
          <Questions preview={preview} busy={busy !== null} onAnswer={answer} />
          <p className={styles.facts}>
            {preview.zone ? importWords.zone(preview.zone) : ''} {importWords.notKept(preview.notKept)} {importWords.headingsInUtc(preview.headingsInUtc)} {preview.dateOrder ? importWords.dateOrder(preview.dateOrder) : ''} {preview.columnsLeftOut.length > 0 ? importWords.columnsLeftOut(preview.columnsLeftOut) : ''}{' '}
            {importWords.headingsNotUsed(preview.headingsNotUsed)} {importWords.columnsStayingBlank(preview.columnsStayingBlank)} {importWords.otherKinds(preview.otherKinds)}
          </p>
          <Columns preview={preview} busy={busy !== null} onAnswer={answer} />
          <Findings preview={preview} />
        </>
      )}
    </Page>
  );
}
