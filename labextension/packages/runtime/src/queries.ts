/** All queries of the app: found by id or name, run when the page loads, run again when what they read changes. */
import type { ViewerQuery } from '@tooljet/schema';
import type { Context } from './context';
import { makeFace } from './face';
import { Derived, type Signal } from './graph';
import { markFace } from './plain';
import { Query } from './query';
import type { QueryState } from './types';
import type { Reporter } from './waves';

export class Queries {
  private readonly byId = new Map<string, Query>();
  private readonly byName = new Map<string, Query>();
  private readonly byAnswer = new Map<Signal, Query>();
  private readonly faces = new Map<Query, object>();
  private watchers: Watcher[] = [];
  /** What `queries` is in app code. */
  readonly face: object;

  constructor(
    private readonly context: Context,
    definitions: ViewerQuery[]
  ) {
    for (const definition of definitions) this.add(new Query(context, definition));
    this.face = makeFace(
      name => this.faceOf(name),
      () => Array.from(this.byName.keys()),
      name => context.log.write('warning', { kind: 'app', id: '', name: 'app' }, `queries.${name} cannot be assigned`)
    );
  }

  /** A query by its id, or its name. */
  find(idOrName: string): Query | undefined {
    return this.byId.get(idOrName) ?? this.byName.get(idOrName);
  }

  /** The query whose answer a value is. */
  answering(value: Signal): Query | undefined {
    return this.byAnswer.get(value);
  }

  /** All queries, for the inspector. */
  all(): Query[] {
    return Array.from(this.byId.values());
  }

  /** Run what runs when a page loads. */
  async load(): Promise<void> {
    const loading = Array.from(this.byId.values(), query => (query.flag('runOnPageLoad') ? query.run() : undefined));
    await Promise.all(loading);
  }

  /** Run again when a binding of a query changes; from now on. */
  watch(): void {
    this.unwatch();
    const watched = Array.from(this.byId.values()).filter(query => query.flag('runOnDependencyChange'));
    this.watchers = watched.map(query => new Watcher(this.context, query));
  }

  unwatch(): void {
    for (const watcher of this.watchers) watcher.dispose();
    this.watchers = [];
  }

  stop(): void {
    this.unwatch();
    for (const query of this.byId.values()) if (query.isRunning) query.abort();
  }

  snapshot(withData: boolean): Record<string, QueryState> {
    const entries = Array.from(this.byId.values(), query => {
      return [query.definition.id, query.store.snapshot(query.ran, withData)] as const;
    });
    return Object.fromEntries(entries);
  }

  /** Take over what queries held; those whose data was not kept run again. */
  restore(states: Record<string, QueryState>): void {
    for (const [id, state] of Object.entries(states)) {
      const query = this.byId.get(id);
      if (!query || !state.ran) continue;
      query.ran = true;
      if ('data' in state) query.store.restore(state);
      else void query.run();
    }
  }

  private add(query: Query): void {
    this.byId.set(query.definition.id, query);
    for (const answer of [query.store.data, query.store.rawData]) this.byAnswer.set(answer, query);
    if (!this.byName.has(query.definition.name)) this.byName.set(query.definition.name, query);
  }

  private faceOf(name: string): object | undefined {
    const query = this.find(name);
    if (!query) return undefined;
    const known = this.faces.get(query);
    if (known) return known;
    const made = queryFace(this.context, query);
    this.faces.set(query, made);
    return made;
  }
}

/** `queries.<name>`: values to read, and functions for scripts. */
function queryFace(context: Context, query: Query): object {
  const { store, definition } = query;
  const scripted = <T>(run: () => T): T => {
    if (context.graph.evaluating) throw new TypeError(`queries.${definition.name} cannot be run inside a binding`);
    return context.waves.batch(run);
  };
  return markFace({
    id: definition.id,
    get data() {
      return store.data.get();
    },
    get rawData() {
      return store.rawData.get();
    },
    get isLoading() {
      return store.isLoading.get();
    },
    get error() {
      return store.error.get();
    },
    get metadata() {
      return store.metadata.get();
    },
    get request() {
      return store.part('request');
    },
    get response() {
      return store.part('response');
    },
    get responseHeaders() {
      return store.part('responseHeaders');
    },
    run: (parameters?: Record<string, unknown>) => scripted(() => query.run(parameters)),
    reset: () => scripted(() => query.reset()),
    abort: () => scripted(() => query.abort()),
    getData: () => store.data.get(),
    getRawData: () => store.rawData.get(),
    getLoadingState: () => store.isLoading.get(),
  });
}

/** Runs a query again when its bindings have other values. */
class Watcher implements Reporter {
  private readonly values: Derived;
  private version: number;

  constructor(
    private readonly context: Context,
    private readonly query: Query
  ) {
    const touch = (): void => context.waves.touch(this);
    this.values = new Derived(context.graph, () => query.values(query.scopeWith({})), { owner: { touch } });
    this.values.refresh();
    this.version = this.values.version;
  }

  report(): void {
    this.values.refresh();
    if (this.values.version === this.version) return;
    this.version = this.values.version;
    void this.query.run();
  }

  dispose(): void {
    this.values.dispose();
    this.context.waves.drop(this);
  }
}
