/**
 * Excel reads what is written into a cell as if it were typed: `1/2` becomes a date, `007` a number,
 * `=A1` a formula. A leading apostrophe, which Excel keeps out of sight, says: text.
 */

/** TRUE and FALSE in the languages of Excel that have words of their own. */
const BOOLEANS = new Set(
  'true,false,wahr,falsch,vrai,faux,verdadero,falso,vero,verdadeiro,waar,onwaar,prawda,fałsz,pravda,nepravda,igaz,hamis,sand,falsk,usann,sant,tosi,epätosi,истина,ложь,істина,хибність,doğru,yanliş,yanlış,adevărat,fals,istina,laž'.split(','),
);

/**
 * Text as it is written into a cell so that it stays text. The apostrophe is set only where the text
 * could be taken for something else, in any of Excel's languages.
 * @example cellText('=1+1') // "'=1+1"
 * @example cellText('Missed') // "Missed"
 */
export function cellText(text: string): string {
  return /^[=+\-@'#]|\p{Nd}/u.test(text) || BOOLEANS.has(text.toLowerCase()) ? `'${text}` : text;
}
