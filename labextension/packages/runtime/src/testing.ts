/** A host for tests: a clock that stands until it is moved, queries that answer what a test says, everything written down. */
import type { Component, Device, Event, Page, RunReply, ViewerDefinition, ViewerQuery } from '@tooljet/schema';
import type { Host, HostAction, HttpReply, HttpRequest, LogEntry, QueryCall } from './host';
import { createMirror, type Mirror, type MirrorInstance } from './mirror';
import { createRuntime } from './runtime';
import type { Runtime, RuntimeOptions } from './types';

/** What a query answers: its data, or a function of the call; throw or reject to fail. */
export type Script = ((call: QueryCall) => unknown) | object | string | number | boolean | null | undefined;

/** A host and what it was asked. */
export interface TestHost extends Host {
  readonly calls: QueryCall[];
  readonly actions: HostAction[];
  readonly requests: HttpRequest[];
  readonly entries: LogEntry[];
  readonly cancelled: string[];
  readonly marks: (string | null)[];
  /** What queries answer, by id. */
  readonly queries: Record<string, Script>;
  /** What the network answers. */
  network: (call: HttpRequest) => HttpReply | Promise<HttpReply>;
  /** What a viewer says to a question. */
  confirms: boolean;
  /** Move the clock; timers in between run, and so do the promises they settle. */
  pass(milliseconds: number): Promise<void>;
}

/** A new test host. Its time starts at 2026-01-01T00:00:00Z. */
export function testHost(queries: Record<string, Script> = {}): TestHost {
  let now = Date.UTC(2026, 0, 1);
  let next = 1;
  let ids = 0;
  let chance = 0.5;
  const timers = new Map<number, { at: number; run: () => void }>();

  const due = (until: number): [number, { at: number; run: () => void }] | undefined =>
    Array.from(timers)
      .filter(([, timer]) => timer.at <= until)
      .sort(([first, left], [second, right]) => left.at - right.at || first - second)[0];

  const host: TestHost = {
    calls: [],
    actions: [],
    requests: [],
    entries: [],
    cancelled: [],
    marks: [],
    queries,
    confirms: true,
    network: () => Promise.reject(new Error('Network Error')),
    async runQuery(call) {
      host.calls.push(call);
      const script = host.queries[call.query];
      return reply(call, await (typeof script === 'function' ? script(call) : script));
    },
    cancelRun: run => void host.cancelled.push(run),
    async request(call) {
      host.requests.push(call);
      return host.network(call);
    },
    act(action) {
      host.actions.push(structuredClone(action));
      return Promise.resolve(action.kind === 'confirm' ? host.confirms : undefined);
    },
    now: () => now,
    random: () => (chance = (chance * 16807) % 1),
    uuid: () => `00000000-0000-4000-8000-${String((ids += 1)).padStart(12, '0')}`,
    setTimer(run, ms) {
      timers.set(next, { at: now + ms, run });
      return next++;
    },
    clearTimer: timer => void timers.delete(timer),
    log: entry => void host.entries.push(entry),
    mark: binding => void host.marks.push(binding),
    async pass(milliseconds) {
      const until = now + milliseconds;
      await settle();
      for (let timer = due(until); timer; timer = due(until)) {
        timers.delete(timer[0]);
        now = timer[1].at;
        timer[1].run();
        await settle();
      }
      now = until;
    },
  };
  return host;
}

/** Let every promise that can settle do so. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 50; turn++) await Promise.resolve();
}

function reply(call: QueryCall, data: unknown): RunReply {
  const rest = { columns: [], truncated: false, limit: 100_000, affectedRows: null, metadata: {}, seconds: 0.01 };
  return { run: call.run, data, ...rest };
}

let made = 0;

/** A component of a definition; its id is its name. */
export function component(type: string, name: string, props: Component['props'] = {}, more: Partial<Component> = {}) {
  const layouts = { desktop: { top: 0, left: 0, width: 10, height: 40 } };
  return { id: name, name, type, parent: null, props, layouts, events: [], ...more } satisfies Component;
}

/** An event handler: `on('onClick', 'run-query', { queryId: 'q' })`. */
export function on(eventId: string, actionId: string, options: Record<string, unknown> = {}): Event {
  made += 1;
  return { id: `e${made}`, eventId, actionId, ...options };
}

/** A query of a definition; its id is its name. */
export function query(name: string, more: Partial<ViewerQuery> = {}): ViewerQuery {
  return { id: name, name, kind: 'postgresql', options: {}, bindings: [], events: [], ...more };
}

/** A RunJS query. */
export function script(name: string, code: string, more: Partial<ViewerQuery> = {}): ViewerQuery {
  return query(name, { kind: 'runjs', ...more, options: { ...more.options, code } });
}

/** A page; its handle is its id. */
export function page(id: string, components: Component[], more: Partial<Page> = {}): Page {
  return { id, name: id, handle: id, components, events: [], ...more };
}

/** A whole definition. */
export function definition(pages: Page[], queries: ViewerQuery[] = []): ViewerDefinition {
  return {
    format: 1,
    settings: {
      canvasMaxWidth: 1292,
      canvasMaxWidthType: 'px',
      canvasBackgroundColor: '',
      appMode: 'auto',
      hideHeader: false,
      allowedHosts: [],
    },
    homePage: pages[0]?.id ?? '',
    pages,
    queries,
  };
}

/** A running app whose patches are in a mirror. */
export interface TestApp {
  host: TestHost;
  runtime: Runtime;
  mirror: Mirror;
  /** The instance the renderer knows under a key. */
  shown(key: string): MirrorInstance;
  /** Messages of the log, as `name.property: message`. */
  log(): string[];
}

/** What a test may say about its app. */
export interface TestOptions extends Partial<Omit<RuntimeOptions, 'definition' | 'host'>> {
  queries?: ViewerQuery[];
  pages?: Page[];
  answers?: Record<string, Script>;
  host?: TestHost;
  device?: Device;
}

/** An app of one page, running. */
export function testApp(components: Component[], options: TestOptions = {}): TestApp {
  const { queries, pages, answers, host: given, ...rest } = options;
  const host = given ?? testHost(answers);
  const runtime = createRuntime({
    definition: definition(pages ?? [page('home', components)], queries),
    host,
    globals: {
      currentUser: { email: 'ada@example.com', firstName: 'Ada' },
      theme: { name: 'light' },
      environment: { name: 'production' },
      modeOf: { value: 'view' },
    },
    constants: {},
    device: 'desktop',
    ...rest,
  });
  const mirror = createMirror();
  runtime.subscribe(patches => void mirror.apply(structuredClone(patches)));
  const shown = (key: string): MirrorInstance => {
    const found = mirror.instances.get(key);
    if (!found) throw new Error(`Nothing is shown under ${key}`);
    return found;
  };
  const log = (): string[] =>
    host.entries.map(({ source, message }) => {
      return `${source.name}${source.property === undefined ? '' : `.${source.property}`}: ${message}`;
    });
  return { host, runtime, mirror, shown, log };
}
