import { type Anchor, type Arrow, type Canvas, type Joint, sideOf } from './canvas';
import type { Columns } from './columns';
import { lanesOf } from './lanes';
import { common, GRID, type LineKind, pillLook, SIZE, strongest } from './look';
import { columnOf, type Entry, type GroupPill, kindBeyond, kindOf, lastPassed, type Net, type Nets } from './nets';
import type { Stack } from './stack';

/** What routes say about lines and pills, in words. */
export interface RouteWords {
  /** Of the last line to a node. */
  readonly edge: (entries: readonly Entry[]) => string;
  readonly group: (pill: GroupPill) => string;
  readonly agreement: (entry: Entry) => string;
}

/** A way on to the right: where it goes in, at which height. */
interface Way {
  readonly y: number;
  readonly kind: LineKind;
  /** null: it runs on through the next column. */
  readonly into: Anchor | null;
  readonly arrow: Arrow;
  readonly description: string;
}

/** A line that has come so far to the right. */
interface Open {
  readonly anchor: Anchor;
  readonly kind: LineKind;
  readonly arrow: Arrow;
}

/** Widest of the pills' zones between two columns, and whether lines meet there. */
interface Zone {
  readonly start: number;
  readonly width: number;
}

/**
 * Draws the lines between columns, gutter by gutter from left to right: lanes in which lines turn, the
 * pills of groups and what leads on from them, the pills of agreements just before what they cover.
 */
export class Routes {
  private readonly at: ReadonlyMap<string, number>;
  /** Heights at which nets pass columns. */
  private readonly tracks: ReadonlyMap<Net, Map<number, number>>;
  /** Lines that run on, by net. */
  private readonly open = new Map<Net, Open[]>();

  constructor(
    private readonly canvas: Canvas,
    columns: Columns,
    private readonly nets: Nets,
    private readonly stack: Stack,
    private readonly words: RouteWords,
  ) {
    this.at = columnOf(columns);
    this.tracks = new Map([...stack.tracks].map(([net, heights]) => [net, new Map(heights)]));
  }

