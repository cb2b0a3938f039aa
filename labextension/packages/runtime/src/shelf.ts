/** A set of named values that bindings read one by one: `variables`, `page.variables`, `globals`, `constants`. */
import { isPlainObject } from './equal';
import { makeFace } from './face';
import { Source, type Graph } from './graph';

export class Shelf {
  private readonly sources = new Map<string, Source>();
  private readonly names: Source<number>;
  /** What app code sees: reads are tracked, writes refused. */
  readonly face: Record<string, unknown>;

  constructor(
    private readonly graph: Graph,
    refused: (name: string) => void
  ) {
    this.names = new Source(graph, 0);
    this.face = makeFace(
      name => (name in Object.prototype && !this.sources.has(name) ? undefined : this.get(name)),
      () => this.keys(),
      refused
    );
  }

  get(name: string): unknown {
    return this.source(name).get();
  }

  has(name: string): boolean {
    return this.get(name) !== undefined;
  }

  /** The names that have a value. */
  keys(): string[] {
    this.names.get();
    return Array.from(this.sources.keys()).filter(name => this.has(name));
  }

  set(name: string, value: unknown): void {
    const source = this.source(name);
    const before = this.graph.untracked(() => source.get());
    source.set(before === value ? copyOf(value) : value);
    if ((before === undefined) !== (value === undefined)) this.countAgain();
  }

  unset(name: string): void {
    this.set(name, undefined);
  }

  clear(): void {
    for (const name of this.sources.keys()) this.unset(name);
  }

  /** Replace everything. */
  assign(values: Record<string, unknown>): void {
    for (const name of this.sources.keys()) if (!(name in values)) this.unset(name);
    for (const [name, value] of Object.entries(values)) this.set(name, value);
  }

  values(): Record<string, unknown> {
    return Object.fromEntries(this.keys().map(name => [name, this.get(name)]));
  }

  /** The values by name, for the inspector. */
  entries(): [string, Source][] {
    return Array.from(this.sources);
  }

  private countAgain(): void {
    this.names.set(this.graph.untracked(() => this.names.get()) + 1);
  }

  private source(name: string): Source {
    const known = this.sources.get(name);
    if (known) return known;
    const made = new Source<unknown>(this.graph, undefined);
    this.sources.set(name, made);
    return made;
  }
}

/** The same list or object set again was changed in place: a shallow copy makes the change visible. */
function copyOf(value: unknown): unknown {
  if (Array.isArray(value)) return [...value];
  return isPlainObject(value) ? { ...value } : value;
}
