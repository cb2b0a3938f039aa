/** Owns the worker: starts it, passes messages, ends it when it hangs and starts the next one where it stopped. */
import type { Inputs, LogEntry, Patch } from '@tooljet/runtime';
import type { Device } from '@tooljet/schema';
import { Keeper } from './keeper';
import type { Init, Reply } from './protocol';
import { Watchdog, type Restart } from './watchdog';
import RuntimeWorker from './worker/worker.ts?worker&inline';
import type { FromWorker, Start, ToWorker, WorkerRequest } from './worker/messages';

/** What the engine tells the page around it. */
export interface EngineListener {
  patches(patches: Patch[]): void;
  /** Answer with `reply` and the same number. */
  call(call: number, request: WorkerRequest): void;
  cancel(run: string): void;
  log(entry: LogEntry): void;
  /** News, an event, or what came of a wish: for the host as it is. */
  tell(message: HostNews): void;
  /** The worker hung and was replaced; undefined when that was tried too often. */
  restarted(restart: Restart | undefined): void;
}

/** What the runtime has to say to the host and nobody else. */
export type HostNews = Extract<FromWorker, { type: 'state' | 'event' | 'answer' }>;

const TICK_MS = 500;

/** A silent worker is asked for a sign of life this often. */
const ASK_EVERY_TICKS = 4;

export class Engine {
  private worker = new RuntimeWorker();
  private readonly watchdog = new Watchdog();
  private readonly keeper = new Keeper();
  private started: Start | undefined;
  private readonly runs = new Map<number, string>();
  /** Calls of an ended worker: their answers are for nobody. */
  private offset = 0;
  private highest = 0;
  private ticks = 0;
  private timer: ReturnType<typeof setInterval> | undefined;

  constructor(private readonly listener: EngineListener) {}

  start(init: Init, device: Device): void {
    this.boot({ type: 'start', init, device, careful: false, leftOut: [] });
    this.timer = setInterval(() => this.tick(), TICK_MS);
  }

  send(message: Exclude<ToWorker, Start>): void {
    this.worker.postMessage(message);
  }

  /** Changes what came from outside; a later worker starts with the change. */
  update(change: Partial<Inputs>): void {
    if (this.started) {
      const { device, ...init } = change;
      this.started = {
        ...this.started,
        device: device ?? this.started.device,
        init: { ...this.started.init, ...init },
      };
    }
    this.send({ type: 'update', change });
  }

  /** Hands an answer to the worker that asked. */
  reply(reply: Reply): void {
    this.runs.delete(reply.call);
    if (reply.call <= this.offset) return;
    this.worker.postMessage({ ...reply, call: reply.call - this.offset }, reply.json ? [reply.json] : []);
  }

  stop(): void {
    clearInterval(this.timer);
    this.worker.terminate();
  }

  private boot(start: Start): void {
    this.started = start;
    this.worker.onmessage = ({ data }: MessageEvent<FromWorker>) => this.hear(data);
    this.worker.onerror = event => this.complain(event.message);
    const [light, whole] = this.keeper.open();
    this.worker.postMessage(start, [light, whole]);
  }

  private hear(message: FromWorker): void {
    this.watchdog.heard();
    switch (message.type) {
      case 'patches':
        return this.listener.patches(message.patches);
      case 'call':
        return this.call(message.call, message.request);
      case 'cancel':
        return this.listener.cancel(message.run);
      case 'log':
        return this.listener.log(message.entry);
      case 'state':
      case 'event':
      case 'answer':
        return this.listener.tell(message);
      case 'wave':
        return this.watchdog.wave(message.running, performance.now());
      case 'mark':
        return this.watchdog.mark(message.binding, performance.now());
      case 'failed':
        return this.complain(message.message);
      case 'pong':
        return;
    }
  }

  private call(call: number, request: WorkerRequest): void {
    const own = call + this.offset;
    this.highest = Math.max(this.highest, own);
    if (request.name === 'run-query') this.runs.set(own, request.run);
    this.listener.call(own, request);
  }

  private complain(message: string): void {
    this.listener.log({ level: 'error', source: { kind: 'app', id: 'app', name: 'app' }, message, time: Date.now() });
  }

  private tick(): void {
    const now = performance.now();
    if (this.watchdog.stalled(now)) return this.replace();
    this.ticks += 1;
    if (this.ticks % ASK_EVERY_TICKS !== 0) return;
    this.watchdog.ask(now);
    this.send({ type: 'ping' });
  }

  private replace(): void {
    this.worker.terminate();
    for (const run of this.runs.values()) this.listener.cancel(run);
    this.runs.clear();
    this.offset = this.highest;
    const restart = this.watchdog.restart();
    if (restart && this.started) {
      this.worker = new RuntimeWorker();
      const { careful, leftOut } = restart;
      const state = this.keeper.state();
      // What was set elsewhere before the start is in the state, and perhaps another value by now.
      const init = state ? { ...this.started.init, settings: [] } : this.started.init;
      this.boot({ ...this.started, init, careful, leftOut, state });
    } else {
      clearInterval(this.timer);
    }
    this.listener.restarted(restart);
  }
}
