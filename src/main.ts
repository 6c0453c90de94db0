/** What Excel loads: the functions first, so that cells never wait; then the actions; the pane when it is seen. */
import './functions/register';
import './commands/register';
import { findDateSystem } from './excel/date-system';
import { setDateSystem } from './functions/date-system';

// Functions that are called before Excel has answered wait for it.
setDateSystem(Office.onReady().then(findDateSystem));

const showPane = (): void => void import('./taskpane/index');

void Office.onReady((info) => {
  // A workbook that only calculates, or a ribbon button, starts this page without showing it. Excel
  // says so in a field that its type lacks; where it says nothing, the pane is taken to be in view.
  const { addin } = info as { addin?: { visibilityMode?: string } };
  if (addin?.visibilityMode !== 'Hidden') return showPane();
  const stop = Office.addin.onVisibilityModeChanged(({ visibilityMode }) => {
    if (visibilityMode !== Office.VisibilityMode.taskpane) return;
    showPane();
    void stop.then((remove) => remove());
  });
});
