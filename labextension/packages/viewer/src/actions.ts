/** What an app may do outside its frame, and how the viewer's page does it. */
import { copy, openUrl, save, store, type RemoteAction } from '@tooljet/frame';
import { addressOf, type Place } from './address';
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
    case 'call-python':
      throw new Error('This calls a Python function of a notebook; a viewer has none.');
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

function stored(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}
