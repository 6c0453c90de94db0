/**
 * What the online validator would say, as far as it can be said offline: element order from
 * Microsoft's "manifest element ordering", resources that resolve, lengths, sizes, ids.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { JSDOM } from 'jsdom';
import { ADD_IN } from '../../src/workbench/xlsx/settings';

const root = path.resolve(__dirname, '../..');
const text = readFileSync(path.join(root, 'manifest.xml'), 'utf8');
const manifest = new new JSDOM('').window.DOMParser().parseFromString(text, 'application/xml');
const all = (name: string): Element[] => [...manifest.getElementsByTagName('*')].filter((element) => element.localName === name);
const children = (element: Element): string[] => [...element.children].map((child) => child.localName);

/** Microsoft's order; a manifest may leave elements out but not swap them. */
const ORDER: Record<string, readonly string[]> = {
  OfficeApp: ['Id', 'AlternateID', 'Version', 'ProviderName', 'DefaultLocale', 'DisplayName', 'Description', 'IconUrl', 'HighResolutionIconUrl', 'SupportUrl', 'AppDomains', 'Hosts', 'Requirements', 'DefaultSettings', 'Permissions', 'Dictionary', 'VersionOverrides', 'ExtendedOverrides'],
  VersionOverrides: ['Description', 'Requirements', 'Hosts', 'Resources', 'EquivalentAddins', 'WebApplicationInfo'],
  Host: ['Runtimes', 'AllFormFactors', 'DesktopFormFactor', 'MobileFormFactor'],
  DesktopFormFactor: ['GetStarted', 'FunctionFile', 'ExtensionPoint'],
  GetStarted: ['Title', 'Description', 'LearnMoreUrl'],
  Group: ['OverriddenByRibbonApi', 'Label', 'Icon', 'Tooltip', 'Control'],
  Control: ['OverriddenByRibbonApi', 'Label', 'Tooltip', 'Supertip', 'Icon', 'Action', 'Enabled', 'Items'],
  Supertip: ['Title', 'Description'],
  Resources: ['Images', 'Urls', 'ShortStrings', 'LongStrings'],
};

test('is well-formed XML', () => {
  expect(manifest.getElementsByTagName('parsererror')).toHaveLength(0);
  expect(manifest.documentElement.localName).toBe('OfficeApp');
});

test('elements stand in the order that Excel demands', () => {
  for (const [name, order] of Object.entries(ORDER)) {
    for (const element of all(name)) {
      const places = children(element).map((child) => order.indexOf(child));
      expect({ name, unknown: children(element).filter((child) => !order.includes(child)) }).toEqual({ name, unknown: [] });
      expect(places).toEqual([...places].sort((a, b) => a - b));
    }
  }
  for (const tab of all('CustomTab')) expect(children(tab).at(-1)).toBe('Label');
});

test('every resource that is named exists once, and every resource is named', () => {
  const defined = [...all('Image'), ...all('Url'), ...all('String')].filter((element) => element.hasAttribute('id')).map((element) => element.getAttribute('id') ?? '');
  const named = [...manifest.getElementsByTagName('*')].flatMap((element) => (element.hasAttribute('resid') ? [element.getAttribute('resid') ?? ''] : []));
  expect(new Set(defined).size).toBe(defined.length);
  expect([...new Set(named)].sort()).toEqual([...defined].sort());
  for (const id of defined) expect(id.length).toBeLessThanOrEqual(32);
});

test('strings keep to their lengths and addresses are https', () => {
  const value = (element: Element): string => element.getAttribute('DefaultValue') ?? '';
  for (const group of all('ShortStrings')) for (const element of group.children) expect(value(element).length).toBeLessThanOrEqual(125);
  for (const group of all('LongStrings')) for (const element of group.children) expect(value(element).length).toBeLessThanOrEqual(250);
  for (const element of [...all('Url'), ...all('Image').filter((image) => image.hasAttribute('id')), ...all('IconUrl'), ...all('HighResolutionIconUrl')]) expect(value(element)).toMatch(/^https:\/\//);
  const ids = [...all('Control'), ...all('Group'), ...all('CustomTab')].map((element) => element.getAttribute('id'));
  expect(new Set(ids).size).toBe(ids.length);
});

test('icons exist in the sizes they claim', () => {
  const pixels = (file: string): [number, number] => {
    const bytes = readFileSync(file);
    expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
    return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  };
  const pictures = [...all('Image').filter((image) => image.hasAttribute('id')), ...all('IconUrl'), ...all('HighResolutionIconUrl')].map((element) => new URL(element.getAttribute('DefaultValue') ?? '').pathname);
  expect(pictures.length).toBeGreaterThan(10);
  for (const picture of pictures) {
    const file = path.join(root, picture);
    expect(existsSync(file)).toBe(true);
    const size = Number(/-(\d+)\.png$/.exec(picture)?.[1]);
    expect(pixels(file)).toEqual([size, size]);
  }
  for (const icon of all('Icon')) expect([...icon.children].map((image) => image.getAttribute('size'))).toEqual(['16', '32', '80']);
});

test('shared runtime, minimum sets and namespace are those the code is written for', () => {
  expect(all('Runtime').map((runtime) => [runtime.getAttribute('resid'), runtime.getAttribute('lifetime')])).toEqual([['Pane.Url', 'long']]);
  expect(all('Set').map((set) => [set.getAttribute('Name'), set.getAttribute('MinVersion')])).toEqual([
    ['SharedRuntime', '1.1'],
    ['ExcelApi', '1.13'],
  ]);
  const namespace = all('String').find((element) => element.getAttribute('id') === 'Functions.Namespace');
  expect(namespace?.getAttribute('DefaultValue')).toBe('SLM');
  expect(all('Permissions')[0]?.textContent).toBe('ReadWriteDocument');
});

test('support and learning more lead to the help', () => {
  const addressOf = (id: string | null | undefined) => all('Url').find((element) => element.getAttribute('id') === id)?.getAttribute('DefaultValue');
  expect([all('SupportUrl')[0]?.getAttribute('DefaultValue'), addressOf(all('LearnMoreUrl')[0]?.getAttribute('resid'))].map((address) => new URL(address ?? '').pathname)).toEqual(['/help.html', '/help.html']);
});

test('settings are saved in files under the id of this manifest', () => {
  expect(all('Id')[0]?.textContent).toBe(ADD_IN.id);
});
