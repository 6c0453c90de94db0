/** Names that Excel takes for sheets, tables and charts. */

const MAX_SHEET_NAME = 31;

/**
 * The name itself, or with the first number that makes it free.
 * @param isTaken is asked in lower case
 */
export function unusedName(name: string, isTaken: (lowerCase: string) => boolean, numbered: (name: string, count: number) => string): string {
  let candidate = name;
  for (let count = 2; isTaken(candidate.toLowerCase()); count++) candidate = numbered(name, count);
  return candidate;
}

/**
 * A legal sheet name that is free.
 * @example sheetName('SLA: Mail/Web', (name) => name === 'sla mail web') // "SLA Mail Web (2)"
 */
export function sheetName(wanted: string, isTaken: (lowerCase: string) => boolean): string {
  const legal = wanted.replace(/[\\/?*:[\]\p{Cc}]+/gu, ' ').replace(/ +/g, ' ').trim().replace(/^'+|'+$/g, '').slice(0, MAX_SHEET_NAME).trim();
  const name = legal === '' || legal.toLowerCase() === 'history' ? 'Plumbline' : legal;
  return unusedName(name, isTaken, (base, count) => {
    const ending = ` (${count})`;
    return base.slice(0, MAX_SHEET_NAME - ending.length).trimEnd() + ending;
  });
}
