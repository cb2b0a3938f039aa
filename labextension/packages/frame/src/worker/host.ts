/** The runtime's host inside the worker: everything it asks for goes to the page as a message. */
import type { Host, HttpReply, LogEntry } from '@tooljet/runtime';
import type { ErrorBody, RunReply } from '@tooljet/schema';
import type { Reply } from '../protocol';
import type { FromWorker, WorkerRequest } from './messages';

interface Waiting {
  resolve(value: unknown): void;
  reject(error: ErrorBody): void;
}

/** A host whose calls are answered by `reply`. */
export interface WorkerHost extends Host {
  reply(reply: Reply): void;
}

const decoder = new TextDecoder();

/** What is told of an app beyond what it needs. */
export interface Telling {
  /** Before every binding that it runs now, else only before scripts. */
  careful: boolean;
  /** Every event of a component; what changed before it is told first, by this. */
  settle?(): void;
}

/** Makes the host. */
export function createWorkerHost(send: (message: FromWorker) => void, { careful, settle }: Telling): WorkerHost {
  const waiting = new Map<number, Waiting>();
  let last = 0;
  let inWave = false;
  const ask = (request: WorkerRequest): Promise<unknown> =>
    new Promise((resolve, reject) => {
      last += 1;
      waiting.set(last, { resolve, reject });
      send({ type: 'call', call: last, request });
    });
  return {
    // The host and the server answer these two; their shapes are theirs to keep.
    runQuery: call => ask({ name: 'run-query', ...call }) as Promise<RunReply>,
    request: call => ask({ name: 'request', ...call }) as Promise<HttpReply>,
    act: action => {
      if (action.kind === 'call-python') settle?.();
      return ask({ name: 'act', action });
    },
    cancelRun: run => send({ type: 'cancel', run }),
    log: (entry: LogEntry) => send({ type: 'log', entry }),
    ...(settle && {
      happened(component: string, event: string) {
        settle();
        send({ type: 'event', component, event });
      },
    }),
    now: () => Date.now(),
    random: () => Math.random(),
    uuid,
    setTimer: (run, ms) => Number(setTimeout(run, ms)),
    clearTimer: timer => clearTimeout(timer),
    mark(binding) {
      if (careful || !inWave) send({ type: 'mark', binding });
    },
    wave(running) {
      inWave = running;
      send({ type: 'wave', running });
    },
    reply({ call, value, json, error }) {
      const caller = waiting.get(call);
      waiting.delete(call);
      if (error) caller?.reject(error);
      else caller?.resolve(json ? JSON.parse(decoder.decode(json)) : value);
    },
  };
}

/** A random UUID; `crypto.randomUUID` is missing where Jupyter is served over plain HTTP from another machine. */
function uuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
