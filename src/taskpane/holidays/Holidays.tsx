import { Button, Checkbox, Field, Link, makeStyles, MessageBar, MessageBarBody, Select, Spinner, Text, ToggleButton, tokens } from '@fluentui/react-components';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { HolidaysAdded, HolidaysFound, HolidaysParams } from '../../commands/holidays';
import { plainText } from '../failure';
import { Page } from '../Page';
import { words } from '../words';
import { detailOf, isOffered, titleOf } from './holiday-line';

const useStyles = makeStyles({
  title: { fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold, margin: '0 0 8px' },
  message: { marginBottom: '8px' },
  fields: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)', gap: '6px 10px' },
  // A long name must not widen the pane.
  select: { minWidth: 0, '& select': { minWidth: 0, width: '100%', textOverflow: 'ellipsis' } },
  wide: { gridColumn: '1 / -1' },
  toggles: { display: 'flex', flexWrap: 'wrap', gap: '6px' },
  heading: { fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold, margin: '12px 0 2px' },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  detail: { display: 'block', fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground3 },
  licence: { fontSize: 'inherit' },
  note: { margin: '10px 0 0', fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground3 },
});

/** Years before and after this one that can be chosen. */
const YEARS_BACK = 2;
const YEARS_AHEAD = 4;

type Kind = HolidaysFound['kinds'][number];
const KINDS = Object.entries(words.holidays.kinds) as readonly (readonly [Kind, string])[];

export interface HolidaysProps {
  /** What there is for a choice. */
  readonly onFind: (params: HolidaysParams) => Promise<HolidaysFound>;
  readonly onAdd: (params: HolidaysParams & { readonly dates: readonly string[] }) => Promise<HolidaysAdded>;
  readonly onLicence: () => void;
  /** @param written whether anything was */
  readonly onBack: (written: boolean) => void;
}