  /**
   * The gutter to the right of a column.
   *
   * @param left where the column's boxes end
   * @param spare added to its width
   * @param leave a node's right side, by key
   * @returns how wide it is, and what draws it once the nodes to its right stand where that says
   */
  gutter(column: number, left: number, spare: number, leave: (key: string) => Anchor): { width: number; draw(enter: (key: string) => Anchor): void } {
    const { at, nets } = this;
    const through = nets.nets.filter((net) => net.column <= column && column <= lastPassed(net, at));
    const pills = nets.nets.flatMap(({ groups }) => groups.filter((pill) => pill.column === column));
    const own = new Set(pills.map(({ net }) => net));
    const outer = through.filter((net) => !own.has(net));
    for (const net of outer) if (net.column === column) this.open.set(net, this.begun(net, column, leave));
    const entries = [...nets.entries].filter(([key]) => at.get(key) === column + 1).map(([, list]) => list);

    // Heights first: where each net goes on to the right.
    const ports = this.ports(entries.flat());
    this.keepApart(outer, column, ports);
    const rows = (net: Net): number[] => [...net.entries.filter(({ node }) => at.get(node) === column + 1).flatMap((entry) => ports.get(entry)?.get(net) ?? []), ...this.track(net, column + 1)];
    const heights = this.pillHeights(pills, through, rows, new Set(outer.flatMap((net) => (this.open.get(net) ?? []).map(({ anchor }) => anchor.y))));
    const outerRights = outer.map((net) => [...rows(net), ...net.groups.filter((pill) => pill.column === column).flatMap((pill) => heights.get(pill) ?? [])]);
    const outerLefts = outer.map((net) => (this.open.get(net) ?? []).map(({ anchor }) => anchor.y));
    const outerLanes = lanesOf(outer.map((_, index) => ({ lefts: outerLefts[index] ?? [], rights: outerRights[index] ?? [] })));
    const innerLanes = lanesOf(pills.map((pill) => ({ lefts: [heights.get(pill) ?? 0], rights: rows(pill.net) })));

    // Then widths: lanes, pills of groups, their lanes, where lines meet, pills of agreements, where ways into one node meet.
    const meets = entries.flat().some((entry) => this.isFork(entry, ports));
    const agreed = entries.flat().flatMap(({ agreement }) => (agreement === null ? [] : [pillLook(agreement.text, agreement.type).width]));
    const groups = pills.map(({ group }) => pillLook(group.text, 'group').width);
    let x = left + SIZE.clearance;
    const zone = (width: number, after: number): Zone => {
      const start = x;
      if (width > 0) x += width + after;
      return { start, width };
    };
    const lanes = zone((outerLanes.count - 1) * SIZE.lane + 1, SIZE.clearance);
    x += spare;
    const grouped = zone(Math.max(0, ...groups), SIZE.clearance);
    const inner = zone(innerLanes.count === 0 ? 0 : (innerLanes.count - 1) * SIZE.lane + 1, SIZE.clearance);
    const meeting = zone(meets ? 1 : 0, SIZE.clearance);
    const pillZone = zone(Math.max(0, ...agreed), 5);
    const merging = zone(entries.some((list) => list.length > 1) ? 1 : 0, 5);
    const width = Math.max(x - left + 3, 24);

    const draw = (enter: (key: string) => Anchor): void => {
      const ways = new Map<Net, Way[]>();
      const add = (net: Net, way: Way): unknown => ways.set(net, [...(ways.get(net) ?? []), way]);
      for (const list of entries) this.drawEntries(list, { ports, meeting: meeting.start, pills: pillZone, merging: merging.start }, enter, add);
      for (const net of through) for (const y of this.track(net, column + 1)) add(net, { y, kind: kindBeyond(net, column + 1, at), into: null, arrow: 'none', description: '' });
      pills.forEach((pill, index) => {
        const y = heights.get(pill) ?? 0;
        const look = pillLook(pill.group.text, 'group');
        const kind = kindBeyond(pill.net, column, at);
        const name = this.canvas.shape({ ...look, left: grouped.start, top: y - look.height / 2, description: this.words.group(pill) }, `group ${pill.net.name}`);
        for (const net of outer) if (net.groups.includes(pill)) add(net, { y, kind, into: { shape: name, side: 'Left', x: grouped.start, y }, arrow: 'none', description: '' });
        const lane = innerLanes.lanes[index];
        this.open.set(pill.net, [{ anchor: { shape: name, side: 'Right', x: grouped.start + look.width, y }, kind, arrow: 'none' }]);
        this.cross(pill.net, lane === null || lane === undefined ? null : inner.start + lane * SIZE.lane, ways.get(pill.net) ?? []);
      });
      outer.forEach((net, index) => {
        const lane = outerLanes.lanes[index];
        this.cross(net, lane === null || lane === undefined ? null : lanes.start + lane * SIZE.lane, ways.get(net) ?? []);
      });
    };
    return { width, draw };
  }

  private begun(net: Net, column: number, leave: (key: string) => Anchor): Open[] {
    const kind = kindBeyond(net, column, this.at);
    return net.sources.map((key) => ({ anchor: leave(key), kind, arrow: net.isBack ? 'at its begin' : 'none' }));
  }

  /** Height at which a net runs on through a column; none: it does not. */
  private track(net: Net, column: number): number[] {
    const y = this.tracks.get(net)?.get(column);
    return y === undefined ? [] : [y];
  }

  /**
   * Heights at which nets arrive before an entry: on its own height where only one does, else around it,
   * those from above over those from below.
   */
  private ports(entries: readonly Entry[]): Map<Entry, Map<Net, number>> {
    const ports = new Map<Entry, Map<Net, number>>();
    for (const entry of entries) {
      const middle = this.stack.entries.get(entry) ?? 0;
      const from = (net: Net): number => (this.open.get(net) ?? []).reduce((sum, { anchor }, _, all) => sum + anchor.y / all.length, 0);
      const sorted = entry.nets.toSorted((a, b) => from(a) - from(b));
      const { length } = sorted;
      // An even number leaves the middle free: every height is on the grid.
      const offset = (index: number): number => (length % 2 === 1 ? index - (length - 1) / 2 : index < length / 2 ? index - length / 2 : index - length / 2 + 1);
      ports.set(entry, new Map(sorted.map((net, index) => [net, middle + offset(index) * GRID])));
    }
    return ports;
  }

