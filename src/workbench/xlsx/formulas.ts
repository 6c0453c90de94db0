/**
 * Formulas as files store them ⇄ as Excel shows them. Files write functions newer than 2007 with
 * `_xlfn.` (FILTER and SORT with `_xlfn._xlws.`), the names inside LET and LAMBDA with `_xlpm.`, custom
 * functions as `_xldudf_SLM_X`, a spill `A1#` as `ANCHORARRAY(A1)` and `[@Item]` as
 * `Table[[#This Row],[Item]]`.
 */
import { columnIndex, columnName, MAX_COLUMNS, MAX_ROWS } from '../host/address';

/** Text that is no code: strings, quoted sheet names, structured references. */
const PROTECTED = /"(?:[^"]|"")*"|'(?:[^']|'')*'|\[(?:'.|[^[\]']|\[(?:'.|[^[\]'])*\])*\]/g;

/** Applies a change to the code of a formula, leaving strings, quoted names and brackets alone. */
function outside(formula: string, change: (code: string) => string): string {
  let result = '';
  let at = 0;
  for (const match of formula.matchAll(PROTECTED)) {
    result += change(formula.slice(at, match.index)) + match[0];
    at = match.index + match[0].length;
  }
  return result + change(formula.slice(at));
}

/** Functions that files write with `_xlfn.`. */
const FUTURE = new Set(
  (
    'ACOT ACOTH AGGREGATE ANCHORARRAY ARABIC ARRAYTOTEXT BASE BETA.DIST BETA.INV BINOM.DIST BINOM.DIST.RANGE BINOM.INV BITAND BITLSHIFT BITOR BITRSHIFT BITXOR BYCOL BYROW ' +
    'CEILING.MATH CEILING.PRECISE CHISQ.DIST CHISQ.DIST.RT CHISQ.INV CHISQ.INV.RT CHISQ.TEST CHOOSECOLS CHOOSEROWS COMBINA CONCAT CONFIDENCE.NORM CONFIDENCE.T COT COTH COVARIANCE.P COVARIANCE.S CSC CSCH ' +
    'DAYS DECIMAL DROP ENCODEURL ERF.PRECISE ERFC.PRECISE EXPAND EXPON.DIST F.DIST F.DIST.RT F.INV F.INV.RT F.TEST FIELDVALUE FILTER FILTERXML FLOOR.MATH FLOOR.PRECISE ' +
    'FORECAST.ETS FORECAST.ETS.CONFINT FORECAST.ETS.SEASONALITY FORECAST.ETS.STAT FORECAST.LINEAR FORMULATEXT GAMMA GAMMA.DIST GAMMA.INV GAMMALN.PRECISE GAUSS HSTACK HYPGEOM.DIST IFNA IFS ' +
    'IMCOSH IMCOT IMCSC IMCSCH IMSEC IMSECH IMSINH IMTAN ISFORMULA ISOMITTED ISOWEEKNUM LAMBDA LET LOGNORM.DIST LOGNORM.INV MAKEARRAY MAP MAXIFS MINIFS MODE.MULT MODE.SNGL MUNIT ' +
    'NEGBINOM.DIST NORM.DIST NORM.INV NORM.S.DIST NORM.S.INV NUMBERVALUE PDURATION PERCENTILE.EXC PERCENTILE.INC PERCENTRANK.EXC PERCENTRANK.INC PERMUTATIONA PHI POISSON.DIST ' +
    'QUARTILE.EXC QUARTILE.INC QUERYSTRING RANDARRAY RANK.AVG RANK.EQ REDUCE REGEXEXTRACT REGEXREPLACE REGEXTEST RRI SCAN SEC SECH SEQUENCE SHEET SHEETS SINGLE SKEW.P SORT SORTBY STDEV.P STDEV.S SWITCH ' +
    'T.DIST T.DIST.2T T.DIST.RT T.INV T.INV.2T T.TEST TAKE TEXTAFTER TEXTBEFORE TEXTJOIN TEXTSPLIT TOCOL TOROW TRIMRANGE UNICHAR UNICODE UNIQUE VALUETOTEXT VAR.P VAR.S VSTACK WEBSERVICE WEIBULL.DIST ' +
    'WRAPCOLS WRAPROWS XLOOKUP XMATCH XOR Z.TEST GROUPBY PIVOTBY PERCENTOF'
  ).split(' '),
);
const WORKSHEET_ONLY = new Set(['FILTER', 'SORT']);
/** Functions with a dot in their name that are Excel's own and older. */
const OLD_DOTTED = new Set(['ERROR.TYPE', 'ISO.CEILING', 'NETWORKDAYS.INTL', 'WORKDAY.INTL', 'ECMA.CEILING']);
/** Functions that can give more than one cell. */
const SPILLING = /\b(?:FILTER|SORT|SORTBY|UNIQUE|SEQUENCE|RANDARRAY|TEXTSPLIT|VSTACK|HSTACK|TOCOL|TOROW|WRAPROWS|WRAPCOLS|TAKE|DROP|CHOOSECOLS|CHOOSEROWS|EXPAND|MAP|SCAN|BYROW|BYCOL|MAKEARRAY|GROUPBY|PIVOTBY|TRIMRANGE)\(/i;
const FUNCTION = /(?<![\p{L}\p{N}_.\\])([\p{L}_][\p{L}\p{N}_.]*)(?=\()/gu;

/** A dotted function name that is not Excel's own: a custom function of an add-in. */
export function isCustomFunction(name: string): boolean {
  const upper = name.toUpperCase();
  return upper.includes('.') && !upper.startsWith('_') && !FUTURE.has(upper) && !OLD_DOTTED.has(upper);
}

/** `_xldudf_SLM_DOWNTIME(A1)` → `=SLM.DOWNTIME(A1)`; `_xlfn._xlws.SORT(B:B)` → `=SORT(B:B)`. */
export function shownFormula(stored: string): string {
  const plain = outside(stored, (code) =>
    code
      .replace(/_xldudf_([A-Za-z0-9]+)_([A-Za-z0-9_.]+)/gi, '$1.$2')
      .replace(/_xl(?:fn|ws|udf|pm)\./gi, '')
      .replace(/\bANCHORARRAY\(([^()]*)\)/g, '$1#'),
  );
  return plain.startsWith('=') ? plain : `=${plain}`;
}

/**
 * `=SLM.DOWNTIME(A1)` → `_xldudf_SLM_DOWNTIME(A1)`. `table` is the name of the table that the cell stands
 * in, for `[@Item]`.
 */
export function storedFormula(shown: string, table: string | null): string {
  let formula = shown.startsWith('=') ? shown.slice(1) : shown;
  formula = thisRow(formula, table);
  formula = parameters(formula);
  return outside(formula, (code) =>
    code
      .replace(/(\$?[A-Za-z]{1,3}\$?\d+)#/g, 'ANCHORARRAY($1)')
      .replace(FUNCTION, (name) => {
        const upper = name.toUpperCase();
        if (FUTURE.has(upper)) return `_xlfn.${WORKSHEET_ONLY.has(upper) ? '_xlws.' : ''}${upper}`;
        return isCustomFunction(name) ? `_xldudf_${upper.replace(/\./g, '_')}` : name;
      }),
  );
}

/** True where Excel keeps the formula as a dynamic array, even when it fills one cell. */
export function isDynamic(shown: string): boolean {
  let found = false;
  outside(shown, (code) => {
    found ||= SPILLING.test(code) || /\d#/.test(code) || [...code.matchAll(FUNCTION)].some(([, name]) => isCustomFunction(name ?? ''));
    return code;
  });
  return found;
}

/** True where a custom function stands in the formula. */
export function hasCustomFunction(shown: string): boolean {
  let found = false;
  outside(shown, (code) => {
    found ||= [...code.matchAll(FUNCTION)].some(([, name]) => isCustomFunction(name ?? ''));
    return code;
  });
  return found;
}

/** `[@Item]`, `T[@[Service hours]]` → `T[[#This Row],[Item]]`. */
function thisRow(formula: string, table: string | null): string {
  return formula.replace(/"(?:[^"]|"")*"|'(?:[^']|'')*'(?=!)|([\p{L}_\\][\p{L}\p{N}_.\\]*)?\[@(\[(?:'.|[^[\]'])*\](?::\[(?:'.|[^[\]'])*\])?|(?:'.|[^[\]'])*)\]/gu, (text, name: string | undefined, column: string | undefined) => {
    if (column === undefined) return text;
    const owner = name ?? table ?? '';
    if (column === '') return `${owner}[#This Row]`;
    return `${owner}[[#This Row],${column.startsWith('[') ? column : `[${column}]`}]`;
  });
}

