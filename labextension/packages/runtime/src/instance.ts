/** One living component: its resolved properties, what it exposes, and the patches that tell the renderer. */
import type { Component } from '@tooljet/schema';
import type { Behaviour } from './behaviours/behaviour';
import { behaviourOf, standardActions } from './behaviours';
import type { Context } from './context';
import { Linked, Derived, type Owner, type Signal } from './graph';
import type { LogSource } from './host';
import type { InstancePatch, Patch } from './patches';
import { exposedKeys, seedOf } from './exposed';
import { faceOf } from './face';
import { fixedValue, planOf, type DynamicProp, type Plan } from './plan';
import { plain } from './plain';
import type { Row } from './rows';
import type { Scope } from './scope';
import { RETRY, retry } from './supply';
import type { Reporter } from './waves';

export class Instance implements Owner, Reporter {
  readonly key: string;
  readonly plan: Plan;
  readonly behaviour: Behaviour;
  readonly scope: Scope;
  private readonly props = new Map<string, Linked>();
  private readonly exposed = new Map<string, Signal>();
  private hasReported = false;
  private madeFace: object | null = null;
  /** Whether it is gone; a wave under way may still hold it. */
  private isGone = false;

  constructor(
    readonly context: Context,
    readonly component: Component,
    readonly row: Row | null
  ) {
    this.key = row ? `${component.id}@${row.path}` : component.id;
    this.plan = planOf(component);
    this.behaviour = behaviourOf(component.type);
    this.scope = row?.scope ?? context.scope;
    for (const prop of this.plan.dynamic) this.props.set(prop.key, this.bound(prop));
  }

  get name(): string {
    return this.component.name;
  }

  get source(): LogSource {
    return { kind: 'component', id: this.component.id, name: this.name };
  }

  /** What `components.<name>` is. */
  get face(): object {
    this.madeFace ??= faceOf(this);
    return this.madeFace;
  }

  /** The value of a property. */
  prop(key: string): unknown {
    const dynamic = this.props.get(key);
    return dynamic ? dynamic.get() : fixedValue(this.plan, key);
  }

  /** What the binding of a property read: nothing for a property without one. */
  inputs(key: string): Iterable<Signal> {
    const dynamic = this.props.get(key);
    dynamic?.get();
    return dynamic?.inputs ?? [];
  }

  /** The values behind properties and behind what is exposed, for the inspector. */
  signals(): { props: [string, Signal][]; exposed: [string, Signal][] } {
    return { props: Array.from(this.props), exposed: Array.from(this.exposed) };
  }

  /** Give a property another value until its binding changes. */
  override(key: string, value: unknown): void {
    const linked = this.props.get(key) ?? this.freed(key);
    linked.set(value);
    this.touch();
  }

  /** The names of what it exposes. */
  keys(): string[] {
    return exposedKeys(this.component.type, this.behaviour).filter(key => !key.startsWith('$'));
  }

  /** An exposed or inner value; inner ones start with `$`. */
  get(key: string): unknown {
    return this.signal(key)?.get();
  }

  /** Set an exposed or inner value. */
  put(key: string, value: unknown): void {
    const signal = this.signal(key) ?? this.extra(key);
    if (!(signal instanceof Linked)) return;
    signal.set(value);
    this.touch();
  }

  /** The user changed values in the renderer. */
  adopt(values: Record<string, unknown>): void {
    const adopted = this.behaviour.adopt?.(this, values) ?? values;
    for (const [key, value] of Object.entries(adopted)) this.put(key, value);
    if (this.behaviour.field !== undefined && this.behaviour.field in adopted) this.put('$touched', true);
  }

  /** Run a component action. */
  act(action: string, params: unknown[]): unknown {
    const own = this.behaviour.actions?.[action] ?? standardActions(this.plan.spec, action);
    if (own) return this.acted(action, own(this, ...params));
    this.context.log.write('warning', this.source, `${this.component.type} has no action ${action}`);
    return undefined;
  }

  /** A field that was emptied by the app has not been left empty by the user. */
  private acted(action: string, result: unknown): unknown {
    if (this.behaviour.field !== undefined && EMPTYING.has(action)) this.put('$touched', false);
    return result;
  }

  hasAction(action: string): boolean {
    return Object.hasOwn(this.behaviour.actions ?? {}, action) || standardActions(this.plan.spec, action) !== undefined;
  }

  /** Something happened to it. */
  fire(event: string, detail: Record<string, unknown> = {}): void {
    if (event === RETRY) return retry(this);
    const done = this.context.events.component(this, event, detail);
    this.behaviour.after?.(this, event, done);
  }

  /** All values back to what the definition says. */
  reset(): void {
    for (const signal of this.exposed.values()) if (signal instanceof Linked) signal.reset();
    this.touch();
  }

  touch(): void {
    this.context.waves.touch(this);
  }

  report(patches: Patch[], heard: boolean): void {
    if (this.isGone) return;
    if (!heard) return this.behaviour.grow?.(this);
    const patch = this.patch(false);
    if (patch) patches.push(patch);
    this.behaviour.report?.(this, patches, false);
  }

  /** Everything it has to tell, for a new listener. */
  reportAll(patches: Patch[]): void {
    const patch = this.patch(true);
    if (patch) patches.push(patch);
    this.behaviour.report?.(this, patches, true);
  }

