import { Button, CounterBadge, FluentProvider, makeStyles, MessageBar, MessageBarActions, MessageBarBody, Spinner, Tab, TabList, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react';
import type { Recommendation } from '../domain/demand/figures';
import type { Figures, RowReference } from '../domain/figures';
import { HELP_PAGE } from '../help/path';
import type { Problem, TableMapping } from '../tables/model';
import { Agreements } from './agreements/Agreements';
import { plainText } from './failure';
import { FirstRun } from './FirstRun';
import { Holidays } from './holidays/Holidays';
import { Import } from './import/Import';
import { MAP_AT_FIRST } from './map/map-state';
import { Mapping } from './Mapping';
import { Mishap } from './Mishap';
import type { Activity, Overview, PaneActions, ReportChoice, ReportResult, SentRecommendation, TablesFound } from './pane-actions';
import { type Forecasting, PLAN_AT_FIRST } from './plan/plan-state';
import { Problems } from './Problems';
import { type Built, Report, type Running } from './Report';
import { usePaneTheme } from './theme';
import { Today } from './Today';
import type { Tool } from './Tools';
import { words } from './words';

/** With its layout: fetched when somebody opens it. */
const MapView = lazy(async () => ({ default: (await import('./map/MapView')).MapView }));
const PlanView = lazy(async () => ({ default: (await import('./plan/PlanView')).PlanView }));

const useStyles = makeStyles({
  pane: { height: '100%', display: 'flex', flexDirection: 'column', backgroundColor: tokens.colorNeutralBackground1, color: tokens.colorNeutralForeground1 },
  tabs: { borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, paddingRight: '40px', flexShrink: 0 },
  // Excel's own menu covers the last 40 points of the top; six tabs fit beside it at the narrowest.
  tab: { '@media (max-width: 380px)': { paddingInline: '2px', '& .fui-Tab__content, & .fui-Tab__content--reserved-space': { fontSize: tokens.fontSizeBase200, paddingInline: 0 } }, '@media (max-width: 340px)': { paddingInline: '1px' } },
  // There the list itself says how many there are.
  number: { '@media (max-width: 340px)': { display: 'none' } },
  center: { flexGrow: 1, display: 'flex', alignItems: 'center', justifyContent: 'center' },
});

type View = keyof typeof words.tabs;

/** Months that may be reported: the one shown and the 24 before As of, newest first. */
export function reportableMonths(month: string, asOf: number): string[] {
  const now = new Date(asOf * 1000).toISOString().slice(0, 7);
  const [year = 0, number = 1] = now.split('-').map(Number);
  const months = Array.from({ length: 25 }, (_, back) => {
    const index = year * 12 + number - 1 - back;
    return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-01`;
  });
  return [...new Set([month, ...months])].sort().reverse();
}

/** What is written when a report of these parts is asked for. */
function builtBy({ only = [], agreements, services }: ReportChoice): Built {
  const [part] = only.length === 1 ? only : [];
  if (services || part === 'pictures') return 'pictures';
  return agreements || part === 'agreements' ? 'pages' : 'report';
}

/** The figures as they are once a recommendation has a row. */
function withSent(figures: Figures, name: string, row: RowReference): Figures {
  if (figures.demand === null) return figures;
  return { ...figures, demand: { ...figures.demand, recommendations: figures.demand.recommendations.map((one) => (one.name === name ? { ...one, sent: row } : one)) } };
}

/** Figures of the tables as they are now, with the demand that was worked out before. */
function withDemandOf(before: Overview, now: Overview): Overview {
  return { ...now, figures: { ...now.figures, demand: before.figures.demand } };
}

const wasCancelled = (error: unknown): boolean => (error as { code?: string } | null)?.code === 'Cancelled';

/** The whole pane: what to show follows from which tables there are and what was asked for. */
export function Pane({ actions, officeBackground }: { readonly actions: PaneActions; readonly officeBackground: string | null }) {
  const styles = useStyles();
  const theme = usePaneTheme(officeBackground);
  const [found, setFound] = useState<TablesFound | null>(null);
  const [overview, setOverview] = useState<Overview | null>(null);
  const [tool, setTool] = useState<Tool | null>(null);
  const [view, setView] = useState<View>('today');
  const [busy, setBusy] = useState<string | null>(null);
  const [message, setMessage] = useState<{ text: string; retry: (() => void) | null } | null>(null);
  const [running, setRunning] = useState<Running | null>(null);
  const [written, setWritten] = useState<ReportResult | null>(null);
  const [what, setWhat] = useState<Built>('report');
  const [map, setMap] = useState(MAP_AT_FIRST);
  const [plan, setPlan] = useState(PLAN_AT_FIRST);
  const [forecasting, setForecasting] = useState<Forecasting | null>(null);
  const [forecastsStopped, setForecastsStopped] = useState(false);
  const [sent, setSent] = useState<SentRecommendation | null>(null);
  const cancel = useRef<(() => void) | null>(null);
  const stopForecasts = useRef<(() => void) | null>(null);

  /** Shows that something runs, and in plain words when it could not. */
  const during = useCallback(async (label: string, work: () => Promise<void>): Promise<void> => {
    setBusy(label);
    setMessage(null);
    try {
      await work();
    } catch (error) {
      if (!wasCancelled(error)) setMessage({ text: plainText(error), retry: () => void during(label, work) });
    } finally {
      setBusy(null);
    }
  }, []);

  /** Ends the forecasts without a word. */
  const dropForecasts = useCallback((): void => {
    stopForecasts.current?.();
    stopForecasts.current = null;
    setForecasting(null);
  }, []);

  const look = useCallback(
    (month?: string) =>
      during('Reading the tables …', async () => {
        // They would be those of tables, or of a month, that are no longer looked at.
        dropForecasts();
        setForecastsStopped(false);
        setSent(null);
        const tables = await actions.tables();
        setFound(tables);
        if (tables.tables.some((table) => table.role !== null)) setOverview(await actions.overview({ month }, { progress: ({ text }) => setBusy(text) }));
        else setOverview(null);
      }),
    [actions, during, dropForecasts],
  );

  useEffect(() => void look(), [look]);

  const insert = (what: 'insertSample' | 'insertEmptyTables', label: string): void =>
    void during(label, async () => {
      await actions[what]({ progress: ({ text }) => setBusy(text) });
      setTool(null);
      await look();
    });

  const goToRow = ({ table, row }: { table: string; row: number }): void => {
    const sheet = found?.tables.find((one) => one.role === table)?.sheet;
    if (sheet !== undefined) void during('', () => actions.goTo({ sheet, cell: `${row}:${row}` }));
  };
  const goToProblem = (problem: Problem): void => void during('', () => actions.goTo({ sheet: problem.sheet, cell: problem.cell || 'A1' }));

  const showRunning = (step: string, share: number | null, stop: () => void): void => {
    cancel.current = stop;
    // The report works out its own.
    dropForecasts();
    setTool(null);
    setView('report');
    setWritten(null);
    setMessage(null);
    setRunning((before) => {
      if (before === null) return { done: [], step, share, cancelling: false };
      const done = step === before.step ? before.done : [...before.done.filter((one) => one !== before.step), before.step];
      return { ...before, done, step, share };
    });
  };
  const showWritten = (result: ReportResult): void => {
    setRunning(null);
    setWritten(result);
    setOverview({ figures: result.figures, problems: result.problems });
  };
  const showFailed = (error: unknown): void => {
    setRunning(null);
    setMessage({ text: wasCancelled(error) ? words.report.cancelled : plainText(error), retry: null });
  };

  const build = async (parts: ReportChoice = {}): Promise<void> => {
    if (!overview) return;
    const controller = new AbortController();
    const stop = (): void => controller.abort();
    setWhat(builtBy(parts));
    showRunning(words.report.starting, null, stop);
    try {
      showWritten(await actions.buildReport({ month: overview.figures.month, ...parts }, { signal: controller.signal, progress: ({ text, share }) => showRunning(text, share ?? null, stop) }));
    } catch (error) {
      showFailed(error);
    }
  };

  /** Works out demand for the plan, beside everything else; cancelled, all stays as it was. */
  const forecast = async (month: string): Promise<void> => {
    const controller = new AbortController();
    const stop = (): void => controller.abort();
    stopForecasts.current = stop;
    const isCurrent = (): boolean => stopForecasts.current === stop;
    setMessage(null);
    setForecasting({ step: words.plan.starting, share: null, cancelling: false });
    try {
      const next = await actions.overview({ month, demand: true }, { signal: controller.signal, progress: ({ text, share = null }) => isCurrent() && setForecasting((before) => before && { ...before, step: text, share }) });
      if (!controller.signal.aborted) setOverview(next);
      // A cancel that came too late to end them.
      else if (isCurrent()) setForecastsStopped(true);
    } catch (error) {
      if (isCurrent()) setForecastsStopped(true);
      if (isCurrent() && !wasCancelled(error)) setMessage({ text: plainText(error), retry: null });
    } finally {
      if (isCurrent()) {
        stopForecasts.current = null;
        setForecasting(null);
      }
    }
  };

  const send = async (recommendation: Recommendation, to: Recommendation['belongsTo']): Promise<void> => {
    let written = false;
    await during(words.plan.sending, async () => {
      const done = await actions.sendRecommendation({ name: recommendation.name, to, seen: recommendation }, { progress: ({ text }) => setBusy(text) });
      written = true;
      setSent(done);
      setOverview((before) => before && { ...before, figures: withSent(before.figures, recommendation.name, done.row) });
    });
    if (written) await lookAfterSending();
  };

  /** A table may have been made, and the portfolio has one project more. What is forecast stays: nothing of it was changed. */
  const lookAfterSending = (): Promise<void> =>
    during(words.plan.lookingAgain, async () => {
      try {
        setFound(await actions.tables());
        const next = await actions.overview({ month: overview?.figures.month }, { progress: ({ text }) => setBusy(text) });
        setOverview((before) => before && withDemandOf(before, next));
      } catch (error) {
        throw wasCancelled(error) ? error : new Error(words.plan.sentButNotRead(plainText(error)));
      }
    });

  /** What a ribbon button began is shown as if the pane had begun it. */
  const showRibbon = (activity: Activity): void => {
    switch (activity.id) {
      case 'buildReport':
        setWhat('report');
        if (activity.state === 'running') showRunning(activity.text, activity.share, activity.cancel);
        else if (activity.state === 'done') showWritten(activity.result as ReportResult);
        else showFailed(activity.error);
        return;
      case 'check':
      case 'insertSample':
      case 'insertEmptyTables':
        if (activity.state === 'running') return setBusy(activity.text);
        setBusy(null);
        if (activity.state === 'failed') return showFailed(activity.error);
        setTool(null);
        setView(activity.id === 'check' ? 'problems' : 'today');
        void look(activity.id === 'check' ? overview?.figures.month : undefined);
        return;
      default:
        return;
    }
  };
  const ribbon = useRef(showRibbon);
  ribbon.current = showRibbon;
  useEffect(() => actions.onRibbon((activity) => ribbon.current(activity)), [actions]);

  const chooseMonth = (month: string): void => {
    setWritten(null);
    void look(month);
  };

  const content = () => {
    if (found === null) return message ? null : <Waiting label={busy} />;
    if (tool === 'mapping') {
      const change = (next: TableMapping): void =>
        void during('Saving …', async () => {
          await actions.saveMapping(next);
          setFound(await actions.tables());
        });
      return (
        <Mapping
          found={found}
          busy={busy !== null}
          onChange={change}
          onDone={() => {
            setTool(null);
            void look();
          }}
          onBack={() => setTool(null)}
        />
      );
    }
    if (tool === 'import') {
      return (
        <Import
          onPreview={actions.previewImport}
          onImport={actions.runImport}
          onBack={(changed) => {
            setTool(null);
            if (changed) void look(overview?.figures.month);
          }}
        />
      );
    }
    if (tool === 'holidays') {
      return (
        <Holidays
          onFind={actions.holidays}
          onAdd={actions.addHolidays}
          onLicence={() => actions.openPage('licences/date-holidays.txt')}
          onBack={(changed) => {
            setTool(null);
            if (changed) void look(overview?.figures.month);
          }}
        />
      );
    }
    if (overview === null) {
      if (busy !== null) return <Waiting label={busy} />;
      return (
        <FirstRun
          familiar={found.tables.length > 0}
          busy={busy !== null}
          onSample={() => insert('insertSample', 'Writing the sample …')}
          onMine={() => setTool('mapping')}
          onEmpty={() => insert('insertEmptyTables', 'Writing empty tables …')}
        />
      );
    }
    const { month, asOf } = overview.figures;
    const months = reportableMonths(month, asOf);
    const settings = found.tables.find(({ role }) => role === 'Settings')?.sheet;
    return (
      <>
        <TabList className={styles.tabs} size="small" selectedValue={view} onTabSelect={(_, { value }) => setView(value as View)}>
          <Tab className={styles.tab} value="today">{words.tabs.today}</Tab>
          <Tab className={styles.tab} value="problems">
            {words.tabs.problems} {overview.problems.length === 0 ? null : <CounterBadge className={styles.number} count={overview.problems.length} overflowCount={999} color="informative" size="small" />}
          </Tab>
          <Tab className={styles.tab} value="agreements">{words.tabs.agreements}</Tab>
          <Tab className={styles.tab} value="report">{words.tabs.report}</Tab>
          <Tab className={styles.tab} value="map">{words.tabs.map}</Tab>
          <Tab className={styles.tab} value="plan">{words.tabs.plan}</Tab>
        </TabList>
        {view === 'today' ? (
          <Today overview={overview} tables={found.tables} months={months} busy={busy !== null || running !== null} onMonth={chooseMonth} onRefresh={() => void look(month)} onBuild={() => void build()} onGo={goToRow} onView={setView} onTool={setTool} onHelp={() => actions.openPage(HELP_PAGE)} />
        ) : view === 'problems' ? (
          <Problems problems={overview.problems} onGo={goToProblem} onBack={() => void during('', () => actions.goBack())} />
        ) : view === 'agreements' ? (
          <Agreements figures={overview.figures} busy={busy !== null || running !== null} onGo={goToRow} onPages={(agreements) => void build(agreements === null ? { only: ['agreements'] } : { agreements })} />
        ) : view === 'map' ? (
          <Suspense fallback={<Waiting label={null} />}>
            <MapView figures={overview.figures} state={map} onState={setMap} busy={busy !== null || running !== null} onGo={goToRow} onPictures={(services) => void build(services === null ? { only: ['pictures'] } : { services })} />
          </Suspense>
        ) : view === 'plan' ? (
          <Suspense fallback={<Waiting label={null} />}>
            <PlanView
              figures={overview.figures}
              state={plan}
              onState={setPlan}
              forecasting={forecasting}
              stopped={forecastsStopped}
              busy={busy !== null || running !== null}
              sent={sent}
              onForecast={() => void forecast(month)}
              onCancel={() => {
                setForecasting((before) => before && { ...before, cancelling: true });
                stopForecasts.current?.();
              }}
              onSend={(recommendation, to) => void send(recommendation, to)}
              onGo={goToRow}
              onSettings={settings === undefined ? undefined : () => void during('', () => actions.goTo({ sheet: settings, cell: 'A1' }))}
            />
          </Suspense>
        ) : (
          <Report
            month={month}
            months={months}
            what={what}
            running={running}
            written={written}
            onMonth={chooseMonth}
            onBuild={(only) => void build({ only })}
            onCancel={() => {
              setRunning((before) => before && { ...before, cancelling: true });
              cancel.current?.();
            }}
            onOpen={(sheet) => void during('', () => actions.goTo({ sheet, cell: 'A1' }))}
            onProblems={() => setView('problems')}
            onAgain={() => setWritten(null)}
          />
        )}
      </>
    );
  };

  return (
    <FluentProvider theme={theme} style={{ height: '100%' }}>
      <div className={styles.pane}>
        {message === null ? null : (
          <MessageBar intent={message.text === words.report.cancelled ? 'info' : 'error'} layout="multiline">
            <MessageBarBody>{message.text}</MessageBarBody>
            {message.retry === null ? null : (
              <MessageBarActions>
                <Button size="small" onClick={message.retry}>
                  {words.retry}
                </Button>
              </MessageBarActions>
            )}
          </MessageBar>
        )}
        <Mishap>{content()}</Mishap>
      </div>
    </FluentProvider>
  );
}

function Waiting({ label }: { readonly label: string | null }) {
  const styles = useStyles();
  return (
    <div className={styles.center}>
      <Spinner label={label ?? ''} labelPosition="below" />
    </div>
  );
}
