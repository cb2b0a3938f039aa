/** The rows of a Listview: the same components once for each, with `listItem` and each other in reach. */
import { componentsFace } from './face';
import { Derived } from './graph';
import type { Instance } from './instance';
import type { Scope } from './scope';

/** Which rows are alive. */
export interface Window {
  from: number;
  count: number;
  total: number;
}

export class Row {
  /** `3`, or `0.3` in a Listview that is itself in row 0. */
  readonly path: string;
  readonly parent: Row | null;
  readonly scope: Scope;
  readonly byId = new Map<string, Instance>();
  readonly byName = new Map<string, Instance>();
  private readonly item: Derived;

  constructor(
    readonly list: Instance,
    readonly index: number,
    read: (index: number) => unknown
  ) {
    const { context } = list;
    this.parent = list.row;
    this.path = this.parent ? `${this.parent.path}.${index}` : String(index);
    this.item = new Derived(context.graph, () => read(index));
    this.scope = list.scope.with({
      components: componentsFace(
        context,
        name => this.named(name),
        () => this.names()
      ),
    });
    Object.defineProperty(this.scope.names, 'listItem', { get: () => this.item.get(), enumerable: true });
  }

  /** Make the components of the row. */
  open(): void {
    const { page } = this.list.context;
    for (const component of page.members(this.list.component.id)) {
      const instance = page.add(component, this);
      this.byId.set(component.id, instance);
      this.byName.set(component.name, instance);
      instance.touch();
    }
  }

  /** `listItem`. */
  get value(): unknown {
    return this.item.get();
  }

  /** What the components of the row expose, by name. */
  values(): Record<string, unknown> {
    return Object.fromEntries(Array.from(this.byName, ([name, instance]) => [name, { ...instance.face }]));
  }

  faces(): Record<string, unknown> {
    return Object.fromEntries(Array.from(this.byName, ([name, instance]) => [name, instance.face]));
  }

  close(): void {
    const { page } = this.list.context;
    for (const instance of this.byId.values()) page.remove(instance);
    this.item.dispose();
  }

  private named(name: string): Instance | undefined {
    const { page } = this.list.context;
    return page.find(name, this);
  }

  private names(): string[] {
    return [...this.byName.keys(), ...this.list.context.page.names()];
  }
}

/** Keeps the rows of one Listview in step with its data. */
export class Rows {
  private readonly rows = new Map<number, Row>();
  /** The keys of instances that went since the last report. */
  removed: string[] = [];

  constructor(
    private readonly list: Instance,
    private readonly read: (index: number) => unknown
  ) {}

  /** The rows of a window, in order; others are closed. */
  show(window: Window): Row[] {
    for (const [index, row] of this.rows) {
      if (index < window.from || index >= window.from + window.count) this.close(index, row);
    }
    return Array.from({ length: window.count }, (_none, offset) => this.row(window.from + offset));
  }

  private row(index: number): Row {
    const known = this.rows.get(index);
    if (known) return known;
    const made = new Row(this.list, index, this.read);
    this.rows.set(index, made);
    made.open();
    return made;
  }

  private close(index: number, row: Row): void {
    for (const instance of row.byId.values()) {
      this.removed.push(instance.key);
    }
    row.close();
    this.rows.delete(index);
  }

  closeAll(): void {
    for (const [index, row] of this.rows) this.close(index, row);
  }
}