  dispose(): void {
    this.isGone = true;
    this.behaviour.closed?.(this);
    for (const signal of this.props.values()) signal.dispose();
    for (const signal of this.exposed.values()) if (signal instanceof Derived) signal.dispose();
    this.context.waves.drop(this);
  }

  /** What was set by hand, for a snapshot; overridden properties start with `@`. */
  overrides(): Record<string, unknown> {
    const result: Record<string, unknown> = {};
    for (const [key, signal] of this.props) if (signal.overridden) result[`@${key}`] = plain(signal.get());
    for (const [key, signal] of this.exposed) {
      if (signal instanceof Linked && signal.overridden) result[key] = plain(signal.get());
    }
    return result;
  }

  restore(values: Record<string, unknown>): void {
    for (const [key, value] of Object.entries(values)) {
      if (key.startsWith('@')) this.override(key.slice(1), value);
      else this.put(key, value);
    }
  }

  /** Give up what was set by hand, as `overrides` names it. */
  release(key: string): void {
    const signal = key.startsWith('@') ? this.props.get(key.slice(1)) : this.exposed.get(key);
    if (!(signal instanceof Linked)) return;
    signal.reset();
    this.touch();
  }

  /** A property that was fixed until now: what read it had nothing to depend on. */
  private freed(key: string): Linked {
    const linked = new Linked(this.context.graph, () => fixedValue(this.plan, key), { owner: this });
    this.props.set(key, linked);
    for (const signal of this.exposed.values()) if (signal instanceof Derived) signal.outdate();
    return linked;
  }

  private bound(prop: DynamicProp): Linked {
    const { evaluator, graph } = this.context;
    const place = {
      id: `${this.component.id}.${prop.key}`,
      source: { kind: 'component' as const, id: this.component.id, name: this.name, property: prop.key },
    };
    const compute = (): unknown => prop.finish(evaluator.evaluate(prop.template, this.scope, place));
    return new Linked(graph, compute, { name: `${this.name}.${prop.key}`, owner: this });
  }

  private signal(key: string): Signal | undefined {
    const known = this.exposed.get(key);
    if (known) return known;
    const seed = seedOf(this, key);
    if (!seed) return undefined;
    const options = { owner: this, name: '' };
    const compute = (): unknown => seed.read(this);
    const { graph } = this.context;
    const made = seed.settable ? new Linked(graph, compute, options) : new Derived(graph, compute, options);
    this.exposed.set(key, made);
    return made;
  }

  /** A value no spec knows: a component we do not have, or one of a newer ToolJet. */
  private extra(key: string): Linked {
    const made = new Linked(this.context.graph, () => undefined, { owner: this });
    this.exposed.set(key, made);
    return made;
  }

  private patch(all: boolean): InstancePatch | null {
    const isFirst = !this.hasReported || all;
    this.hasReported = true;
    const props = this.newProps(isFirst);
    const exposed = this.newExposed(isFirst);
    const errors = this.newErrors(isFirst);
    if (!isFirst && !props && !exposed && !errors) return null;
    return {
      instance: this.key,
      component: this.component.id,
      ...(props && { props }),
      ...(exposed && { exposed }),
      ...(errors && { errors }),
    };
  }

  private newProps(isFirst: boolean): Record<string, unknown> | null {
    const unsent = unsentProps(this.behaviour);
    const props: Record<string, unknown> = isFirst ? Object.assign({ ...this.plan.defaults }, this.plan.fixed) : {};
    let count = isFirst ? 1 : 0;
    for (const [key, signal] of this.props) {
      if (unsent.includes(key) || !isNews(signal, isFirst)) continue;
      props[key] = plain(signal.get());
      count += 1;
    }
    if (isFirst) for (const key of unsent) delete props[key];
    return count > 0 ? props : null;
  }

  private newExposed(isFirst: boolean): Record<string, unknown> | null {
    const exposed: Record<string, unknown> = {};
    let count = isFirst ? 1 : 0;
    if (isFirst) for (const key of exposedKeys(this.component.type, this.behaviour)) this.signal(key);
    for (const [key, signal] of this.exposed) {
      if (key.startsWith('$') || this.behaviour.unsent?.includes(key) || !isNews(signal, isFirst)) continue;
      exposed[key] = plain(signal.get());
      count += 1;
    }
    return count > 0 ? exposed : null;
  }

  private newErrors(isFirst: boolean): Record<string, string> | null {
    const signal = this.behaviour.error && this.signal('$shownError');
    if (!signal || !isNews(signal, isFirst)) return null;
    const error = String(signal.get() ?? '');
    if (error !== '') return { value: error };
    return isFirst ? null : {};
  }
}

/** The actions that empty a field. */
const EMPTYING = new Set(['clear', 'clearValue']);

/** Whether the renderer does not have a value yet. */
function isNews(signal: Signal, always: boolean): boolean {
  signal.refresh();
  if (!always && signal.told === signal.version) return false;
  signal.told = signal.version;
  return true;
}

const NONE: string[] = [];

/** Properties that are not part of an instance's patch. */
function unsentProps({ bulk, dropped }: Behaviour): string[] {
  return bulk || dropped ? [...(bulk ?? NONE), ...(dropped ?? NONE)] : NONE;
}
