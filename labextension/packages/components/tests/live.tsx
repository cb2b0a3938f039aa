/** A component drawn over a real runtime: what it says to the runtime comes back as it does in an app. */
import {
  createMirror,
  createRuntime,
  type Host,
  type HostAction,
  type MirrorInstance,
  type Runtime,
} from '@tooljet/runtime';
import type { Component, Event, Name } from '@tooljet/schema';
import { configure } from '@testing-library/react';
import { createElement, Suspense, useSyncExternalStore, type ComponentType, type ReactNode } from 'react';
import { registry } from '../src/registry';
import { Theme } from '../src/theme/Theme';

// A busy machine takes its time; what is waited for still has to come.
configure({ asyncUtilTimeout: 10_000 });

export interface Live {
  runtime: Runtime;
  /** What the component asked of the host. */
  asked: HostAction[];
  view: ReactNode;
}

export interface LiveOptions {
  type: Name;
  props: Record<string, unknown>;
  events?: Event[];
  media?: 'desktop' | 'mobile';
  mode?: 'light' | 'dark';
  slots?: Record<string, ReactNode>;
  /** What the query `rows` answers; it rejects to fail. */
  answer?: () => Promise<unknown>;
  /** At how many rows its answers are cut. */
  limit?: number;
}

/** The component `c1`, named `it`, alone on a page. */
export function live({
  type,
  props,
  events = [],
  media = 'desktop',
  mode = 'light',
  slots = {},
  ...run
}: LiveOptions): Live {
  const component: Component = {
    id: 'c1',
    name: 'it',
    type,
    parent: null,
    props,
    layouts: { desktop: { top: 0, left: 0, width: 20, height: 400 } },
    events,
  };
  const asked: HostAction[] = [];
  const runtime = createRuntime({
    definition: {
      format: 1,
      settings: {
        canvasMaxWidth: 1292,
        canvasMaxWidthType: 'px',
        canvasBackgroundColor: '',
        appMode: 'auto',
        hideHeader: false,
        allowedHosts: [],
      },
      homePage: 'p1',
      pages: [{ id: 'p1', name: 'Page', handle: 'page', components: [component], events: [] }],
      queries: [{ id: 'rows', name: 'rows', kind: 'sqlite', options: {}, bindings: [], events: [] }],
    },
    host: hostFor(asked, run),
    globals: { currentUser: {}, theme: { name: mode }, environment: { name: 'test' }, modeOf: { value: 'view' } },
    constants: {},
    device: media,
  });
  const store = storeOf(runtime);
  const Renderer = registry[type] as unknown as ComponentType<Record<string, unknown>>;
  const calls = {
    fire: (event: string, detail?: Record<string, unknown>) => runtime.fire('c1', event, detail),
    set: (values: Record<string, unknown>) => runtime.set('c1', values),
    act: (action: HostAction) => asked.push(action),
    cells: (column: string, rows: number[]) => runtime.cells('c1', column, rows),
    slot: (name = '') => slots[name] ?? null,
    row: (index: number) => slots[String(index)] ?? null,
  };
  function It() {
    const shown = useSyncExternalStore(store.listen, store.read);
    if (!shown) return null;
    const cellValues = Object.fromEntries(
      Object.entries(shown.cells).map(([column, rows]) => [
        column,
        new Map(Object.values(rows).map(cell => [cell.row, cell])),
      ])
    );
    const given = {
      ...calls,
      id: 'c1',
      name: 'it',
      props: shown.props,
      exposed: shown.exposed,
      error: shown.errors.value,
      cellValues,
      rows: shown.rows ?? undefined,
      media,
    };
    return createElement(Suspense, { fallback: null }, createElement(Renderer, given));
  }
  return { runtime, asked, view: createElement(Theme, { mode, children: createElement(It) }) };
}

function hostFor(asked: HostAction[], { answer, limit }: Pick<LiveOptions, 'answer' | 'limit'>): Host {
  const rest = { columns: [], limit: limit ?? 100_000, affectedRows: null, metadata: {}, seconds: 0.01 };
  return {
    runQuery: async ({ run }) => {
      if (!answer) throw new Error('No queries here');
      return { run, data: await answer(), truncated: limit !== undefined, ...rest };
    },
    cancelRun: () => undefined,
    request: () => Promise.reject(new Error('No network here')),
    act: action => Promise.resolve(void asked.push(action)),
    now: () => Date.now(),
    random: () => Math.random(),
    uuid: () => crypto.randomUUID(),
    setTimer: (run, ms) => Number(setTimeout(run, ms)),
    clearTimer: timer => clearTimeout(timer),
    log: () => undefined,
  };
}

/** What the runtime said about the component, for React. */
function storeOf(runtime: Runtime) {
  const mirror = createMirror();
  const listeners = new Set<() => void>();
  runtime.subscribe(patches => {
    mirror.apply(patches);
    for (const listener of listeners) listener();
  });
  return {
    read: (): MirrorInstance | undefined => mirror.instances.get('c1'),
    listen: (listener: () => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
