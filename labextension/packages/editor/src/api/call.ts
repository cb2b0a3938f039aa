/** One typed way to the server: `call('GET apps/{app}', { path: { app } })`, with types made from its OpenAPI document. */
import type { Endpoints } from '@tooljet/schema/api';
import { address } from './config';
import { refusal, unreachable } from './errors';

export type Endpoint = keyof Endpoints;
export type Reply<E extends Endpoint> = Endpoints[E]['reply'];
export type BodyOf<E extends Endpoint> = Endpoints[E]['body'];
type PathOf<E extends Endpoint> = Endpoints[E]['path'];

/** What a call needs: the holes of its address and its body where it has them, and never where it has none. */
export type Given<E extends Endpoint> = (keyof PathOf<E> extends never ? unknown : { path: PathOf<E> }) &
  (BodyOf<E> extends undefined ? unknown : { body: BodyOf<E> }) & {
    query?: Endpoints[E]['query'];
    signal?: AbortSignal;
  };

interface Loose {
  path?: Record<string, string>;
  query?: Record<string, string | undefined>;
  body?: unknown;
  signal?: AbortSignal;
}

/** Jupyter wants its cookie repeated in a header, which only a page of the same origin can do. */
export function xsrf(): Record<string, string> {
  const cookie = /(?:^|;\s*)_xsrf=([^;]*)/.exec(document.cookie)?.[1];
  return cookie ? { 'X-XSRFToken': decodeURIComponent(cookie) } : {};
}

/** The address of a call, with its holes filled and its questions behind. */
export function urlOf(endpoint: Endpoint, { path = {}, query = {} }: Loose): string {
  const [, pattern = ''] = endpoint.split(' ');
  const filled = pattern.replace(/\{(\w+)\}/g, (_, hole: string) => encodeURIComponent(path[hole] ?? ''));
  const asked = Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
  return address(`api/${filled}${asked.length > 0 ? `?${new URLSearchParams(asked)}` : ''}`);
}

async function answer(endpoint: Endpoint, given: Loose): Promise<unknown> {
  const [method] = endpoint.split(' ');
  const sends = given.body !== undefined;
  const response = await fetch(urlOf(endpoint, given), {
    method,
    signal: given.signal,
    credentials: 'same-origin',
    headers: { Accept: 'application/json', ...(sends && { 'Content-Type': 'application/json' }), ...xsrf() },
    body: sends ? JSON.stringify(given.body) : undefined,
  }).catch((error: unknown) => Promise.reject(given.signal?.aborted ? error : unreachable()));
  if (!response.ok) throw await refusal(response);
  return response.json();
}

/** Calls an endpoint; rejects with a `Refusal`. */
export function call<E extends Endpoint>(endpoint: E, given: Given<E>): Promise<Reply<E>> {
  // The one place where JSON becomes a type: the server's document is what the types were made from.
  return answer(endpoint, given as Loose) as Promise<Reply<E>>;
}
