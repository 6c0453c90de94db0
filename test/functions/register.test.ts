import { associated } from './custom-functions';
import { generateCustomFunctionsMetadata } from 'custom-functions-metadata';
import { FUNCTION_FILES } from '../support/function-files';
import { FUNCTIONS } from '../../src/functions/register';
import { FUNCTIONS_INTERFACE } from '../support/functions-interface';

interface Metadata {
  readonly functions: readonly { readonly id: string; readonly description: string; readonly options?: object; readonly parameters: readonly { readonly name: string; readonly optional?: boolean; readonly description: string; readonly customEnumId?: string }[] }[];
  readonly enums: readonly { readonly id: string; readonly values: readonly { readonly stringValue: string }[] }[];
}

async function metadata(): Promise<Metadata> {
  const { metadataJson, errors } = await generateCustomFunctionsMetadata(FUNCTION_FILES, true);
  expect(errors).toEqual([]);
  return JSON.parse(metadataJson) as Metadata;
}

test('every id is associated, and none besides', () => {
  expect([...associated.keys()].sort()).toEqual(Object.keys(FUNCTIONS_INTERFACE).sort());
  expect(Object.fromEntries(associated)).toEqual(FUNCTIONS);
});

test('the metadata gives the users’ interface', async () => {
  const { functions, enums } = await metadata();
  expect(Object.fromEntries(functions.map(({ id, parameters }) => [id, parameters.map(({ name, optional }) => `${name}${optional ? '?' : ''}`).join(' ')]))).toEqual(FUNCTIONS_INTERFACE);
  expect(Object.fromEntries(enums.map(({ id, values }) => [id, values.map(({ stringValue }) => stringValue)]))).toEqual({ PlannedTime: ['Excluded', 'Forgiven', 'Counted'], Unit: ['minutes', 'hours', 'days'], Comparator: ['>=', '>', '<=', '<'], LimitComparator: ['<=', '<'], Better: ['Higher', 'Lower'] });
  // Every parameter that is a choice offers it.
  expect(new Set(functions.flatMap(({ parameters }) => parameters.filter(({ customEnumId }) => customEnumId !== undefined).map(({ name, customEnumId }) => `${name} ${customEnumId}`)))).toEqual(new Set(['planned PlannedTime', 'unit Unit', 'comparator Comparator', 'comparator LimitComparator', 'better Better']));
});

test('the wizard shows a line, an example and help for each parameter; nothing is volatile', async () => {
  for (const { id, description, parameters, options } of (await metadata()).functions) {
    expect(description).toMatch(new RegExp(`^[^\\n]+Example: =SLM\\.${id}\\([^\\n]+\\)$`));
    for (const parameter of parameters) expect(parameter.description).toMatch(/^["A-Z][^\n]+\.$/);
    expect(options).toBeUndefined();
  }
});
