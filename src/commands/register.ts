/** Tells Excel which function answers to which ribbon button, and gives the outside one documented way in. */
import type { ActionContext } from './figures';
import { type ActionId, actions, type ParamsOf, perform, type ResultOf } from './actions';
import { showPane } from './pane';

/**
 * The way in for the command line and for tests that drive the whole add-in:
 * `Plumbline.run('buildReport', { month: '2026-10' }, { progress })`.
 */
export interface PlumblineEntry {
  run<Id extends ActionId>(id: Id, params?: ParamsOf<Id>, context?: ActionContext): Promise<ResultOf<Id>>;
  readonly actions: typeof actions;
}

declare global {
  var Plumbline: PlumblineEntry;
}

/** A button's click: the pane shows the progress, the outcome and what went wrong. */
async function runFromRibbon(id: ActionId, event: Office.AddinCommands.Event): Promise<void> {
  try {
    await showPane();
    if (id !== 'openPane') await perform(id, {} as ParamsOf<ActionId>);
  } catch {
    // Said in the pane, which listens to `onActivity`.
  } finally {
    event.completed();
  }
}

for (const [id, { ribbon }] of Object.entries(actions)) {
  if (ribbon !== null) Office.actions.associate(id, (event: Office.AddinCommands.Event) => void runFromRibbon(id as ActionId, event));
}

globalThis.Plumbline = { run: (id, params, context) => perform(id, params ?? ({} as ParamsOf<typeof id>), context), actions };
