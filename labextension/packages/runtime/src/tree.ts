/** The components of a page as a tree: who is in whom, in which slot, and inside which Listview. */
import type { Component, Page } from '@tooljet/schema';

/** Where a component lies. */
export interface Node {
  component: Component;
  /** The component it is in; null on the page itself. */
  parent: string | null;
  /** `header`, `footer`, `modal`, a tab id, or '' for the body. */
  slot: string;
  /** The nearest Listview around it, whose rows repeat it. */
  list: string | null;
}

export interface Tree {
  nodes: Map<string, Node>;
  /** Components by the Listview that repeats them; null for those that exist once. */
  members: Map<string | null, Component[]>;
  /** The ids of what is directly in a component. */
  inside: Map<string, string[]>;
}

/** The id and the slot of a parent: ids may hold "-", so the longest known one counts. */
export function splitParent(parent: string, ids: ReadonlySet<string>): { id: string; slot: string } | null {
  if (ids.has(parent)) return { id: parent, slot: '' };
  for (let dash = parent.lastIndexOf('-'); dash > 0; dash = parent.lastIndexOf('-', dash - 1)) {
    const id = parent.slice(0, dash);
    if (ids.has(id)) return { id, slot: parent.slice(dash + 1) };
  }
  return null;
}

/** The tree of a page. Components whose parent is not in the file are not part of it. */
export function treeOf(page: Page): Tree {
  const ids = new Set(page.components.map(component => component.id));
  const nodes = new Map<string, Node>();
  for (const component of page.components) {
    const place = component.parent === null ? { id: null, slot: '' } : splitParent(component.parent, ids);
    if (place) nodes.set(component.id, { component, parent: place.id, slot: place.slot, list: null });
  }
  const members = new Map<string | null, Component[]>();
  const inside = new Map<string, string[]>();
  for (const node of nodes.values()) {
    place(node, nodes, members);
    if (node.parent !== null) append(inside, node.parent, node.component.id);
  }
  return { nodes, members, inside };
}

function place(node: Node, nodes: Map<string, Node>, members: Tree['members']): void {
  const around = ancestors(node, nodes);
  if (around === null) return;
  node.list = around.find(outer => outer.component.type === 'Listview')?.component.id ?? null;
  append(members, node.list, node.component);
}

function append<K, V>(lists: Map<K, V[]>, key: K, item: V): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}

/** What is around a component, nearest first; null when that does not end at the page. */
function ancestors(node: Node, nodes: Map<string, Node>): Node[] | null {
  const result: Node[] = [];
  for (let id = node.parent; id !== null;) {
    const outer = nodes.get(id);
    if (!outer || result.includes(outer)) return null;
    result.push(outer);
    id = outer.parent;
  }
  return result;
}
