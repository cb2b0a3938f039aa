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

/** Makes the host; `careful` says before every binding that it runs now, else only before scripts. */
export function createWorkerHost(send: (message: FromWorker) => void, careful: boolean): WorkerHost {
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
    act: action => ask({ name: 'act', action }),
    cancelRun: run => send({ type: 'cancel', run }),
    log: (entry: LogEntry) => send({ type: 'log', entry }),
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
