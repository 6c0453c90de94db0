/** Shows the pane in the page that Excel loaded, and gives it the actions. */
import { createRoot } from 'react-dom/client';
import { onActivity, perform } from '../commands/actions';
import { Pane } from './Pane';
import type { PaneActions } from './pane-actions';

let own = 0;

/** Runs one of the pane's own actions: what runs outside of these, the ribbon began. */
async function mine<Result>(run: () => Promise<Result>): Promise<Result> {
  own += 1;
  try {
    return await run();
  } finally {
    own -= 1;
  }
}

const actions: PaneActions = {
  tables: () => mine(() => perform('tables', {})),
  saveMapping: (mapping) => mine(() => perform('mapTables', { mapping })),
  overview: ({ month, demand = false }, context) => mine(() => perform('figures', { ...(month === undefined ? {} : { month }), demand }, context)),
  buildReport: ({ month, ...what }, context) => mine(() => perform('buildReport', { ...(month === undefined ? {} : { month }), ...what }, context)),
  sendRecommendation: (params, context) => mine(() => perform('sendRecommendation', params, context)),
  goTo: (place) => mine(() => perform('goTo', place)),
  goBack: () => mine(() => perform('goBack', {})),
  insertSample: (context) => mine(() => perform('insertSample', {}, context)),
  insertEmptyTables: (context) => mine(() => perform('insertEmptyTables', {}, context)),
  holidays: (params) => mine(() => perform('holidays', params)),
  addHolidays: (params) => mine(() => perform('addHolidays', params)),
  previewImport: (params, context) => mine(() => perform('previewImport', params, context)),
  runImport: (params, context) => mine(() => perform('runImport', params, context)),
  openPage: (name) => {
    const page = new URL(name, window.location.href).href;
    // Excel on the desktop shows a window that the pane opens inside itself; this one is the user's browser.
    if (Office.context.requirements.isSetSupported('OpenBrowserWindowApi', '1.1')) Office.context.ui.openBrowserWindow(page);
    else window.open(page, '_blank', 'noopener');
  },
  onRibbon: (listener) =>
    onActivity((activity) => {
      if (own === 0) listener(activity);
    }),
};

const root = document.getElementById('root');
// Undefined in Excel on the web, whatever its type says.
const theme = Office.context.officeTheme as Office.OfficeTheme | undefined;
if (root) createRoot(root).render(<Pane actions={actions} officeBackground={theme?.bodyBackgroundColor ?? null} />);
