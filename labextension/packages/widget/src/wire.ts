/** The two ways to the server: the page's own requests, which work while the kernel is busy, or the kernel's. */
import { send, type Sending } from '@tooljet/frame';
import type { Kernel } from './kernel';

/** Sends to the API and resolves to the body of the answer; rejects with the body of an error. */
export interface Wire {
  /** `path` is below `/tooljet/api/`. */
  send(method: Sending['method'], path: string, body?: unknown, signal?: AbortSignal): Promise<ArrayBuffer>;
}

/** By HTTP, with the page's own cookie. */
export function overHttp(base: string): Wire {
  return {
    send: async (method, path, body, signal) =>
      (await send(`${base}tooljet/api/${path}`, { method, body, signal })).arrayBuffer(),
  };
}

/** By the widget's comm: the kernel asks with its own token. */
export function overComm(kernel: Kernel): Wire {
  return {
    async send(method, path, body) {
      const { buffers } = await kernel.ask({ kind: 'call', method, path, body: body ?? null });
      return buffers[0] ?? new ArrayBuffer(0);
    },
  };
}

/** The JSON in a body. */
export function parsed(body: ArrayBuffer): unknown {
  return JSON.parse(new TextDecoder().decode(body));
}
