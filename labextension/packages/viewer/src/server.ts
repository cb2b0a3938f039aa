/** The viewer's way to the server: REST with the user's own cookie, which the app itself never sees. */
import { send, type Backend } from '@tooljet/frame';
import type { HttpReply } from '@tooljet/runtime';
import type { ReleasedApp, User } from '@tooljet/schema';
import type { Config } from './config';
import type { Recorder, Step } from './session';

export class Server implements Backend, Recorder {
  private readonly running = new Map<string, AbortController>();

  constructor(private readonly config: Config) {}

  /** The app as it may be seen: the released version, or the draft asked for. */
  async app(): Promise<ReleasedApp> {
    const { version, environment } = this.config;
    const path = version ? `versions/${encodeURIComponent(version)}/preview` : 'released';
    const query = environment ? `?environment=${encodeURIComponent(environment)}` : '';
    return (await this.fetch(`${path}${query}`, {})).json() as Promise<ReleasedApp>;
  }

  /** Who looks at it: `globals.currentUser`. */
  async user(): Promise<User> {
    return (await send(`${this.config.baseUrl}tooljet/api/me`, { method: 'GET' })).json() as Promise<User>;
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
    const url = `${this.config.baseUrl}tooljet/api/runs/${encodeURIComponent(run)}`;
    // Nobody waits for this answer: the run is forgotten here whatever the server says.
    void send(url, { method: 'DELETE' }).catch(() => undefined);
  }

  async request(call: {
    method: string;
    url: string;
    headers: Record<string, string>;
    body?: unknown;
  }): Promise<HttpReply> {
    // Without the version a draft's list of hosts would not count in its preview.
    const body = { ...call, version: this.config.version };
    return (await this.fetch('request', { body })).json() as Promise<HttpReply>;
  }

  addSteps(steps: Step[]): Promise<unknown> {
    return this.recording('steps', { steps });
  }

  endRecording(): Promise<unknown> {
    return this.recording('end', {});
  }

  private recording(path: string, body: unknown): Promise<Response> {
    const { baseUrl, record } = this.config;
    return send(`${baseUrl}tooljet/api/recordings/${encodeURIComponent(record ?? '')}/${path}`, {
      method: 'POST',
      body,
    });
  }

  /** Sends to one of the app's addresses: POST with a body, else GET. */
  private fetch(path: string, { body, signal }: { body?: unknown; signal?: AbortSignal }): Promise<Response> {
    const { baseUrl, app } = this.config;
    const url = `${baseUrl}tooljet/api/apps/${encodeURIComponent(app)}/${path}`;
    return send(url, { method: body === undefined ? 'GET' : 'POST', body, signal });
  }
}
