/** The server's lists of apps, data sources and queries, read with Lab's own connection. */

import { URLExt } from '@jupyterlab/coreutils';
import { ServerConnection } from '@jupyterlab/services';

/** A thing of the workspace, as far as the sidebar shows it. */
export interface Item {
  id: string;
  name: string;
  /** Where an app is; empty for everything else. */
  slug: string;
  /** The version that viewers get; null for a draft, and for everything that is no app. */
  released: string | null;
  kind: string;
}

export type Noun = 'apps' | 'sources' | 'queries';

/** The address of something below `/tooljet/`. */
export function address(path: string): string {
  return `${URLExt.join(ServerConnection.makeSettings().baseUrl, 'tooljet')}/${path}`;
}

async function request(path: string, init: RequestInit): Promise<unknown> {
  const response = await ServerConnection.makeRequest(address(`api/${path}`), init, ServerConnection.makeSettings());
  const body: unknown = await response.json();
  if (!response.ok) throw new Error(text(fields(body).message) || `The server answered ${response.status}.`);
  return body;
}

/** Everything of a noun, in the server's order. */
export async function list(noun: Noun): Promise<Item[]> {
  const found = await request(noun, {});
  return Array.isArray(found) ? found.map(readItem) : [];
}

/** Tries a saved data source; returns the seconds it took to answer. */
export async function test(source: string): Promise<number> {
  const tried = fields(await request(`sources/${encodeURIComponent(source)}/test`, { method: 'POST' }));
  return typeof tried.seconds === 'number' ? tried.seconds : 0;
}

/** What the sidebar shows of something that the server described. */
export function readItem(given: unknown): Item {
  const { id, name, slug, releasedVersion, kind } = fields(given);
  return {
    id: text(id),
    name: text(name),
    slug: text(slug),
    released: typeof releasedVersion === 'string' ? releasedVersion : null,
    kind: text(kind),
  };
}

function fields(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
