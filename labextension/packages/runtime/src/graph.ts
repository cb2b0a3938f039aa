/** The dependency graph: values that know who read them, and are computed again only when asked and out of date. */
import { same } from './equal';

enum Freshness {
  Clean,
  /** Something it depends on may have changed. */
  Check,
  Dirty,
  Running,
}

/** Who is told, once per wave, that one of its values may have changed. */
export interface Owner {
  touch(): void;
}

/** What made a value change: something that happened, and when. */
export interface Cause {
  event: string;
  time: number;
}

/** What runs now, so that a read becomes a dependency. */
export class Graph {
  private reader: Derived | null = null;
  /** What happens now; every value that changes remembers it. */
  cause: Cause | null = null;
  private readonly running: Derived[] = [];

  /** Told the names along a cycle, the first one again at the end. */
  constructor(private readonly onCycle: (names: string[], nodes: Derived[]) => void = () => undefined) {}

  /** Whether a binding is being evaluated now. */
  get evaluating(): boolean {
    return this.running.length > 0;
  }

  track(node: Signal): void {
    if (this.reader) this.reader.reads(node);
  }

  /** Run without making reads dependencies. */
  untracked<T>(run: () => T): T {
    const before = this.reader;
    this.reader = null;
    try {
      return run();
    } finally {
      this.reader = before;
    }
  }

  /** Run as the consequence of something; what happens inside of something else is still because of that. */
  causedBy<T>(cause: Cause, run: () => T): T {
    if (this.cause) return run();
    this.cause = cause;
    try {
      return run();
    } finally {
      this.cause = null;
    }
  }

  evaluate<T>(node: Derived, compute: () => T): T {
    const before = this.reader;
    this.reader = node;
    this.running.push(node);
    try {
      return compute();
    } finally {
      this.running.pop();
      this.reader = before;
    }
  }

  /** `node` was read while it runs: everything that runs since then is part of a cycle. */
  foundCycle(node: Derived): void {
    const nodes = this.running.slice(this.running.indexOf(node));
    for (const member of nodes) member.cyclic = true;
    const names = nodes.map(member => member.name).filter(name => name !== '');
    this.onCycle([...names, ...names.slice(0, 1)], nodes);
  }
}

/** A value that can be read and depended on. */
export abstract class Signal {
  protected observers: Set<Derived> | null = null;
  version = 0;
  /** The version its owner has told others about. */
  told = -1;
  /** What made it change the last time; null where nothing is known, as after an `await` of the app's code. */
  changedBy: Cause | null = null;

  constructor(protected readonly graph: Graph) {}

  abstract get(): unknown;
  /** Bring the value up to date without becoming dependent on it. */
  abstract refresh(): void;

  observe(reader: Derived): void {
    this.observers ??= new Set();
    this.observers.add(reader);
  }

  forget(reader: Derived): void {
    this.observers?.delete(reader);
  }

  protected changed(): void {
    this.version += 1;
    this.changedBy = this.graph.cause;
    if (this.observers) for (const reader of this.observers) reader.invalidate(Freshness.Dirty);
  }
}

/** A value that is set from outside. */
export class Source<T = unknown> extends Signal {
  constructor(
    graph: Graph,
    private value: T,
    private readonly owner: Owner | null = null
  ) {
    super(graph);
  }

  get(): T {
    this.graph.track(this);
    return this.value;
  }

  refresh(): void {
    // Always up to date.
  }

  set(value: T): void {
    if (same(value, this.value)) return;
    this.value = value;
    this.changed();
    this.owner?.touch();
  }
}

/** How a derived value is named in a cycle, and whom it tells. */
export interface DerivedOptions {
  name?: string;
  owner?: Owner | null;
}

/** A value computed from others. */
export class Derived<T = unknown> extends Signal {
  protected value: T | undefined = undefined;
  protected freshness: Freshness = Freshness.Dirty;
  private sources: Set<Signal> | null = null;
  protected readonly owner: Owner | null;
  readonly name: string;
  /** Set while it runs, when it turned out to depend on itself. */
  cyclic = false;

  constructor(
    graph: Graph,
    private readonly compute: () => T,
    options: DerivedOptions = {}
  ) {
    super(graph);
    this.name = options.name ?? '';
    this.owner = options.owner ?? null;
  }

  get(): T | undefined {
    this.graph.track(this);
    if (this.freshness === Freshness.Running) {
      this.graph.foundCycle(this);
      return undefined;
    }
    this.refresh();
    return this.value;
  }

  reads(source: Signal): void {
    if (this.sources?.has(source)) return;
    this.sources ??= new Set();
    this.sources.add(source);
    source.observe(this);
  }

  invalidate(freshness: Freshness.Check | Freshness.Dirty): void {
    const waiting: [Derived, Freshness.Check | Freshness.Dirty][] = [[this, freshness]];
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const [node, level] = next;
      if (node.freshness >= level) continue;
      const wasClean = node.freshness === Freshness.Clean;
      node.freshness = level;
      if (!wasClean) continue;
      node.owner?.touch();
      if (node.observers) for (const reader of node.observers) waiting.push([reader, Freshness.Check]);
    }
  }

  /** What it was computed from the last time. */
  get inputs(): Iterable<Signal> {
    return this.sources ?? [];
  }

  /** What it was computed from can no longer be trusted. */
  outdate(): void {
    this.invalidate(Freshness.Dirty);
  }

  refresh(): void {
    if (this.freshness === Freshness.Check) this.checkSources();
    if (this.freshness === Freshness.Dirty) this.run();
    else if (this.freshness === Freshness.Check) this.freshness = Freshness.Clean;
  }

  /** Leave the graph. */
  dispose(): void {
    this.release();
    this.freshness = Freshness.Dirty;
  }

  protected adopt(result: T | undefined): void {
    if (same(result, this.value)) return;
    this.value = result;
    this.changed();
  }

  private release(): void {
    if (!this.sources) return;
    for (const source of this.sources) source.forget(this);
    this.sources.clear();
  }

  private checkSources(): void {
    if (!this.sources) return;
    for (const source of this.sources) {
      const before = source.version;
      if (source instanceof Derived && source.freshness === Freshness.Running) this.freshness = Freshness.Dirty;
      else source.refresh();
      if (source.version !== before) this.freshness = Freshness.Dirty;
      if (this.freshness === Freshness.Dirty) return;
    }
  }

  private run(): void {
    this.freshness = Freshness.Running;
    this.release();
    let result: T | undefined;
    try {
      result = this.graph.evaluate(this, this.compute);
    } finally {
      this.freshness = Freshness.Clean;
    }
    if (this.cyclic) {
      this.cyclic = false;
      result = undefined;
    }
    this.adopt(result);
  }
}

/** A value that starts as another one and may be set; it starts again when that other one changes. */
export class Linked extends Derived {
  private seed: unknown = undefined;
  /** Whether it was set since its seed last changed. */
  overridden = false;

  set(value: unknown): void {
    this.graph.untracked(() => this.refresh());
    this.overridden = true;
    if (same(value, this.value)) return;
    this.value = value;
    this.changed();
    this.owner?.touch();
  }

  /** Back to the seed. */
  reset(): void {
    if (!this.overridden) return;
    this.overridden = false;
    this.value = this.seed;
    this.changed();
    this.owner?.touch();
  }

  protected override adopt(seed: unknown): void {
    if (this.overridden && same(seed, this.seed)) return;
    this.overridden = false;
    this.seed = seed;
    super.adopt(seed);
  }
}
