import { type KeyboardEvent, useCallback, useEffect, useMemo, useReducer, useRef, useState } from 'react';
import { columnName, parseAddress, rangeAddress } from '../host/address';
import type { FunctionsMetadata } from '../calc/addin-functions';
import { addinUrl } from '../host/endpoint';
import { createHost } from '../host/host';
import { type ModelRange, ModelWorkbook } from '../host/model';
import { openWorkbook } from '../xlsx/open';
import { saveWorkbook } from '../xlsx/save';
import { pageCalculator } from './calculator';
import { neededWidth, setDateSystem } from './cell-look';
import { editText } from './edit-text';
import { Grid } from './Grid';
import { Ribbon } from './Ribbon';
import type { Ribbon as RibbonData, RibbonButton } from './ribbon';

/** What the page's server says of itself. */
export interface WorkbenchSettings {
  /** The add-in's page. */
  readonly addin: string;
  readonly book: { readonly name: string; readonly url: string } | null;
}

export interface WorkbenchProps {
  readonly settings: WorkbenchSettings;
  readonly ribbon: RibbonData;
  readonly workbook: ModelWorkbook;
  /** The add-in's functions, as its metadata describes them. */
  readonly functions: FunctionsMetadata;
}

export function newWorkbook(): ModelWorkbook {
  const workbook = new ModelWorkbook();
  workbook.addSheet('Sheet1');
  return workbook;
}

const intoView = (tab: HTMLElement | null): void => {
  tab?.scrollIntoView({ inline: 'nearest', block: 'nearest' });
};

