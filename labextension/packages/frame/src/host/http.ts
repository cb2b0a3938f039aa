/** Requests of a host to the server, with the page's own cookie, which an app never sees. */
import type { ErrorBody } from '@tooljet/schema';
import { isErrorBody } from './backend';

/** Why there is no answer, when the server cannot even be reached. */
export const UNREACHABLE = 'Unreachable';

export interface Sending {
  method: 'GET' | 'POST' | 'DELETE';
  body?: unknown;
  signal?: AbortSignal;
}

/** Jupyter wants its cookie repeated in a header, which only a page of the same origin can do. */
function xsrf(): Record<string, string> {
  const cookie = /(?:^|;\s*)_xsrf=([^;]*)/.exec(document.cookie)?.[1];
  return cookie ? { 'X-XSRFToken': decodeURIComponent(cookie) } : {};
}

function unreachable(): ErrorBody {
  return { code: UNREACHABLE, message: 'The server cannot be reached.', detail: {} };
}

async function refusal(response: Response): Promise<ErrorBody> {
  const body: unknown = await response.json().catch(() => undefined);
  const known = isErrorBody(body)
    ? body
    : { code: 'Failed', message: `The server answered ${response.status}.`, detail: {} };
  return { ...known, detail: { ...known.detail, status: response.status } };
}

/** The answer; rejects with the body of an error. */
export async function send(url: string, { method, body, signal }: Sending): Promise<Response> {
  const headers: Record<string, string> = { Accept: 'application/json', ...(method !== 'GET' && xsrf()) };
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
  const response = await fetch(url, options).catch(() => Promise.reject(unreachable()));
  if (!response.ok) throw await refusal(response);
  return response;
}
