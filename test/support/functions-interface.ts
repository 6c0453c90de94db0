const MEASURE = 'item from to outages hours? holidays? maintenance? planned? asof? zone? calendar? terms? dependencies?';

/** Ids and parameters of the custom functions as the users' interface has them; a trailing ? marks what may be left out. */
export const FUNCTIONS_INTERFACE: Readonly<Record<string, string>> = {
  SERVICETIME: 'from to hours? holidays? zone? calendar?',
  DEADLINE: 'start amount unit? hours? holidays? zone? calendar?',
  INHOURS: 'instant hours? holidays? zone? calendar?',
  AGREEDTIME: MEASURE,
  DOWNTIME: MEASURE,
  AVAILABILITY: MEASURE,
  BREAKS: MEASURE,
  LONGESTOUTAGE: MEASURE,
  MTRS: MEASURE,
  MTBF: MEASURE,
  WORSTWINDOW: `minutes ${MEASURE}`,
  ALLOWED: 'target from to hours? holidays? maintenance? planned? zone? calendar? terms?',
  STATUS: 'actual comparator target budgetLeft? amberMargin?',
  ERRORBUDGET: 'target agreed elapsed downtime',
  WITHIN: 'opened closed limit hours? holidays? hold? asof? zone? calendar? comparator?',
  CREDIT: 'availability tiers',
  REBATE: 'target agreed downtime rate units?',
  SERIAL: 'availabilities',
  PARALLEL: 'availabilities required?',
  SERVICEFOR: 'words glossary',
  GROWTH: 'values',
  TREND: 'values better? detail?',
  SPARK: 'values min? max?',
};
