/** Says why a value is what it is: its binding, what that read and what those are, and what changed it last. */
import type { App } from './app';
import { Derived, Linked, type Cause, type Signal } from './graph';
import type { Instance } from './instance';
import { plain } from './plain';

/** A value, and the values it was computed from. */
export interface Inspection {
  /** As a builder would write it: `table1.data`, `queries.orders.data`. */
  name: string;
  value: unknown;
  /** The text in the definition. */
  binding?: string;
  /** It was set by hand or by an action, past its binding. */
  isSet?: boolean;
  changed?: Cause;
  inputs: Inspection[];
}

/** How far down the inputs of inputs are told. */
const DEPTH = 4;
/** More inputs than this of one value are not told. */
const MOST_INPUTS = 30;

/** Throws when there is no such place. */
export function inspect(app: App, place: string): Inspection {
  const names = namesOf(app);
  const signal = signalAt(app, place);
  if (signal) return told(app, signal, { names, depth: 0, name: place });
  const fixed = fixedAt(app, place);
  if (!fixed)
    throw new Error(
      `There is nothing to ask about at ${place}; ask for a value, such as table1.data or queries.orders.data`
    );
  return { ...fixed, name: place, inputs: [] };
}

interface Telling {
  names: Map<Signal, Named>;
  depth: number;
  name?: string;
}

interface Named {
  name: string;
  binding?: string;
}

function told(app: App, signal: Signal, { names, depth, name }: Telling): Inspection {
  const known = names.get(signal);
  const value = app.graph.untracked(() => plain(signal.get()));
  const sources = signal instanceof Derived ? Array.from(signal.inputs) : [];
  const inputs = depth < DEPTH ? Array.from(new Set(spokenOf(sources, names))).slice(0, MOST_INPUTS) : [];
  const changed = signal.changedBy ?? latest(sources);
  return {
    name: known?.name ?? name ?? 'a value',
    value,
    ...(known?.binding !== undefined && { binding: known.binding }),
    ...(signal instanceof Linked && signal.overridden && { isSet: true }),
    ...(changed && { changed }),
    inputs: inputs.map(source => told(app, source, { names, depth: depth + 1 })),
  };
}

/** Inner values have no names that a builder knows: in their place stands what they were computed from. */
function spokenOf(sources: Signal[], names: Map<Signal, Named>, depth = 0): Signal[] {
  return sources.flatMap(source => {
    if (names.has(source)) return [source];
    return source instanceof Derived && depth < DEPTH ? spokenOf(Array.from(source.inputs), names, depth + 1) : [];
  });
}

/** The newest of the causes of some values. */
function latest(signals: Signal[]): Cause | null {
  return signals.reduce<Cause | null>(
    (newest, { changedBy }) => (changedBy && (!newest || changedBy.time >= newest.time) ? changedBy : newest),
    null
  );
}

/** What every value is called, and its binding; an exposed value has that of the property of its name. */
function namesOf(app: App): Map<Signal, Named> {
  const names = new Map<Signal, Named>();
  for (const instance of app.page.instances.values()) {
    const { props, exposed } = instance.signals();
    for (const [key, signal] of [...exposed, ...props]) {
      if (key.startsWith('$')) continue;
      names.set(signal, { name: `${spoken(instance)}.${key}`, ...bindingOf(instance, key) });
    }
  }
  for (const { definition, store } of app.queries.all()) {
    for (const key of ANSWERS) names.set(store[key], { name: `queries.${definition.name}.${key}` });
  }
  for (const [shelf, values] of shelvesOf(app)) {
    for (const [key, signal] of values.entries()) names.set(signal, { name: `${shelf}.${key}` });
  }
  return names;
}

const ANSWERS = ['data', 'rawData', 'isLoading', 'error', 'metadata'] as const;

function shelvesOf(app: App) {
  return Object.entries({
    variables: app.variables,
    globals: app.globals,
    constants: app.constants,
    'page.variables': app.pageVariables,
  });
}

function spoken({ name, row }: Instance): string {
  return row ? `${name}@${row.path}` : name;
}

function bindingOf({ component }: Instance, key: string): { binding?: string } {
  const text = component.props[key];
  if (text === undefined) return {};
  return { binding: typeof text === 'string' ? text : JSON.stringify(text) };
}

function signalAt(app: App, place: string): Signal | undefined {
  const query = /^queries\.(.+)\.(\w+)$/.exec(place);
  if (query) {
    const key = ANSWERS.find(answer => answer === query[2]);
    return key && app.queries.find(query[1] ?? '')?.store[key];
  }
  for (const [shelf, values] of shelvesOf(app)) {
    if (place.startsWith(`${shelf}.`))
      return values.entries().find(([key]) => key === place.slice(shelf.length + 1))?.[1];
  }
  const found = instanceAt(app, place);
  if (!found) return undefined;
  // Read once, so that the value is there to be asked about.
  app.graph.untracked(() => found.instance.get(found.key));
  const { props, exposed } = found.instance.signals();
  return Object.fromEntries(props)[found.key] ?? Object.fromEntries(exposed)[found.key];
}

/** A property that says the same for ever. */
function fixedAt(app: App, place: string): Omit<Inspection, 'name' | 'inputs'> | undefined {
  const found = instanceAt(app, place);
  const value = found?.instance.prop(found.key);
  return found && value !== undefined ? { value: plain(value), ...bindingOf(found.instance, found.key) } : undefined;
}

function instanceAt(app: App, place: string): { instance: Instance; key: string } | undefined {
  const [, name = '', key = ''] = /^(?:components\.)?(.+)\.([\w$]+)$/.exec(place) ?? [];
  const instance = Array.from(app.page.instances.values()).find(candidate => spoken(candidate) === name);
  return instance && { instance, key };
}
