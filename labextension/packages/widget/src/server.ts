/** The server as an app needs it that is not saved: each query is sent whole, since no server holds it. */
import { type Backend } from '@tooljet/frame';
import type { HttpReply, HttpRequest, QueryCall } from '@tooljet/runtime';
import type { Query, ReleasedApp, User } from '@tooljet/schema';
import type { Model } from './model';
import { parsed, type Wire } from './wire';

/** An unsaved app as a browser needs it. */
export type Preview = Pick<ReleasedApp, 'definition' | 'constants'>;

/** Where a saved app is, and which version of it as long as none is released. */
const SAVED = /^tooljet\/apps\/([\w-]+)(?:\?version=([\w-]+))?/;

/** Who looks at it. */
export type Me = { id: string } & User;

export async function me(wire: Wire): Promise<Me> {
  return parsed(await wire.send('GET', 'me')) as Me;
}

export class Server implements Backend {
  private readonly running = new Map<string, AbortController>();

  constructor(
    private readonly wire: Wire,
    private readonly model: Model
  ) {}

  /** Has the definition checked; rejects with the list of what cannot work. */
  async preview(): Promise<Preview> {
    const body = { name: this.model.get('title'), definition: this.model.get('definition') };
    return parsed(await this.wire.send('POST', 'apps/preview', body)) as Preview;
  }

  async runQuery({ query, values, run }: QueryCall): Promise<ArrayBuffer> {
    const { source, kind, options } = this.query(query);
    const abort = new AbortController();
    this.running.set(run, abort);
    try {
      return await this.wire.send('POST', 'queries/run', { source, kind, options, values, run }, abort.signal);
    } finally {
      this.running.delete(run);
    }
  }

  cancelRun(run: string): void {
    this.running.get(run)?.abort();
    // Nobody waits for this answer: the run is forgotten here whatever the server says.
    void this.wire.send('DELETE', `runs/${encodeURIComponent(run)}`).catch(() => undefined);
  }

  async request(call: HttpRequest): Promise<HttpReply> {
    const [, app, version] = SAVED.exec(this.model.get('link')) ?? [];
    if (!app) throw new Error('Save the app first: only a saved app can ask other servers.');
    const body = { ...call, version: version ?? null };
    return parsed(await this.wire.send('POST', `apps/${app}/request`, body)) as HttpReply;
  }

  private query(id: string): Query {
    const found = this.model.get('definition').queries?.find(query => query.id === id);
    if (!found) throw new Error('The app has no such query.');
    return found;
  }
}
