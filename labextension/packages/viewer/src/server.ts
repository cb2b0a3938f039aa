/** The viewer's way to the server: REST with the user's own cookie, which the app itself never sees. */
import { isErrorBody, type Backend } from '@tooljet/frame';
import type { HttpReply } from '@tooljet/runtime';
import type { ErrorBody, ReleasedApp } from '@tooljet/schema';
import type { Config } from './config';

/** Why there is no answer, when the server cannot even be reached. */
export const UNREACHABLE = 'Unreachable';

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

export class Server implements Backend {
  private readonly running = new Map<string, AbortController>();

  constructor(private readonly config: Config) {}

  /** The app as it may be seen: the released version, or the draft asked for. */
  async app(): Promise<ReleasedApp> {
    const { version, environment } = this.config;
    const path = version ? `versions/${encodeURIComponent(version)}/preview` : 'released';
    const query = environment ? `?environment=${encodeURIComponent(environment)}` : '';
    return (await this.fetch(`${path}${query}`, {})).json() as Promise<ReleasedApp>;
  }

  async runQuery(call: { query: string; values: unknown[]; run: string }): Promise<ArrayBuffer> {
    const { version, environment } = this.config;
    const abort = new AbortController();
    this.running.set(call.run, abort);
    try {
      const body = { values: call.values, run: call.run, version, ...(environment && { environment }) };
      const path = `queries/${encodeURIComponent(call.query)}/run`;
      return await (await this.fetch(path, { body, signal: abort.signal })).arrayBuffer();
    } finally {
      this.running.delete(call.run);
    }
  }

  cancelRun(run: string): void {
    this.running.get(run)?.abort();
    const { baseUrl } = this.config;
    const options: RequestInit = { method: 'DELETE', headers: xsrf(), credentials: 'same-origin', keepalive: true };
    // Nobody waits for this answer: the run is forgotten here whatever the server says.
    void fetch(`${baseUrl}tooljet/api/runs/${encodeURIComponent(run)}`, options).catch(() => undefined);
  }

  async request(call: {
    method: string;
    url: string;
    headers: Record<string, string>;
    body?: unknown;
  }): Promise<HttpReply> {
    return (await this.fetch('request', { body: call })).json() as Promise<HttpReply>;
  }

  /** Sends to one of the app's addresses: POST with a body, else GET. */
  private async fetch(path: string, { body, signal }: { body?: unknown; signal?: AbortSignal }): Promise<Response> {
    const { baseUrl, app } = this.config;
    const url = `${baseUrl}tooljet/api/apps/${encodeURIComponent(app)}/${path}`;
    const options: RequestInit = { credentials: 'same-origin', signal, headers: { Accept: 'application/json' } };
    if (body !== undefined) {
      options.method = 'POST';
      options.body = JSON.stringify(body);
      options.headers = { ...options.headers, 'Content-Type': 'application/json', ...xsrf() };
    }
    const response = await fetch(url, options).catch(() => Promise.reject(unreachable()));
    if (!response.ok) throw await refusal(response);
    return response;
  }
}
