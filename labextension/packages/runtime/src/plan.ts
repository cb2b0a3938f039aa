/** How the properties of one component of the definition are resolved: made once, shared by all its instances. */
import { specs, type Component, type Prop, type Spec } from '@tooljet/schema';
import { coerce } from './coerce';
import { splitColumns } from './columns';
import { Scope } from './scope';
import { template, type Template } from './template';

/** Constants need no names. */
const EMPTY = new Scope(Object.create(null));

/** A property that holds a binding. */
export interface DynamicProp {
  key: string;
  template: Template;
  /** The value of the template as the property's type. */
  finish(value: unknown): unknown;
}

/** All properties of a component. */
export interface Plan {
  spec: Spec | null;
  /** Those that never change and those that are not set, which share the defaults of the type. */
  fixed: Record<string, unknown>;
  defaults: Record<string, unknown>;
  dynamic: DynamicProp[];
}

/** Lists whose entries may say something for each row. */
const HAVE_CELLS = new Set<Prop['type']>(['columns', 'buttons']);

const ANY: Prop = { key: '', type: 'any', default: undefined, label: '', place: 'properties', section: '' };
const known: Record<string, Spec | undefined> = specs;
const defaults = new Map<string, Record<string, unknown>>();
const plans = new WeakMap<Component, Plan>();

/** The spec of a component type; null for a type we do not have. */
export function specOf(type: string): Spec | null {
  return Object.hasOwn(known, type) ? (known[type] ?? null) : null;
}

/** The value of a property that holds no binding. */
export function fixedValue(plan: Plan, key: string): unknown {
  return Object.hasOwn(plan.fixed, key) ? plan.fixed[key] : plan.defaults[key];
}

/** The plan of a component. */
export function planOf(component: Component): Plan {
  const plan = plans.get(component) ?? newPlan(component);
  plans.set(component, plan);
  return plan;
}

function newPlan(component: Component): Plan {
  const spec = specOf(component.type);
  const plan: Plan = { spec, fixed: {}, defaults: defaultsOf(component.type, spec), dynamic: [] };
  for (const [key, value] of Object.entries(component.props)) {
    if (value !== undefined) addProp(plan, key, value);
  }
  return plan;
}

function addProp(plan: Plan, key: string, given: unknown): void {
  const prop = plan.spec?.props[key] ?? ANY;
  const items = plan.spec?.items;
  const made = template(HAVE_CELLS.has(prop.type) ? splitColumns(given) : given);
  if (!made.constant) {
    plan.dynamic.push({ key, template: made, finish: value => coerce(value, prop, items) });
    return;
  }
  // An empty entry (`{"fxActive": false}` without a value) means the default; `{{}}` and `{{null}}` do not.
  if (given !== null)
    plan.fixed[key] = coerce(
      made.evaluate(EMPTY, () => undefined),
      prop,
      items
    );
}

function defaultsOf(type: string, spec: Spec | null): Record<string, unknown> {
  const ready = defaults.get(type) ?? newDefaults(spec);
  defaults.set(type, ready);
  return ready;
}

function newDefaults(spec: Spec | null): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const prop of Object.values(spec?.props ?? {})) {
    const value = template(prop.default).evaluate(EMPTY, () => undefined);
    result[prop.key] = value === null && prop.nullable ? null : coerce(value ?? '', prop, spec?.items);
  }
  // Parsed at once, V8 gives the object a fixed shape; copying it is then 80 times faster, and every instance does.
  return JSON.parse(JSON.stringify(result));
}
