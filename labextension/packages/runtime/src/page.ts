/** The page that is shown: its instances, found by id, by key or by the name expressions use. */
import type { Component, Page } from '@tooljet/schema';
import type { Context } from './context';
import { Instance } from './instance';
import type { Patch } from './patches';
import type { Row } from './rows';
import { treeOf, type Tree } from './tree';

export class PageView {
  readonly tree: Tree;
  /** Every living instance, rows included, by key. */
  readonly instances = new Map<string, Instance>();
  private readonly byName = new Map<string, Instance>();

  constructor(
    readonly context: Context,
    readonly page: Page
  ) {
    this.tree = treeOf(page);
  }

  /** Make the instances. Apart from the constructor, because they look the page up in the context. */
  open(): void {
    for (const component of this.members(null)) {
      const instance = this.add(component, null);
      this.byName.set(component.name, instance);
      instance.touch();
    }
  }

  /** The components that a Listview repeats, or that exist once. */
  members(list: string | null): Component[] {
    return this.tree.members.get(list) ?? [];
  }

  add(component: Component, row: Row | null): Instance {
    const instance = new Instance(this.context, component, row);
    this.instances.set(instance.key, instance);
    return instance;
  }

  remove(instance: Instance): void {
    instance.dispose();
    this.instances.delete(instance.key);
  }

  /** The instance with a name; with an id where a binding was imported with one. */
  named(name: string): Instance | undefined {
    return this.byName.get(name) ?? this.instances.get(name);
  }

  names(): string[] {
    return Array.from(this.byName.keys());
  }

  /** The instance an action means by id, or by name in old apps: first in the row of the event, then on the page. */
  find(idOrName: string, row: Row | null): Instance | undefined {
    for (let around = row; around; around = around.parent) {
      const found = around.byId.get(idOrName) ?? around.byName.get(idOrName);
      if (found) return found;
    }
    return this.instances.get(idOrName) ?? this.byName.get(idOrName);
  }

  /** The instances inside a component, at any depth, but not those that a Form or Listview in it owns. */
  inside(outer: Instance): Instance[] {
    const result: Instance[] = [];
    for (const id of this.tree.inside.get(outer.component.id) ?? []) {
      const instance = this.sibling(outer, id);
      if (!instance) continue;
      result.push(instance);
      if (!OWNERS.has(instance.component.type)) result.push(...this.inside(instance));
    }
    return result;
  }

  /** The instances inside a component, at any depth; of the rows of a Listview in it none. */
  everything(outer: Instance): Instance[] {
    return this.inside(outer).flatMap(instance => {
      return OWNERS.has(instance.component.type) ? [instance, ...this.everything(instance)] : [instance];
    });
  }

  /** The nearest instance of a type around another. */
  around(inner: Instance, type: string): Instance | undefined {
    for (let id = this.parentOf(inner.component.id); id !== null; id = this.parentOf(id)) {
      if (this.tree.nodes.get(id)?.component.type === type) return this.sibling(inner, id);
    }
    return undefined;
  }

  /** Everything a new listener has to know. */
  reportAll(patches: Patch[]): void {
    for (const instance of Array.from(this.instances.values())) instance.reportAll(patches);
  }

  close(): void {
    for (const instance of this.instances.values()) instance.dispose();
    this.instances.clear();
    this.byName.clear();
  }

  private parentOf(id: string): string | null {
    return this.tree.nodes.get(id)?.parent ?? null;
  }

  private sibling(instance: Instance, id: string): Instance | undefined {
    for (let row = instance.row; row; row = row.parent) {
      const found = row.byId.get(id);
      if (found) return found;
    }
    return this.instances.get(id);
  }
}

/** They speak for what is in them. */
const OWNERS = new Set(['Form', 'Listview']);
