/** Colours of a file (RGB, indexed, theme with tint) as `#RRGGBB`. */
import type { XmlElement } from './xml';

/** Excel's 64 indexed colours. */
const INDEXED = (
  '000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF ' +
  '800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF ' +
  '000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 ' +
  '3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333'
).split(' ');

/** Office's own theme, where a file has none. */
const OFFICE_THEME: Record<string, string> = {
  lt1: 'FFFFFF', dk1: '000000', lt2: 'E7E6E6', dk2: '44546A', accent1: '4472C4', accent2: 'ED7D31',
  accent3: 'A5A5A5', accent4: 'FFC000', accent5: '5B9BD5', accent6: '70AD47', hlink: '0563C1', folHlink: '954F72',
};
/** The order in which cells number theme colours. */
const THEME_ORDER = ['lt1', 'dk1', 'lt2', 'dk2', 'accent1', 'accent2', 'accent3', 'accent4', 'accent5', 'accent6', 'hlink', 'folHlink'];

export class Colors {
  private readonly theme: Record<string, string>;
  private readonly indexed: string[];

  /** From the roots of the theme part and the styles part. */
  constructor(theme: XmlElement | undefined, styles: XmlElement | undefined) {
    this.theme = { ...OFFICE_THEME };
    for (const color of theme?.at('themeElements', 'clrScheme')?.elements() ?? []) {
      const value = color.first('srgbClr')?.attribute('val') ?? color.first('sysClr')?.attribute('lastClr');
      if (value) this.theme[color.local] = value.toUpperCase();
    }
    this.indexed = [...INDEXED];
    styles?.at('colors', 'indexedColors')?.elements('rgbColor').forEach((color, index) => (this.indexed[index] = (color.attribute('rgb') ?? '').slice(-6).toUpperCase()));
  }

  /** A colour element (`<color theme="4" tint="0.4"/>`); undefined: automatic. */
  resolve(color: XmlElement | undefined): string | undefined {
    if (!color) return undefined;
    const rgb = color.attribute('rgb');
    const indexed = color.number('indexed');
    const theme = color.number('theme');
    const base = rgb ? rgb.slice(-6) : theme !== undefined ? this.theme[THEME_ORDER[theme] ?? ''] : indexed !== undefined ? this.indexed[indexed] : undefined;
    return base ? tinted(base, color.number('tint') ?? 0) : undefined;
  }

  /** A drawing's colour (`<a:schemeClr val="accent1"><a:lumMod val="75000"/></a:schemeClr>` or `<a:srgbClr/>`) under `parent`. */
  drawing(parent: XmlElement | undefined): string | null {
    const color = parent?.elements().find((each) => ['srgbClr', 'schemeClr', 'sysClr', 'prstClr'].includes(each.local));
    if (!color) return null;
    const named: Record<string, string> = { bg1: 'lt1', tx1: 'dk1', bg2: 'lt2', tx2: 'dk2' };
    const value = color.attribute('val') ?? '';
    const base = color.local === 'srgbClr' ? value : color.local === 'sysClr' ? (color.attribute('lastClr') ?? '000000') : color.local === 'schemeClr' ? (this.theme[named[value] ?? value] ?? '000000') : PRESET[value];
    if (!base) return null;
    const modulation = (color.first('lumMod')?.number('val') ?? 100_000) / 100_000;
    const offset = (color.first('lumOff')?.number('val') ?? 0) / 100_000;
    const plain = modulation === 1 && offset === 0 ? `#${base.toUpperCase()}` : lightness(base, (light) => light * modulation + offset);
    const shade = (color.first('shade')?.number('val') ?? 100_000) / 100_000;
    const tint = (color.first('tint')?.number('val') ?? 100_000) / 100_000;
    return shade === 1 && tint === 1 ? plain : light(plain, (amount) => amount * shade * tint + 1 - tint);
  }
}

/** A colour with the light of each channel (not its number in the file) changed. */
function light(color: string, change: (amount: number) => number): string {
  const channels = [1, 3, 5].map((at) => {
    const number = parseInt(color.slice(at, at + 2), 16) / 255;
    const amount = change(number <= 0.04045 ? number / 12.92 : ((number + 0.055) / 1.055) ** 2.4);
    return Math.round((amount <= 0.0031308 ? amount * 12.92 : 1.055 * amount ** (1 / 2.4) - 0.055) * 255);
  });
  return `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`.toUpperCase();
}

const PRESET: Record<string, string> = { black: '000000', white: 'FFFFFF', red: 'FF0000', green: '008000', blue: '0000FF', yellow: 'FFFF00', gray: '808080' };

/** Excel's tint: towards white above 0, towards black below. */
function tinted(base: string, tint: number): string {
  if (tint === 0) return `#${base.toUpperCase()}`;
  return lightness(base, (light) => (tint < 0 ? light * (1 + tint) : light * (1 - tint) + tint));
}

/** A colour with its lightness (of hue, saturation, lightness) changed. */
function lightness(base: string, change: (light: number) => number): string {
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => parseInt(base.slice(at, at + 2), 16) / 255);
  const high = Math.max(red, green, blue);
  const low = Math.min(red, green, blue);
  const light = (high + low) / 2;
  const spread = high - low;
  const saturation = spread === 0 ? 0 : spread / (1 - Math.abs(2 * light - 1));
  const sector = spread === 0 ? 0 : high === red ? ((green - blue) / spread + 6) % 6 : high === green ? (blue - red) / spread + 2 : (red - green) / spread + 4;
  const wanted = Math.min(1, Math.max(0, change(light)));
  const chroma = (1 - Math.abs(2 * wanted - 1)) * saturation;
  const channel = (offset: number) => {
    const place = (sector + offset) % 6;
    const part = Math.max(0, Math.min(1, Math.abs(place - 3) - 1));
    return Math.round((wanted - chroma / 2 + chroma * part) * 255).toString(16).padStart(2, '0');
  };
  return `#${channel(0)}${channel(4)}${channel(2)}`.toUpperCase();
}

/** `#1F1F1F` → `FF1F1F1F`, as files write it. */
export function argb(color: string): string {
  return `FF${color.replace('#', '').toUpperCase().padStart(6, '0').slice(-6)}`;
}
