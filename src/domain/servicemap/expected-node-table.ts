/** Numbers found by three others: open addressing in typed arrays, as decision diagrams look up millions. */
export class NodeTable {
  private slots = 64;
  private firsts = new Int32Array(this.slots);
  private seconds = new Int32Array(this.slots);
  private thirds = new Int32Array(this.slots);
  /** 0: free. */
  private values = new Int32Array(this.slots);
  private count = 0;

  /** The number kept for three others; 0: none. */
  get(first: number, second: number, third: number): number {
    return this.values[this.slotOf(first, second, third)]!;
  }

  /** @param value above 0 */
  set(first: number, second: number, third: number, value: number): void {
    if (2 * this.count >= this.slots) this.grow();
    const slot = this.slotOf(first, second, third);
    if (this.values[slot] === 0) this.count++;
    this.firsts[slot] = first;
    this.seconds[slot] = second;
    this.thirds[slot] = third;
    this.values[slot] = value;
  }

  /** Where the three stand, or where they may be put. */
  private slotOf(first: number, second: number, third: number): number {
    const mask = this.slots - 1;
    let hash = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b) ^ Math.imul(third, 0xc2b2ae35);
    hash ^= hash >>> 15;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      if (this.values[slot] === 0 || (this.firsts[slot] === first && this.seconds[slot] === second && this.thirds[slot] === third)) return slot;
    }
  }

  private grow(): void {
    const { slots, firsts, seconds, thirds, values } = this;
    this.slots = 4 * slots;
    this.firsts = new Int32Array(this.slots);
    this.seconds = new Int32Array(this.slots);
    this.thirds = new Int32Array(this.slots);
    this.values = new Int32Array(this.slots);
    this.count = 0;
    for (let slot = 0; slot < slots; slot++) if (values[slot] !== 0) this.set(firsts[slot]!, seconds[slot]!, thirds[slot]!, values[slot]!);
  }
}