  /** Moves ways on a little where two lines would otherwise have to run along each other: into nodes, else through the next column. */
  private keepApart(outer: readonly Net[], column: number, ports: ReadonlyMap<Entry, Map<Net, number>>): void {
    const lefts = outer.map((net) => (this.open.get(net) ?? []).map(({ anchor }) => anchor.y));
    for (let tries = 0; tries < 4 * outer.length; tries++) {
      const rights = outer.map((net) => [...[...ports.values()].flatMap((arrivals) => arrivals.get(net) ?? []), ...this.track(net, column + 1)]);
      const { conflicts } = lanesOf(outer.map((_, index) => ({ lefts: lefts[index] ?? [], rights: rights[index] ?? [] })));
      const taken = new Set([...lefts.flat(), ...rights.flat()]);
      const isMoved = conflicts.some(({ crossing, y }) => {
        const net = outer[crossing];
        if (net === undefined) return false;
        const arrivals = [...ports.values()].find((one) => one.get(net) === y);
        const free = (arrivals === undefined ? [1, -1] : [1, -1, 2, -2]).map((steps) => y + steps * GRID).find((height) => !taken.has(height));
        if (free === undefined) return false;
        if (arrivals === undefined) this.tracks.get(net)?.set(column + 1, free);
        else arrivals.set(net, free);
        return true;
      });
      if (!isMoved) return;
    }
  }

  /** Middles of groups' pills: as near to their members as other lines and pills allow. */
  private pillHeights(pills: readonly GroupPill[], through: readonly Net[], rows: (net: Net) => number[], lefts: ReadonlySet<number>): Map<GroupPill, number> {
    const heights = new Map<GroupPill, number>();
    const clear = SIZE.pill / 2 + 1;
    for (const pill of pills) {
      const others = through.filter((net) => net !== pill.net).flatMap(rows);
      const isFree = (y: number): boolean => !lefts.has(y) && others.every((row) => Math.abs(row - y) > clear) && [...heights.values()].every((other) => Math.abs(other - y) > SIZE.pill + 1);
      const own = rows(pill.net);
      const wish = Math.round(own.reduce((sum, y) => sum + y, 0) / Math.max(own.length, 1) / GRID) * GRID;
      let steps = 0;
      while (!isFree(wish + steps * GRID)) steps = steps > 0 ? -steps : 1 - steps;
      heights.set(pill, wish + steps * GRID);
    }
    return heights;
  }

  private isFork(entry: Entry, ports: ReadonlyMap<Entry, ReadonlyMap<Net, number>>): boolean {
    const heights = [...(ports.get(entry)?.values() ?? [])];
    return heights.length > 1 || heights.some((y) => y !== this.stack.entries.get(entry));
  }