function download(name: string, bytes: Uint8Array): void {
  const url = URL.createObjectURL(new Blob([bytes as BlobPart], { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** Excel, as far as the add-in needs it: ribbon, grid and sheet tabs, and the real task pane in its frame. */
export function Workbench({ settings, ribbon, workbook: firstWorkbook, functions }: WorkbenchProps) {
  const host = useMemo(() => createHost({ workbook: firstWorkbook, calculator: pageCalculator(functions) }), [firstWorkbook, functions]);
  const [version, changed] = useReducer((before: number) => before + 1, 0);
  const [notice, setNotice] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [paneShown, setPaneShown] = useState(true);
  /** Raised when another workbook is opened: the add-in starts anew, as in Excel. */
  const [opening, reopened] = useReducer((before: number) => before + 1, 0);
  const frame = useRef<HTMLIFrameElement>(null);

  useEffect(() => {
    let asked = 0;
    host.onPane = setPaneShown;
    const stop = host.onChange(({ kind }) => {
      // The next key already belongs to the new selection.
      if (kind === 'selection' || kind === 'workbook') return changed();
      // One drawing for the many changes of a batch.
      if (asked === 0) asked = requestAnimationFrame(() => ((asked = 0), changed()));
    });
    return () => {
      stop();
      cancelAnimationFrame(asked);
    };
  }, [host]);

  useEffect(() => {
    const { origin } = new URL(settings.addin);
    const take = (event: MessageEvent): void => {
      if (event.source === frame.current?.contentWindow && typeof event.data === 'string') void host.receive(event.data);
    };
    window.addEventListener('message', take);
    host.connect((text) => frame.current?.contentWindow?.postMessage(text, origin));
    return () => window.removeEventListener('message', take);
  }, [host, opening, settings.addin]);

  // office.js keeps settings by conversation: every start is a new one.
  const address = useMemo(() => addinUrl(settings.addin, window.location.origin, `workbench-${Date.now().toString(36)}-${opening}`), [settings.addin, opening]);

  const { workbook } = host;
  const visible = workbook.sheets.filter((sheet) => sheet.visibility === 'Visible');
  const sheet = workbook.sheets.find((one) => one.id === workbook.activeSheetId) ?? visible[0];
  if (sheet) setDateSystem(sheet, workbook.dateSystem);
  const selection = host.selection.range;

  const during = useCallback(async (work: () => Promise<void>): Promise<void> => {
    setBusy(true);
    setNotice(null);
    try {
      await work();
    } catch (error) {
      setNotice(error instanceof Error ? error.message : String(error));
    } finally {
      setBusy(false);
    }
  }, []);

  const show = (next: ModelWorkbook): void => {
    host.open(next);
    // What the add-in was doing in the workbook before ends with its page.
    setBusy(false);
    setNotice(null);
    reopened();
  };
  const press = (button: RibbonButton): void => {
    host.showPane(true);
    if (button.runs !== null) void during(() => host.runCommand(button.runs ?? '', button.id));
  };
  const formulaAt = (row: number, column: number): string => editText(sheet?.cell(row, column), workbook.dateSystem);
  const type = (row: number, column: number, text: string): void => {
    if (!sheet) return;
    void during(async () => {
      await host.type(sheet, { row, column, rows: 1, columns: 1 }, [[text]]);
      const needed = neededWidth(sheet, row, column);
      if (needed === null || sheet.columnWidths.has(column)) return;
      // As Excel does for a number in a column that nobody has sized.
      sheet.columnWidths.set(column, needed);
      sheet.changed.add('columns');
      changed();
    });
  };
  const goTo = (address: string): void => {
    const place = parseAddress(address);
    const target = place === null || place.sheet === null ? sheet : workbook.sheet(place.sheet);
    if (place && target) host.select(target, place.range);
    else setNotice(`There is no ${address}.`);
  };
  const follow = (row: number, column: number): boolean => {
    const link = sheet?.links.get(`${columnName(column)}${row + 1}`);
    const place = link === undefined ? null : parseAddress(link.reference.replace(/^#/, ''));
    const target = place === null || place.sheet === null ? undefined : workbook.sheet(place.sheet);
    if (!place || !target) return false;
    host.select(target, place.range);
    return true;
  };

  return (
    <div className={paneShown ? 'workbench' : 'workbench without-pane'}>
      <Ribbon
        ribbon={ribbon}
        bookName={workbook.name}
        busy={busy}
        onNew={() => show(newWorkbook())}
        onOpen={(file) => void during(async () => show(await openWorkbook(new Uint8Array(await file.arrayBuffer()), file.name)))}
        onDownload={() => void during(async () => download(workbook.name, await saveWorkbook(workbook)))}
        onButton={press}
      />
      <FormulaBar onGo={goTo} key={`${opening} ${sheet?.id} ${rangeAddress(selection)}`} address={rangeAddress({ ...selection, rows: 1, columns: 1 })} text={formulaAt(selection.row, selection.column)} notice={notice} onType={(text) => type(selection.row, selection.column, text)} />
      {sheet ? <Grid key={`${opening} ${sheet.id}`} workbook={workbook} sheet={sheet} version={version} selection={selection} onSelect={(range: ModelRange) => host.select(sheet, range)} onType={type} textOf={formulaAt} onFollow={follow} /> : <div className="sheet" />}
      <div className="tabs" role="tablist" aria-label="Sheets" onWheel={(event) => event.currentTarget.scrollBy({ left: event.deltaY })}>
        {visible.map((one) => (
          <button key={one.id} ref={one === sheet ? intoView : undefined} type="button" role="tab" aria-selected={one === sheet} className={one === sheet ? 'tab chosen' : 'tab'} onClick={() => host.activate(one)}>
            {one.name}
          </button>
        ))}
      </div>
      <div className="pane">
        <div className="pane-title">
          Plumbline
          <button type="button" aria-label="Close the pane" onClick={() => host.showPane(false)}>
            ×
          </button>
        </div>
        <iframe key={opening} ref={frame} src={address} title="Task pane" />
      </div>
    </div>
  );
}

/** Address and content of the active cell: another address goes there, another content is typed. */
function FormulaBar({ address, text, notice, onGo, onType }: { readonly address: string; readonly text: string; readonly notice: string | null; readonly onGo: (address: string) => void; readonly onType: (text: string) => void }) {
  const [typed, setTyped] = useState(text);
  useEffect(() => setTyped(text), [text]);
  const finish = (): void => {
    if (typed !== text) onType(typed);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') finish();
    if (event.key === 'Escape') setTyped(text);
  };
  return (
    <div className="formula-bar">
      <input className="address" aria-label="Name box" defaultValue={address} onFocus={(event) => event.currentTarget.select()} onKeyDown={(event) => event.key === 'Enter' && onGo(event.currentTarget.value)} />
      <input className="formula" aria-label="Formula" value={typed} onChange={(event) => setTyped(event.target.value)} onKeyDown={onKeyDown} onBlur={finish} />
      {notice === null ? null : (
        <div className="notice" role="alert">
          {notice}
        </div>
      )}
    </div>
  );
}
