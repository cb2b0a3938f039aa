/** The names app code sees: an object behind a `with`, so that every free name is looked up here and nowhere else. */
import type { Names } from './builtins';

/** Names over names: a row's `listItem` over the app's `components` over JavaScript's own. */
export class Scope {
  /** What `with` is given: reads find names of the scope only, writes are forgotten. */
  readonly reading: object;

  constructor(readonly names: Names) {
    this.reading = new Proxy(names, readingTrap);
  }

  /** A scope with more names. */
  with(more: Names): Scope {
    return new Scope(Object.assign(Object.create(this.names), more));
  }

  /** What `with` is given for a script: names it assigns without declaring them live as long as the run. */
  writing(): object {
    return new Proxy<Names>(Object.create(this.names), writingTrap);
  }

  has(name: string): boolean {
    return name in this.names;
  }

  get(name: string): unknown {
    if (name in this.names) return this.names[name];
    throw new ReferenceError(`${name} is not defined`);
  }
}

function lookUp(names: Names, name: string | symbol): unknown {
  if (typeof name === 'symbol') return undefined;
  if (name in names) return names[name];
  throw new ReferenceError(`${name} is not defined`);
}

const readingTrap: ProxyHandler<Names> = {
  has: (_names, name) => typeof name === 'string',
  get: lookUp,
  set: () => true,
};

const writingTrap: ProxyHandler<Names> = {
  has: (_names, name) => typeof name === 'string',
  get: lookUp,
  set: (names, name, value) => {
    // Defined, not assigned: a name of the app (`components`) is shadowed for this run and never changed.
    return Reflect.defineProperty(names, name, { value, writable: true, enumerable: true, configurable: true });
  },
};