/** Marks the names that LET and LAMBDA define. */
function parameters(formula: string): string {
  if (!/\b(?:LET|LAMBDA)\(/i.test(formula)) return formula;
  const names = new Set<string>();
  for (const call of formula.matchAll(/\b(LET|LAMBDA)\(/gi)) {
    const parts = argumentsAt(formula, call.index + call[0].length);
    parts.slice(0, -1).forEach((part, index) => {
      const name = part.trim();
      if (/^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && (call[1]?.toUpperCase() === 'LAMBDA' || index % 2 === 0)) names.add(name.toUpperCase());
    });
  }
  return outside(formula, (code) => code.replace(/(?<![\p{L}\p{N}_.\\!$])[\p{L}_][\p{L}\p{N}_.]*(?![\p{L}\p{N}_.!])/gu, (word) => (names.has(word.toUpperCase()) ? `_xlpm.${word}` : word)));
}

/** The arguments of a call whose opening bracket ends before `start`. */
function argumentsAt(formula: string, start: number): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = start;
  for (let at = start; at < formula.length; at++) {
    const character = formula.charAt(at);
    if (character === '"' || character === "'") {
      const end = formula.indexOf(character, at + 1);
      if (end < 0) break;
      at = end;
    } else if (character === '(' || character === '[' || character === '{') depth++;
    else if ((character === ',' || character === ')') && depth === 0) {
      parts.push(formula.slice(from, at));
      from = at + 1;
      if (character === ')') break;
    } else if (character === ')' || character === ']' || character === '}') depth--;
  }
  return parts;
}

const REFERENCE = /(?<![\p{L}\p{N}_.\\$])(?:(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})|(\$?)([A-Za-z]{1,3}):(\$?)([A-Za-z]{1,3})|(\$?)(\d{1,7}):(\$?)(\d{1,7}))(?![\p{L}\p{N}_.(!])/gu;

/** The formula of a shared group as it reads some rows down and columns right of its first cell. */
export function shiftFormula(formula: string, rows: number, columns: number): string {
  const column = (fixed: string | undefined, name: string | undefined) => (fixed ? `$${name}` : columnName(wrap(columnIndex(name ?? 'A') + columns, MAX_COLUMNS)));
  const row = (fixed: string | undefined, number: string | undefined) => (fixed ? `$${number}` : String(wrap(Number(number) - 1 + rows, MAX_ROWS) + 1));
  return outside(formula, (code) =>
    code.replace(REFERENCE, (...[, fixedColumn, name, fixedRow, number, fixedA, a, fixedB, b, fixed1, first, fixed2, last]: (string | undefined)[]) => {
      if (name !== undefined) return column(fixedColumn, name) + row(fixedRow, number);
      if (a !== undefined) return `${column(fixedA, a)}:${column(fixedB, b)}`;
      return `${row(fixed1, first)}:${row(fixed2, last)}`;
    }),
  );
}

const wrap = (value: number, size: number) => ((value % size) + size) % size;
