/** What the page shows now: the patches of the runtime, kept per instance, each with its own listeners. */
import type { CellValues, DataPatch, Patch, PageState } from '@tooljet/runtime';

/** One instance of a component as the runtime last described it; replaced, never changed, when a patch comes. */
export interface Instance {
  component: string;
  props: Record<string, unknown>;
  exposed: Record<string, unknown>;
  errors: Record<string, string>;
  /** Values of single cells of a Table: per column key, per row. */
  cells: Readonly<Record<string, ReadonlyMap<number, CellValues>>>;
  /** A Listview's rows that are alive. */
  rows?: Rows;
}

/** The rows of a Listview that are alive. */
export interface Rows {
  from: number;
  count: number;
  total: number;
}

type Listener = () => void;

const NOTHING: Instance = { component: '', props: {}, exposed: {}, errors: {}, cells: {} };

/** The state of one shown app, for React's `useSyncExternalStore`. */
export class Store {
  page: PageState | undefined;
  private readonly instances = new Map<string, Instance>();
  private readonly listeners = new Map<string, Set<Listener>>();
  private readonly touched = new Set<string>();

  instance(key: string): Instance | undefined {
    return this.instances.get(key);
  }

  /** Calls `listener` when the instance, or with `PAGE` the page, changed. Returns the way out. */
  listen(key: string, listener: Listener): () => void {
    const heard = this.listeners.get(key) ?? new Set();
    this.listeners.set(key, heard.add(listener));
    return () => {
      heard.delete(listener);
      if (heard.size === 0 && this.listeners.get(key) === heard) this.listeners.delete(key);
    };
  }

  /** Takes in one wave; every listener whose part changed is called once. */
  take(patches: readonly Patch[]): void {
    for (const patch of patches) this.takeOne(patch);
    const changed = [...this.touched];
    this.touched.clear();
    for (const key of changed) for (const listener of [...(this.listeners.get(key) ?? [])]) listener();
  }

  private takeOne(patch: Patch): void {
    if ('page' in patch) this.takePage(patch.page, patch.fresh);
    else if ('removed' in patch) this.put(patch.removed, undefined);
    else if ('rows' in patch) this.takeRows(patch.rows);
    else if ('data' in patch) this.takeData(patch.data);
    else if ('cells' in patch) this.takeCells(patch.cells);
    else {
      const before = this.instances.get(patch.instance) ?? NOTHING;
      this.put(patch.instance, {
        ...before,
        component: patch.component,
        props: patch.props ? { ...before.props, ...patch.props } : before.props,
        exposed: patch.exposed ? { ...before.exposed, ...patch.exposed } : before.exposed,
        errors: patch.errors ?? before.errors,
      });
    }
  }

  private takePage(page: PageState, fresh: boolean): void {
    this.page = page;
    this.touched.add(PAGE);
    if (!fresh) return;
    for (const key of this.instances.keys()) this.touched.add(key);
    this.instances.clear();
  }

  private takeRows({ instance, ...rows }: { instance: string } & Rows): void {
    this.put(instance, { ...(this.instances.get(instance) ?? NOTHING), rows });
  }

  private takeData({ instance, property, from, items, total, fresh }: DataPatch['data']): void {
    const before = this.instances.get(instance) ?? NOTHING;
    const held = before.props[property];
    const list = fresh || !Array.isArray(held) ? [] : held;
    const joined = list.slice(0, from).concat(items, list.slice(from + items.length, total));
    this.put(instance, { ...before, props: { ...before.props, [property]: joined } });
  }

  private takeCells({ instance, column, values }: { instance: string; column: string; values: CellValues[] }): void {
    const before = this.instances.get(instance) ?? NOTHING;
    const cells = new Map(values.map(cell => [cell.row, cell]));
    this.put(instance, { ...before, cells: { ...before.cells, [column]: cells } });
  }

  private put(key: string, instance: Instance | undefined): void {
    if (instance) this.instances.set(key, instance);
    else this.instances.delete(key);
    this.touched.add(key);
  }
}

/** The key under which listeners of the page itself are kept; no component has an empty id. */
export const PAGE = '';
