/** What an app may do outside its frame, and how the viewer's page does it. */
import type { RemoteAction, SaveAction } from '@tooljet/frame';
import { addressOf, safeLink, type Place } from './address';
import type { Config } from './config';

/** What the actions need of the page they run in. */
export interface Surroundings {
  config: Config;
  /** The app's id: values it stores are its own. */
  appId: string;
  /** The app opened another of its pages. */
  moved(place: Place): void;
}

/** Does the action; a rejection is told to the app. */
export function act(action: RemoteAction, surroundings: Surroundings): unknown {
  switch (action.kind) {
    case 'open-page':
      return surroundings.moved({ page: action.handle, params: action.query });
    case 'go-to-app':
      return goToApp(action.slug, action.query, { config: surroundings.config, newTab: action.newTab });
    case 'open-url':
      return openUrl(action.url, { newTab: action.newTab });
    case 'copy':
      return copy(action.text);
    case 'save':
      return save(action);
    case 'set-localstorage':
      return store(`tooljet:${surroundings.appId}:`, action.key, stored(action.value));
    case 'logout':
      return location.assign(surroundings.config.logoutUrl);
  }
}

function goToApp(
  slug: string,
  query: [string, string][],
  { config, newTab }: { config: Config; newTab: boolean }
): void {
  const root = `${config.baseUrl}tooljet/apps/${encodeURIComponent(slug)}`;
  const address = addressOf(root, { page: '', params: query });
  if (newTab) window.open(address, '_blank', 'noopener');
  else location.assign(address);
}

function openUrl(url: string, { newTab }: { newTab: boolean }): void {
  const link = safeLink(url, location.href);
  if (!link) throw new Error('Only links to web pages and mail addresses can be opened.');
  // Without a click an app must not take its viewer to another site, nor send away what it knows by an address.
  if (!navigator.userActivation.hasBeenActive)
    throw new Error('A link can be opened only after the viewer did something.');
  if (newTab || link.protocol === 'mailto:') window.open(link, '_blank', 'noopener');
  else location.assign(link);
}

async function copy(text: string): Promise<void> {
  // Missing where Jupyter is served over plain HTTP from another machine.
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  const field = document.body.appendChild(document.createElement('textarea'));
  field.value = text;
  field.select();
  const copied = document.execCommand('copy');
  field.remove();
  if (!copied) throw new Error('The browser did not allow to copy.');
}

function save({ name, mime, content }: SaveAction): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content], { type: mime }));
  link.download = name;
  link.click();
  // The download has its own hold on the data once it has begun.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** The browser gives one small store to the whole server, JupyterLab included: an app may not fill it. */
const MOST_STORED = 200_000;

function store(prefix: string, key: string, value: string): void {
  const others = Object.keys(localStorage).filter(name => name.startsWith(prefix) && name !== prefix + key);
  const size = others.reduce((sum, name) => sum + name.length + (localStorage.getItem(name)?.length ?? 0), 0);
  if (size + key.length + value.length > MOST_STORED)
    throw new Error('The app wants to keep too much in this browser.');
  localStorage.setItem(prefix + key, value);
}

function stored(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}
