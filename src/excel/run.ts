/** How every action talks to Excel: waits for the end of a cell edit, can be cancelled, and fails in plain words. */
import { cancelled, toPlainError } from './errors';

/** A step of a long action. */
export interface ProgressStep {
  /** For people. */
  readonly text: string;
  /** 0 … 1, where it is known. */
  readonly share?: number;
}

export type Progress = (step: ProgressStep) => void;

export interface RunOptions {
  readonly progress?: Progress;
  readonly signal?: AbortSignal;
  /** All changes of the run become one step of Undo (ExcelApi 1.20). */
  readonly mergeUndoGroup?: boolean;
}

/** So long may a round trip take before we say that Excel makes us wait. */
const WAITING_AFTER_MS = 4000;

/**
 * `Excel.run` for a user's action. Each `context.sync()` of the batch first looks whether the user
 * cancelled, and says so when Excel keeps it waiting (a cell is being edited).
 * @throws PlainError
 */
export async function run<T>(batch: (context: Excel.RequestContext) => Promise<T>, { progress, signal, mergeUndoGroup }: RunOptions = {}): Promise<T> {
  const options: Excel.RunOptions = { delayForCellEdit: true, ...(mergeUndoGroup ? { mergeUndoGroup } : {}) };
  try {
    return await Excel.run(options, async (context) => {
      const sync = context.sync.bind(context);
      context.sync = async (passThrough) => {
        if (signal?.aborted) throw cancelled();
        const waiting = setTimeout(() => progress?.({ text: 'Waiting for Excel: if a cell is being edited, press Enter or Esc in it.' }), WAITING_AFTER_MS);
        try {
          return await sync(passThrough);
        } finally {
          clearTimeout(waiting);
        }
      };
      try {
        return await batch(context);
      } finally {
        context.sync = sync;
      }
    });
  } catch (error) {
    throw toPlainError(error);
  }
}

const SLICE_MS = 20;
let sliceStart = 0;

/**
 * Lets Excel and the pane breathe: gives the thread back when 20 ms have gone since it last did, so that what
 * a piece of work takes longer than that still ends before anyone feels it (50 ms).
 * Cheap where there is nothing to wait for.
 * @throws PlainError when the user cancelled
 */
export function breathe(signal?: AbortSignal): Promise<void> | undefined {
  if (signal?.aborted) throw cancelled();
  if (performance.now() - sliceStart < SLICE_MS) return undefined;
  return nextTask();
}

/**
 * Gives the thread back in any case: what follows is a task of its own. A timer would do, but browsers hold
 * those that follow each other back for 4 ms each.
 */
export function nextTask(): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = () => {
      // A port that stays open keeps Node from ending.
      port1.close();
      sliceStart = performance.now();
      resolve();
    };
    port2.postMessage(null);
  });
}
