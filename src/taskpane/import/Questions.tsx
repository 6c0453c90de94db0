import { Field, Input, makeStyles, Radio, RadioGroup, Select, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { ImportChoices, ImportPreview, ImportQuestion } from '../../tables/import/model';
import { IMPORT_TARGETS } from '../../tables/import/profiles';
import { importWords } from '../../tables/import/words';
import { words } from '../words';

const useStyles = makeStyles({
  questions: { display: 'flex', flexDirection: 'column', gap: '10px', margin: '4px 0 10px', padding: '8px 10px', borderLeft: `3px solid ${tokens.colorBrandBackground}`, backgroundColor: tokens.colorNeutralBackground2 },
  title: { fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold, margin: 0 },
  reading: { display: 'block', fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground3 },
});

/** A choice beside the names that the file gives. */
const LEAVE_OUT = '\u0000leave out';
const KEEP = '\u0000keep';
const NONE = '\u0000none';

interface QuestionsProps {
  readonly preview: ImportPreview;
  readonly busy: boolean;
  readonly onAnswer: (change: ImportChoices) => void;
}

/** Everything that only the user knows: each answer is looked at in the file at once. */
export function Questions({ preview, busy, onAnswer }: QuestionsProps) {
  const styles = useStyles();
  const { questions, unknownNames } = preview;
  const answerValue = (field: string, value: string, answer: string | null): void => onAnswer({ values: { [field]: { [value]: answer } } });
  return (
    <>
      {questions.length === 0 ? null : (
        <section className={styles.questions} aria-label={words.import.questions}>
          <h3 className={styles.title}>{words.import.questions}</h3>
          {questions.map((question) => (
            <Question key={keyOf(question)} question={question} preview={preview} busy={busy} onAnswer={onAnswer} onValue={answerValue} />
          ))}
        </section>
      )}
      {unknownNames.length === 0 ? null : (
        <section className={styles.questions} aria-label={words.import.names}>
          <h3 className={styles.title}>{words.import.names}</h3>
          {unknownNames.slice(0, MOST_NAMES).map(({ field, name, rows, closest }) => (
            <Field key={name} label={importWords.name(name, rows)} size="small">
              <Select
                size="small"
                disabled={busy}
                value=""
                onChange={(_, { value }) => answerValue(field, name, value === LEAVE_OUT ? null : value === KEEP ? name : value)}
              >
                <option value="">{words.import.choose}</option>
                {closest === null ? null : <option value={closest}>{words.import.perhaps(closest)}</option>}
                <option value={LEAVE_OUT}>{words.import.leaveOut}</option>
                <option value={KEEP}>{words.import.keep}</option>
                {preview.items.map((item) => (
                  <option key={item} value={item}>
                    {item}
                  </option>
                ))}
              </Select>
            </Field>
          ))}
          {unknownNames.length > MOST_NAMES ? <span className={styles.reading}>{words.import.moreNames(unknownNames.length - MOST_NAMES)}</span> : null}
        </section>
      )}
    </>
  );
}

/** Each has a drop-down with every service: more would make the pane slow, and nobody would answer them here. */
const MOST_NAMES = 20;

const keyOf = (question: ImportQuestion): string => [question.kind, 'field' in question ? question.field : '', 'value' in question ? question.value : ''].join('\n');

interface QuestionProps {
  readonly question: ImportQuestion;
  readonly preview: ImportPreview;
  readonly busy: boolean;
  readonly onAnswer: (change: ImportChoices) => void;
  readonly onValue: (field: string, value: string, answer: string | null) => void;
}

function Question({ question, preview, busy, onAnswer, onValue }: QuestionProps) {
  const styles = useStyles();
  const [typed, setTyped] = useState('');
  const select = (label: string, options: readonly string[], onChoose: (value: string) => void, more: readonly (readonly [string, string])[] = []) => (
    <Field label={label} size="small">
      <Select size="small" disabled={busy} value="" onChange={(_, { value }) => value !== '' && onChoose(value)}>
        <option value="">{words.import.choose}</option>
        {more.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
        {options.map((option) => (
          <option key={option} value={option}>
            {option}
          </option>
        ))}
      </Select>
    </Field>
  );
  const input = (label: string, placeholder: string, onDone: (value: string) => void) => (
    <Field label={label} size="small">
      <Input
        size="small"
        disabled={busy}
        value={typed}
        placeholder={placeholder}
        onChange={(_, { value }) => setTyped(value)}
        onBlur={() => typed.trim() !== '' && onDone(typed.trim())}
        onKeyDown={({ key }) => key === 'Enter' && typed.trim() !== '' && onDone(typed.trim())}
      />
    </Field>
  );
  const headings = preview.headings.map(({ heading }) => heading);
  switch (question.kind) {
    case 'table':
      return select(importWords.askTable, question.tables, (value) => onAnswer({ table: IMPORT_TARGETS.find((table) => table === value)! }));
    case 'column':
      return (
        <>
          {select(importWords.askColumn(question.column), headings, (heading) => onAnswer({ mapping: { [question.field]: heading } }))}
          {question.field === 'item' ? select(words.import.oneItem, preview.items, (item) => onAnswer({ item })) : null}
        </>
      );
    case 'end':
      return select(importWords.askEnd(question.column, question.headings), headings, (heading) => onAnswer({ mapping: { [question.field]: heading === NONE ? null : heading } }), [[NONE, words.import.noHeading]]);
    case 'zone':
      return input(importWords.askZone(question.zone), 'Europe/Berlin', (zone) => onAnswer({ zone }));
    case 'date-order':
      return (
        <Field label={importWords.askOrder(question.contradiction)}>
          <RadioGroup disabled={busy} value="" onChange={(_, { value }) => onAnswer({ dateOrder: value === 'mdy' ? 'mdy' : 'dmy' })}>
            {(['dmy', 'mdy'] as const).map((order) => (
              <Radio
                key={order}
                value={order}
                label={
                  <>
                    {words.import.order[order]}
                    {question.examples.map((example) => (
                      <span key={`${example.line}${example.column}`} className={styles.reading}>
                        {importWords.reading(example, example[order])}
                      </span>
                    ))}
                  </>
                }
              />
            ))}
          </RadioGroup>
        </Field>
      );
    case 'value': {
      const label = importWords.askValue(question);
      if (question.type === 'percent') {
        const percent = (text: string): void => onValue(question.field, question.value, /^\d+(\.\d+)?$/.test(text) ? `${text}%` : text);
        return (
          <>
            {input(label, '50%', percent)}
            <Select size="small" disabled={busy} aria-label={words.import.orLeave(question.value)} value="" onChange={(_, { value }) => value !== '' && (value === LEAVE_OUT ? onValue(question.field, question.value, null) : percent(value))}>
              <option value="">{words.import.or}</option>
              <option value="100">{words.import.all}</option>
              <option value={LEAVE_OUT}>{words.import.leaveOut}</option>
            </Select>
          </>
        );
      }
      const more: (readonly [string, string])[] = [[LEAVE_OUT, words.import.leaveOut]];
      if (question.mayStay) more.push([KEEP, words.import.keep]);
      return select(label, question.choices, (value) => onValue(question.field, question.value, value === LEAVE_OUT ? null : value === KEEP ? question.value : value), more);
    }
  }
}
