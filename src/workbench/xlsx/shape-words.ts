/** Excel's words for the looks of shapes ⇄ the files' words. */

/** Two ways of one table. */
export class Words {
  private readonly excel: Readonly<Record<string, string>>;

  constructor(private readonly file: Readonly<Record<string, string>>) {
    this.excel = Object.fromEntries(Object.entries(file).reverse().map(([word, inFile]) => [inFile, word]));
  }

  toFile(word: string): string | undefined {
    return this.file[word];
  }

  /** The first word that the file's one stands for; `missing` where there is none. */
  toExcel(inFile: string | undefined, missing: string): string {
    return (inFile === undefined ? undefined : this.excel[inFile]) ?? missing;
  }
}

export const DASHES = new Words({
  Solid: 'solid', Dash: 'dash', DashDot: 'dashDot', LongDash: 'lgDash', LongDashDot: 'lgDashDot', LongDashDotDot: 'lgDashDotDot',
  SystemDash: 'sysDash', SystemDot: 'sysDot', SystemDashDot: 'sysDashDot', DashDotDot: 'sysDashDotDot', RoundDot: 'sysDot', SquareDot: 'sysDot',
});
export const LINE_STYLES = new Words({ Single: 'sng', ThickBetweenThin: 'tri', ThickThin: 'thickThin', ThinThick: 'thinThick', ThinThin: 'dbl' });
export const ARROWS = new Words({ None: 'none', Triangle: 'triangle', Stealth: 'stealth', Diamond: 'diamond', Oval: 'oval', Open: 'arrow' });
export const ARROW_LENGTHS = new Words({ Short: 'sm', Medium: 'med', Long: 'lg' });
export const ARROW_WIDTHS = new Words({ Narrow: 'sm', Medium: 'med', Wide: 'lg' });
export const HORIZONTALS = new Words({ Left: 'l', Center: 'ctr', Right: 'r', Justify: 'just', JustifyLow: 'justLow', Distributed: 'dist', ThaiDistributed: 'thaiDist' });
export const VERTICALS = new Words({ Top: 't', Middle: 'ctr', Bottom: 'b', Justified: 'just', Distributed: 'dist' });
export const ORIENTATIONS = new Words({
  Horizontal: 'horz', Vertical: 'vert', Vertical270: 'vert270', WordArtVertical: 'wordArtVert', EastAsianVertical: 'eaVert', MongolianVertical: 'mongolianVert', WordArtVerticalRTL: 'wordArtVertRtl',
});
export const OVERFLOWS = new Words({ Overflow: 'overflow', Ellipsis: 'ellipsis', Clip: 'clip' });
export const AUTO_SIZES = new Words({ AutoSizeNone: 'noAutofit', AutoSizeTextToFitShape: 'normAutofit', AutoSizeShapeToFitText: 'spAutoFit' });
export const UNDERLINES = new Words({
  None: 'none', Single: 'sng', Double: 'dbl', Heavy: 'heavy', Dotted: 'dotted', DottedHeavy: 'dottedHeavy', Dash: 'dash', DashHeavy: 'dashHeavy', DashLong: 'dashLong', DashLongHeavy: 'dashLongHeavy',
  DotDash: 'dotDash', DotDashHeavy: 'dotDashHeavy', DotDotDash: 'dotDotDash', DotDotDashHeavy: 'dotDotDashHeavy', Wavy: 'wavy', WavyHeavy: 'wavyHeavy', WavyDouble: 'wavyDbl',
});
export const PLACEMENTS = new Words({ TwoCell: 'twoCell', OneCell: 'oneCell', Absolute: 'absolute' });