  /** The ways into one node, from right to left: the node, where its ways meet, their pills, where their lines meet. */
  private drawEntries(
    entries: readonly Entry[],
    { ports, meeting, pills, merging }: { ports: ReadonlyMap<Entry, ReadonlyMap<Net, number>>; meeting: number; pills: Zone; merging: number },
    enter: (key: string) => Anchor,
    add: (net: Net, way: Way) => unknown,
  ): void {
    const [first] = entries;
    if (first === undefined) return;
    const node = enter(first.node);
    const kind = common(entries.map(kindOf));
    const arrow: Arrow = entries.some(({ isBack }) => !isBack) ? 'at its end' : 'none';
    const merged = entries.length === 1 ? null : this.bus(merging, entries.map((entry) => ({ y: this.stack.entries.get(entry) ?? 0, kind: kindOf(entry) })), [{ y: node.y, kind }], `into ${node.shape}`);
    const join = merged?.get(node.y);
    if (join !== undefined) this.canvas.line(sideOf(join, 'Right'), node, kind, arrow, this.words.edge(entries));
    for (const entry of entries) {
      const y = this.stack.entries.get(entry) ?? 0;
      const own = kindOf(entry);
      const joint = merged?.get(y);
      let way: Omit<Way, 'y'> = joint === undefined ? { kind: own, into: node, arrow, description: this.words.edge(entries) } : { kind: own, into: sideOf(joint, 'Left'), arrow: 'none', description: '' };
      if (entry.agreement !== null) {
        const look = pillLook(entry.agreement.text, entry.agreement.type);
        const name = this.canvas.shape({ ...look, left: pills.start, top: y - look.height / 2, description: this.words.agreement(entry) }, `agreement ${entry.agreement.name} ${node.shape}`);
        if (way.into !== null) this.canvas.line({ shape: name, side: 'Right', x: pills.start + look.width, y }, way.into, own, way.arrow, way.description);
        way = { kind: own, into: { shape: name, side: 'Left', x: pills.start, y }, arrow: 'none', description: '' };
      }
      const arrivals = [...(ports.get(entry) ?? [])];
      if (this.isFork(entry, ports)) {
        const fork = this.bus(meeting, arrivals.map(([, port]) => ({ y: port, kind: own })), [{ y, kind: own }], `before ${node.shape}`);
        const out = fork.get(y);
        if (out !== undefined && way.into !== null) this.canvas.line(sideOf(out, 'Right'), way.into, own, way.arrow, way.description);
        for (const [net, port] of arrivals) {
          const turn = fork.get(port);
          if (turn !== undefined) add(net, { y: port, kind: own, into: sideOf(turn, 'Left'), arrow: 'none', description: '' });
        }
      } else for (const [net] of arrivals) add(net, { y, ...way });
    }
  }

  /** An upright line with a joint at every height; each piece of the kind that it carries, the plainest where they differ. */
  private bus(x: number, lefts: readonly { y: number; kind: LineKind }[], rights: readonly { y: number; kind: LineKind }[], name: string): Map<number, Joint> {
    const heights = [...new Set([...lefts, ...rights].map(({ y }) => y))].sort((a, b) => a - b);
    const pieces = heights.slice(1).map((below, index): LineKind => {
      const above = heights[index] ?? below;
      const up = lefts.some(({ y }) => y >= below) ? rights.filter(({ y }) => y <= above) : [];
      const down = lefts.some(({ y }) => y <= above) ? rights.filter(({ y }) => y >= below) : [];
      return common([...up, ...down].map(({ kind }) => kind));
    });
    const joints = heights.map((y, index) => {
      const level = [...lefts, ...rights].filter((one) => one.y === y).map(({ kind }) => kind);
      return this.canvas.joint(x, y, strongest([...level, ...pieces.slice(Math.max(0, index - 1), index + 1)]), name);
    });
    pieces.forEach((kind, index) => {
      const [above, below] = [joints[index], joints[index + 1]];
      if (above !== undefined && below !== undefined) this.canvas.line(sideOf(above, 'Bottom'), sideOf(below, 'Top'), kind);
    });
    return new Map(joints.map((joint) => [joint.y, joint]));
  }

  /** Leads a net across to its ways on, and keeps what runs on. */
  private cross(net: Net, lane: number | null, ways: readonly Way[]): void {
    const opens = this.open.get(net) ?? [];
    const on: Open[] = [];
    const lead = (from: Anchor, way: Way, arrow: Arrow): void => {
      if (way.into === null) on.push({ anchor: from, kind: way.kind, arrow });
      else this.canvas.line(from, way.into, way.kind, arrow === 'none' ? way.arrow : arrow, way.description);
    };
    const [only] = opens;
    if (lane === null) {
      for (const way of ways) if (only !== undefined) lead(only.anchor, way, only.arrow);
    } else {
      const turns = this.bus(lane, opens.map(({ anchor, kind }) => ({ y: anchor.y, kind })), ways, net.name);
      for (const { anchor, kind, arrow } of opens) {
        const turn = turns.get(anchor.y);
        if (turn !== undefined) this.canvas.line(anchor, sideOf(turn, 'Left'), kind, arrow);
      }
      for (const way of ways) {
        const turn = turns.get(way.y);
        if (turn !== undefined) lead(sideOf(turn, 'Right'), way, 'none');
      }
    }
    this.open.set(net, on);
  }
}
