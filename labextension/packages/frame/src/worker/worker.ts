/** The runtime in a worker: the only place in a browser where code of an app's author runs. */
import { createRuntime, harden, type Runtime } from '@tooljet/runtime';
import { createWorkerHost, type WorkerHost } from './host';
import type { FromWorker, Start, ToWorker } from './messages';
import { Snapshots } from './snapshots';

interface Running {
  runtime: Runtime;
  host: WorkerHost;
  snapshots: Snapshots;
}

/** Taken before app code runs, which could put something else in its place. */
const post = globalThis.postMessage.bind(globalThis) as (message: FromWorker) => void;

let running: Running | undefined;

harden(globalThis);

function start({ init, device, careful, leftOut, state }: Start, light: MessagePort, whole: MessagePort): Running {
  const host = createWorkerHost(post, careful);
  const { definition, constants, globals, page, urlparams } = init;
  // Compiling a large app takes its time, and hangs if its bindings do: the watchdog shall know.
  host.wave?.(true);
  const runtime = createRuntime({ definition, host, globals, constants, page, urlparams, device, leftOut, state });
  const snapshots = new Snapshots(runtime, { light, whole });
  runtime.subscribe(patches => {
    post({ type: 'patches', patches });
    snapshots.touched();
  });
  host.wave?.(false);
  void runtime.start();
  return { runtime, host, snapshots };
}

function handle({ runtime, host, snapshots }: Running, message: Exclude<ToWorker, Start>): void {
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
