/** Excel functions that formula.js brings: engineering, finance, statistics, and the rarer ones of each kind. */
import * as formulajs from '@formulajs/formulajs';
import { CellError, type ErrorText, type ModelValue } from '../host/model';
import type { NativeFunction } from './functions';
import { Area, error, isMatrix, type Matrix, Raised } from './values';

/** Functions that take whole ranges; all others take single values, and matrices place by place. */
const RANGED = new Set(
  (
    'AVEDEV AVERAGEA CHISQTEST CHITEST CORREL COVAR COVARIANCEP COVARIANCES DAVERAGE DCOUNT DCOUNTA DEVSQ DGET DMAX DMIN DPRODUCT DSTDEV DSTDEVP DSUM DVAR DVARP FORECAST FORECASTLINEAR FREQUENCY FTEST FVSCHEDULE ' +
    'GCD GEOMEAN GROWTH HARMEAN INTERCEPT IRR KURT LCM LINEST LOGEST MAXA MINA MIRR MMULT MODE MODEMULT MODESNGL MULTINOMIAL NETWORKDAYS NETWORKDAYSINTL NPV PEARSON PERCENTILE PERCENTILEEXC PERCENTILEINC ' +
    'PERCENTRANK PERCENTRANKEXC PERCENTRANKINC PROB QUARTILE QUARTILEEXC QUARTILEINC RANK RANKAVG RANKEQ RSQ SERIESSUM SKEW SKEWP SLOPE STDEV STDEVA STDEVP STDEVPA STDEVS STEYX SUMSQ SUMX2MY2 SUMX2PY2 SUMXMY2 ' +
    'TREND TRIMMEAN TTEST VAR VARA VARP VARPA VARS WORKDAY WORKDAYINTL XIRR XNPV ZTEST'
  ).split(' '),
);
const ERRORS = new Set(['#N/A', '#VALUE!', '#REF!', '#DIV/0!', '#NUM!', '#NAME?', '#NULL!']);

/** The library's function of that name; undefined: it has none. */
export function libraryFunction(name: string): NativeFunction | undefined {
  const key = name.replace(/\./g, '');
  const found = (formulajs as unknown as Record<string, unknown>)[key];
  if (typeof found !== 'function') return undefined;
  const run = found as (...args: unknown[]) => unknown;
  if (!RANGED.has(key)) return (evaluator, args) => evaluator.lift(args, (...values) => single(run(...values.map(given))));
  return (evaluator, args) => result(run(...args.map((arg) => (arg instanceof Area || isMatrix(arg) ? evaluator.matrix(arg).map((row) => row.map(given)) : given(arg)))));
}

/** Errors do not go in: they are the result. */
function given(value: ModelValue): unknown {
  if (value instanceof CellError) throw new Raised(value);
  return value;
}

function result(value: unknown): ModelValue | Matrix {
  if (!Array.isArray(value)) return single(value);
  return value.some(Array.isArray) ? value.map((row: unknown) => (Array.isArray(row) ? row : [row]).map(single)) : [value.map(single)];
}

function single(value: unknown): ModelValue {
  if (value instanceof Error) return error(ERRORS.has(value.message) ? (value.message as ErrorText) : '#VALUE!');
  // Dates come in local time; serials know no zone.
  if (value instanceof Date) return (Date.UTC(value.getFullYear(), value.getMonth(), value.getDate(), value.getHours(), value.getMinutes(), value.getSeconds()) - Date.UTC(1899, 11, 30)) / 86_400_000;
  if (typeof value === 'number') return Number.isFinite(value) ? value : error('#NUM!');
  return typeof value === 'string' || typeof value === 'boolean' ? value : value === null || value === undefined ? 0 : error('#VALUE!');
}
