/** The ribbon as the manifest describes it, so that the page shows the buttons that Excel would. */
export interface RibbonButton {
  readonly id: string;
  readonly label: string;
  readonly tip: string;
  /** Address of its picture, 32 pixels. */
  readonly icon: string;
  /** Name of the function it runs; null: it opens the pane. */
  readonly runs: string | null;
}

export interface RibbonGroup {
  readonly label: string;
  readonly buttons: readonly RibbonButton[];
}

export interface Ribbon {
  readonly tab: string;
  readonly groups: readonly RibbonGroup[];
}

/** Reads the custom tab of a manifest; pictures are looked for on this page's own server. */
export function readRibbon(manifest: string): Ribbon {
  const document = new DOMParser().parseFromString(manifest, 'application/xml');
  const all = (parent: Element | Document, name: string): Element[] => [...parent.getElementsByTagName('*')].filter((element) => element.localName === name);
  const child = (parent: Element | undefined, name: string): Element | undefined => [...(parent?.children ?? [])].find((element) => element.localName === name);
  const resources = new Map([...all(document, 'String'), ...all(document, 'Image'), ...all(document, 'Url')].map((element) => [element.getAttribute('id') ?? '', element.getAttribute('DefaultValue') ?? '']));
  const text = (element: Element | undefined): string => resources.get(element?.getAttribute('resid') ?? '') ?? '';
  const tab = all(document, 'CustomTab')[0];
  return {
    tab: text(child(tab, 'Label')),
    groups: (tab ? [...tab.children].filter((element) => element.localName === 'Group') : []).map((group) => ({
      label: text(child(group, 'Label')),
      buttons: [...group.children]
        .filter((element) => element.localName === 'Control')
        .map((control) => ({
          id: control.getAttribute('id') ?? '',
          label: text(child(control, 'Label')),
          tip: text(child(child(control, 'Supertip'), 'Description')),
          icon: new URL(text([...(child(control, 'Icon')?.children ?? [])].find((image) => image.getAttribute('size') === '32')), 'https://localhost').pathname,
          runs: all(control, 'FunctionName')[0]?.textContent ?? null,
        })),
    })),
  };
}
