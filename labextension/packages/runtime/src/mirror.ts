/** The receiving end of patches: plain state per instance, for the renderer, the notebook and tests. */
import type { CellValues, PageState, Patch } from './patches';

/** What is known of one instance. */
export interface MirrorInstance {
  component: string;
  props: Record<string, unknown>;
  exposed: Record<string, unknown>;
  errors: Record<string, string>;
  /** Which rows of a Listview are alive. */
  rows: { from: number; count: number; total: number } | null;
  /** Per column of a Table and row: what depends on the cell. */
  cells: Record<string, Record<number, CellValues>>;
}

export interface Mirror {
  page: PageState | null;
  instances: Map<string, MirrorInstance>;
  /** Take patches in. Gives the keys of the instances that changed; every change makes a new object. */
  apply(patches: Patch[]): Set<string>;
}

/** An empty mirror. */
export function createMirror(): Mirror {
  const mirror: Mirror = {
    page: null,
    instances: new Map(),
    apply: patches => {
      const changed = new Set<string>();
      for (const patch of patches) for (const key of take(mirror, patch)) changed.add(key);
      return changed;
    },
  };
  return mirror;
}

function take(mirror: Mirror, patch: Patch): string[] {
  if ('page' in patch) return takePage(mirror, patch.page, patch.fresh);
  if ('removed' in patch) {
    mirror.instances.delete(patch.removed);
    return [patch.removed];
  }
  if ('rows' in patch) {
    const { instance, ...rows } = patch.rows;
    return change(mirror, instance, { rows });
  }
  if ('data' in patch) return takeData(mirror, patch.data);
  if ('cells' in patch) return takeCells(mirror, patch.cells);
  const { instance, component, props, exposed, errors } = patch;
  const before = mirror.instances.get(instance) ?? blank(component);
  return change(mirror, instance, {
    component,
    props: { ...before.props, ...props },
    exposed: { ...before.exposed, ...exposed },
    errors: errors ?? before.errors,
  });
}

function takePage(mirror: Mirror, page: PageState, fresh: boolean): string[] {
  mirror.page = page;
  if (!fresh) return [];
  const gone = Array.from(mirror.instances.keys());
  mirror.instances.clear();
  return gone;
}

function takeData(mirror: Mirror, data: Extract<Patch, { data: unknown }>['data']): string[] {
  const before = mirror.instances.get(data.instance) ?? blank('');
  const old = before.props[data.property];
  const list: unknown[] = data.fresh || !Array.isArray(old) ? [] : [...old];
  data.items.forEach((item, index) => {
    list[data.from + index] = item;
  });
  return change(mirror, data.instance, { props: { ...before.props, [data.property]: list } });
}

function takeCells(mirror: Mirror, cells: Extract<Patch, { cells: unknown }>['cells']): string[] {
  const before = mirror.instances.get(cells.instance) ?? blank('');
  const column = Object.fromEntries(cells.values.map(value => [value.row, value]));
  return change(mirror, cells.instance, { cells: { ...before.cells, [cells.column]: column } });
}

function change(mirror: Mirror, key: string, values: Partial<MirrorInstance>): string[] {
  mirror.instances.set(key, { ...(mirror.instances.get(key) ?? blank('')), ...values });
  return [key];
}

function blank(component: string): MirrorInstance {
  return { component, props: {}, exposed: {}, errors: {}, rows: null, cells: {} };
}
