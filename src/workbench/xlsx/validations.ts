/** Data validations of a worksheet. */
import type { ModelSheet, ModelValidation } from '../host/model';
import { parseRanges, rangeName } from './addresses';
import { shownFormula, storedFormula } from './formulas';
import { replaceAll } from './worksheet';
import { element, type XmlElement } from './xml';

/** File word → word of Office.js's rules. */
const TYPES: Record<string, string> = { whole: 'wholeNumber', decimal: 'decimal', date: 'date', time: 'time', textLength: 'textLength' };
const OPERATORS: Record<string, string> = {
  between: 'Between', notBetween: 'NotBetween', equal: 'EqualTo', notEqual: 'NotEqualTo', greaterThan: 'GreaterThan', lessThan: 'LessThan', greaterThanOrEqual: 'GreaterThanOrEqualTo', lessThanOrEqual: 'LessThanOrEqualTo',
};
const ALERTS: Record<string, string> = { stop: 'Stop', warning: 'Warning', information: 'Information' };

export function readValidations(worksheet: XmlElement, sheet: ModelSheet): void {
  for (const each of worksheet.first('dataValidations')?.elements('dataValidation') ?? []) {
    const rule = readRule(each);
    const prompt = each.attribute('prompt');
    const promptTitle = each.attribute('promptTitle');
    for (const range of parseRanges(each.attribute('sqref') ?? '')) {
      sheet.validations.push({
        range,
        rule,
        errorAlert: { showAlert: each.flag('showErrorMessage'), style: ALERTS[each.attribute('errorStyle') ?? 'stop'] ?? 'Stop', title: each.attribute('errorTitle') ?? '', message: each.attribute('error') ?? '' },
        prompt: prompt === undefined && promptTitle === undefined ? null : { showPrompt: each.flag('showInputMessage'), title: promptTitle ?? '', message: prompt ?? '' },
        ignoreBlanks: each.flag('allowBlank'),
      });
    }
  }
}

function readRule(validation: XmlElement): Record<string, unknown> {
  const first = validation.first('formula1')?.text ?? '';
  const second = validation.first('formula2')?.text;
  const type = validation.attribute('type') ?? 'none';
  if (type === 'list') return { list: { inCellDropDown: !validation.flag('showDropDown'), source: /^".*"$/s.test(first) ? first.slice(1, -1).replace(/""/g, '"') : shownFormula(first) } };
  if (type === 'custom') return { custom: { formula: shownFormula(first) } };
  const name = TYPES[type];
  if (!name) return {};
  const value = (text: string) => (text.trim() !== '' && !Number.isNaN(Number(text)) ? Number(text) : shownFormula(text));
  return { [name]: { formula1: value(first), ...(second === undefined ? {} : { formula2: value(second) }), operator: OPERATORS[validation.attribute('operator') ?? 'between'] ?? 'Between' } };
}

export function writeValidations(worksheet: XmlElement, sheet: ModelSheet): void {
  const validations = sheet.validations.map(writeValidation);
  replaceAll(worksheet, 'dataValidations', validations.length > 0 ? [element('dataValidations', { count: validations.length }, validations)] : []);
}

function writeValidation({ range, rule, errorAlert, prompt, ignoreBlanks }: ModelValidation): XmlElement {
  const [name = 'none', words] = Object.entries(rule)[0] ?? [];
  const detail = (words ?? {}) as Record<string, unknown>;
  const type = name === 'list' || name === 'custom' ? name : Object.keys(TYPES).find((key) => TYPES[key] === name);
  const formula = (value: unknown) => (typeof value === 'string' && value.startsWith('=') ? storedFormula(value, null) : String(value));
  const formulas = name === 'list' ? [listSource(detail['source'])] : name === 'custom' ? [formula(detail['formula'])] : [detail['formula1'], detail['formula2']].filter((each) => each !== undefined && each !== null && each !== '').map(formula);
  const operator = Object.keys(OPERATORS).find((key) => OPERATORS[key] === detail['operator']);
  const style = Object.keys(ALERTS).find((key) => ALERTS[key] === errorAlert?.['style']);
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);
  return element(
    'dataValidation',
    {
      type,
      errorStyle: style === 'stop' ? undefined : style,
      operator: operator === 'between' || name === 'list' || name === 'custom' ? undefined : operator,
      allowBlank: ignoreBlanks ? 1 : undefined,
      showDropDown: name === 'list' && detail['inCellDropDown'] === false ? 1 : undefined,
      showInputMessage: prompt ? (prompt['showPrompt'] === false ? undefined : 1) : undefined,
      showErrorMessage: errorAlert?.['showAlert'] === false ? undefined : 1,
      errorTitle: text(errorAlert?.['title']),
      error: text(errorAlert?.['message']),
      promptTitle: text(prompt?.['title']),
      prompt: text(prompt?.['message']),
      sqref: rangeName(range),
    },
    formulas.map((each, index) => element(`formula${index + 1}`, {}, [each])),
  );
}

/** The choices as a quoted text (Excel takes at most 255 characters of it), or a formula. */
function listSource(source: unknown): string {
  const text = String(source ?? '');
  return text.startsWith('=') ? storedFormula(text, null) : `"${text.replace(/"/g, '""')}"`;
}
