/** Counts rows by what they ask. */
export class Tally<Asked> {
  private readonly entries = new Map<string, { readonly asked: Asked; rows: number }>();

  add(key: string, asked: Asked): void {
    const entry = this.entries.get(key);
    if (entry) entry.rows++;
    else this.entries.set(key, { asked, rows: 1 });
  }

  all(): (Asked & { readonly rows: number })[] {
    return [...this.entries.values()].map(({ asked, rows }) => ({ ...asked, rows }));
  }
}
