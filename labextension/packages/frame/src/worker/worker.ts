/** The runtime in a worker: the only place in a browser where code of an app's author runs. */
import { createRuntime, harden, type Runtime, type Setting } from '@tooljet/runtime';
import { createWorkerHost, type WorkerHost } from './host';
import type { Init } from '../protocol';
import type { FromWorker, Start, ToWorker } from './messages';
import { Snapshots } from './snapshots';
import { Tidings } from './tidings';
import { grant } from './wishes';

interface Running {
  runtime: Runtime;
  host: WorkerHost;
  snapshots: Snapshots;
  /** Where the host wants to know. */
  tidings?: Tidings;
}

/** Taken before app code runs, which could put something else in its place. */
const post = globalThis.postMessage.bind(globalThis) as (message: FromWorker) => void;

let running: Running | undefined;

harden(globalThis);

function start({ init, device, careful, leftOut, state }: Start, light: MessagePort, whole: MessagePort): Running {
  const followed: { tidings?: Tidings } = {};
  const host = createWorkerHost(post, {
    careful,
    ...(init.reportState && { settle: () => followed.tidings?.flush() }),
  });
  const { definition, constants, globals } = init;
  const settings = init.settings ?? [];
  const { page, urlparams } = { ...init, ...openPage(settings) };
  // Compiling a large app takes its time, and hangs if its bindings do: the watchdog shall know.
  host.wave?.(true);
  const runtime = createRuntime({ definition, host, globals, constants, page, urlparams, device, leftOut, state });
  runtime.live.adopt(settings);
  const snapshots = new Snapshots(runtime, { light, whole });
  if (init.reportState) followed.tidings = new Tidings(runtime, news => post({ type: 'state', ...news }));
  runtime.subscribe(patches => {
    post({ type: 'patches', patches });
    snapshots.touched();
    followed.tidings?.add(patches);
  });
  host.wave?.(false);
  void runtime.start();
  return { runtime, host, snapshots, ...followed };
}

/** The page that is shown elsewhere, as `Live` tells it. */
function openPage(settings: readonly Setting[]): Partial<Pick<Init, 'page' | 'urlparams'>> {
  const value = settings.find(({ kind }) => kind === 'page')?.value;
  if (typeof value !== 'object' || value === null || !('handle' in value) || !('urlparams' in value)) return {};
  return { page: String(value.handle), urlparams: { ...(value.urlparams as Init['urlparams']) } };
}

function handle(running: Running, message: Exclude<ToWorker, Start>): void {
  const { runtime, host, snapshots, tidings } = running;
  switch (message.type) {
    case 'fire':
      return runtime.fire(message.instance, message.event, message.detail);
    case 'set':
      return runtime.set(message.instance, message.values);
    case 'cells':
      return runtime.cells(message.instance, message.column, message.rows);
    case 'page':
      return runtime.switchPage(message.handle, message.query);
    case 'update':
      return runtime.update(message.change);
    case 'settings':
      return runtime.live.adopt(message.settings);
    case 'ask':
      post(grant(runtime, message.ask, message.wish));
      return tidings?.add([]);
    case 'reply':
      host.reply(message);
      return snapshots.answered();
    case 'ping':
      return post({ type: 'pong' });
  }
}

globalThis.addEventListener('message', ({ data, ports: [light, whole] }: MessageEvent<ToWorker>) => {
  if (data.type !== 'start') return void (running && handle(running, data));
  if (light && whole) running = start(data, light, whole);
});

globalThis.addEventListener('unhandledrejection', event => {
  // A script's own rejected promise belongs in the log of the app, not in the console of the viewer.
  event.preventDefault();
  const message = event.reason instanceof Error ? event.reason.message : String(event.reason);
  post({ type: 'failed', message });
});