/** Chooses a place and years, shows what would be written beside what is there, and writes it. */
export function Holidays({ onFind, onAdd, onLicence, onBack }: HolidaysProps) {
  const styles = useStyles();
  const [choice, setChoice] = useState<HolidaysParams>({});
  const [found, setFound] = useState<HolidaysFound | null>(null);
  const [answered, setAnswered] = useState<HolidaysParams | null>(null);
  const [flipped, setFlipped] = useState<ReadonlySet<string>>(new Set());
  const [busy, setBusy] = useState(true);
  const [writing, setWriting] = useState(false);
  const [failed, setFailed] = useState<string | null>(null);
  const [added, setAdded] = useState<HolidaysAdded | null>(null);
  const [written, setWritten] = useState(false);
  const asked = useRef(0);

  const find = useCallback(
    async (params: HolidaysParams): Promise<void> => {
      const number = ++asked.current;
      setBusy(true);
      setFailed(null);
      try {
        const answer = await onFind(params);
        // A choice made meanwhile has an answer of its own.
        if (number !== asked.current) return;
        setFound(answer);
        setAnswered(params);
        setFlipped(new Set());
      } catch (error) {
        if (number === asked.current) setFailed(plainText(error));
      }
      if (number === asked.current) setBusy(false);
    },
    [onFind],
  );
  const first = useRef(choice);
  // Once: later choices ask by themselves.
  useEffect(() => void find(first.current), [find]);

  const choose = (change: HolidaysParams): void => {
    const next = { ...choice, ...change };
    setChoice(next);
    setAdded(null);
    void find(next);
  };

  const isChosen = (date: string, state: string): boolean => (state === 'new') !== flipped.has(date);
  // What was found for an earlier choice is not written for this one.
  const isAnswered = answered === choice;
  const dates = (isAnswered && found !== null ? found.holidays : []).filter(({ date, state }) => isOffered(state) && isChosen(date, state)).map(({ date }) => date);
  const write = async (): Promise<void> => {
    setBusy(true);
    setWriting(true);
    setFailed(null);
    try {
      const result = await onAdd({ ...choice, dates });
      setAdded(result);
      setWritten(true);
      await find(choice);
    } catch (error) {
      setFailed(plainText(error));
      setBusy(false);
    }
    setWriting(false);
  };

  const select = (label: string, value: string, options: readonly { readonly code: string; readonly name: string }[], none: string | null, onChange: (value: string) => void) => (
    <Field label={label} size="small">
      <Select size="small" className={styles.select} disabled={writing} value={value} onChange={(_, data) => onChange(data.value)}>
        {none === null ? null : <option value="">{none}</option>}
        {options.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </Select>
    </Field>
  );
  const toggled = <Item,>(list: readonly Item[], item: Item): Item[] => (list.includes(item) ? list.filter((one) => one !== item) : [...list, item]);

  return (
    <Page
      label={words.holidays.title}
      bar={
        <>
          <Button appearance="primary" disabled={busy || dates.length === 0} onClick={() => void write()}>
            {words.holidays.add(dates.length)}
          </Button>
          <Button onClick={() => onBack(written)}>{words.holidays.back}</Button>
        </>
      }
    >
      <h2 className={styles.title}>{words.holidays.title}</h2>
      {failed === null ? null : (
        <MessageBar className={styles.message} intent="error" layout="multiline">
          <MessageBarBody>{failed}</MessageBarBody>
        </MessageBar>
      )}
      {added?.table ? (
        <MessageBar className={styles.message} intent="success" layout="multiline">
          <MessageBarBody>
            {words.holidays.added(added.added.length, added.table.name, added.table.sheet)} {words.holidays.undo[added.undo]}
          </MessageBarBody>
        </MessageBar>
      ) : null}
      {found === null ? (
        busy ? <Spinner label={words.holidays.loading} /> : null
      ) : (
        <>
          <div className={styles.fields}>
            <div className={styles.wide}>{select(words.holidays.country, choice.country ?? '', found.countries, words.holidays.choose, (country) => choose({ country, state: '', region: '', language: '' }))}</div>
            {found.states.length === 0 ? null : select(words.holidays.state, choice.state ?? '', found.states, words.holidays.whole, (state) => choose({ state, region: '' }))}
            {found.regions.length === 0 ? null : select(words.holidays.region, choice.region ?? '', found.regions, words.holidays.whole, (region) => choose({ region }))}
            {found.languages.length < 2 ? null : select(words.holidays.language, choice.language || (found.languages[0]?.code ?? ''), found.languages, null, (language) => choose({ language }))}
            {found.calendars.length === 0 ? null : select(words.holidays.calendar, found.calendar ?? '', found.calendars.map((name) => ({ code: name, name })), words.holidays.everyCalendar, (calendar) => choose({ calendar: calendar === '' ? null : calendar }))}
            <Field className={styles.wide} label={words.holidays.years} size="small">
              <div className={styles.toggles} role="group">
                {Array.from({ length: YEARS_BACK + 1 + YEARS_AHEAD }, (_, index) => found.thisYear - YEARS_BACK + index).map((year) => (
                  <ToggleButton key={year} size="small" shape="circular" disabled={writing} checked={found.years.includes(year)} onClick={() => choose({ years: toggled(found.years, year) })}>
                    {year}
                  </ToggleButton>
                ))}
              </div>
            </Field>
            <Field className={styles.wide} label={words.holidays.kind} size="small">
              <div className={styles.toggles} role="group">
                {KINDS.map(([kind, label]) => (
                  <ToggleButton key={kind} size="small" shape="circular" disabled={writing} checked={found.kinds.includes(kind)} onClick={() => choose({ kinds: toggled(found.kinds, kind) })}>
                    {label}
                  </ToggleButton>
                ))}
              </div>
            </Field>
          </div>
          {choice.country && (busy || isAnswered) ? (
            <>
              <h3 className={styles.heading}>{words.holidays.found(found.holidays.length)}</h3>
              {found.holidays.length === 0 ? (
                <Text>{words.holidays.none}</Text>
              ) : (
                <ul className={styles.list} aria-label={words.holidays.title}>
                  {found.holidays.map((holiday) => (
                    <li key={holiday.date}>
                      <Checkbox
                        disabled={busy || !isOffered(holiday.state)}
                        checked={holiday.state === 'there' || (isOffered(holiday.state) && isChosen(holiday.date, holiday.state))}
                        onChange={() => setFlipped(new Set(toggled([...flipped], holiday.date)))}
                        label={
                          <>
                            {titleOf(holiday)}
                            {detailOf(holiday) === '' ? null : <span className={styles.detail}>{detailOf(holiday)}</span>}
                          </>
                        }
                      />
                    </li>
                  ))}
                </ul>
              )}
            </>
          ) : null}
          <p className={styles.note}>
            {words.holidays.note(found.collection)}{' '}
            <Link as="button" inline className={styles.licence} onClick={onLicence}>
              {words.holidays.licence(found.collection.licence)}
            </Link>
          </p>
        </>
      )}
    </Page>
  );
}
