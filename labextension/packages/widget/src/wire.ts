/** The two ways to the server: the page's own requests, which work while the kernel is busy, or the kernel's. */
import { isErrorBody } from '@tooljet/frame';
import type { ErrorBody } from '@tooljet/schema';
import type { Kernel } from './kernel';

export type Method = 'GET' | 'POST' | 'DELETE';

/** Sends to the API and resolves to the body of the answer; rejects with the body of an error. */
export interface Wire {
  /** `path` is below `/tooljet/api/`. */
  send(method: Method, path: string, body?: unknown, signal?: AbortSignal): Promise<ArrayBuffer>;
}

/** Why there is no answer, when the server cannot even be reached. */
export const UNREACHABLE = 'Unreachable';

/** Jupyter wants its cookie repeated in a header, which only a page of the same origin can do. */
function xsrf(): Record<string, string> {
  const cookie = /(?:^|;\s*)_xsrf=([^;]*)/.exec(document.cookie)?.[1];
  return cookie ? { 'X-XSRFToken': decodeURIComponent(cookie) } : {};
}

async function refusal(response: Response): Promise<ErrorBody> {
  const body: unknown = await response.json().catch(() => undefined);
  const known = isErrorBody(body) ? body : { code: 'Failed', message: `The server answered ${response.status}.` };
  return { ...known, detail: { ...('detail' in known && known.detail), status: response.status } };
}

/** By HTTP, with the page's own cookie. */
export function overHttp(base: string): Wire {
  return {
    async send(method, path, body, signal) {
      const headers: Record<string, string> = { Accept: 'application/json', ...xsrf() };
      if (body !== undefined) headers['Content-Type'] = 'application/json';
      const options: RequestInit = {
        method,
        headers,
        credentials: 'same-origin',
        body: body === undefined ? undefined : JSON.stringify(body),
        signal,
        // A run is cancelled even while the page goes away.
        keepalive: method === 'DELETE',
      };
      const unreachable: ErrorBody = { code: UNREACHABLE, message: 'The server cannot be reached.', detail: {} };
      const response = await fetch(`${base}tooljet/api/${path}`, options).catch(() => Promise.reject(unreachable));
      if (!response.ok) throw await refusal(response);
      return response.arrayBuffer();
    },
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
