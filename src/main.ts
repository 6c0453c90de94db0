/** What Excel loads: the functions first, so that cells never wait; then the actions; the pane when there is time. */
import './functions/register';
import './commands/register';

void Office.onReady(() => import('./taskpane/index'));
