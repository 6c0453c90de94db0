/** What the reader of the plan looks at; kept while another view is open. */
export interface PlanState {
  readonly part: PlanPart;
  /** The recommendation that is opened, by name. */
  readonly opened: string | null;
  /** The usage that is shown, by `usageKey`; null: none was chosen yet. */
  readonly usage: string | null;
  /** Of the scenario, as it was typed; null: as Settings has it. */
  readonly budget: string | null;
}

export type PlanPart = 'recommendations' | 'capacity' | 'usage' | 'portfolio';

export const PLAN_AT_FIRST: PlanState = { part: 'recommendations', opened: null, usage: null, budget: null };

/** The forecasts of the plan while they are worked out. */
export interface Forecasting {
  readonly step: string;
  /** 0 … 1; null: not known. */
  readonly share: number | null;
  readonly cancelling: boolean;
}
