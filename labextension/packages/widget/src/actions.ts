/** What an app may do outside its frame, and how a notebook's page does it: it never leaves the notebook. */
import { copy, openUrl, save, store, type RemoteAction } from '@tooljet/frame';

/** What the actions need of the widget. */
export interface Surroundings {
  /** The address that links to other apps begin with. */
  server: string;
  callPython(action: Extract<RemoteAction, { kind: 'call-python' }>): unknown;
}

/** Does the action; a rejection is told to the app. */
export function act(action: RemoteAction, { server, callPython }: Surroundings): unknown {
  switch (action.kind) {
    case 'call-python':
      return callPython(action);
    case 'go-to-app':
      return goToApp(action.slug, action.query, server);
    case 'open-url':
      return openUrl(action.url, { newTab: true });
    case 'copy':
      return copy(action.text);
    case 'save':
      return save(action);
    case 'set-localstorage':
      return store('tooljet:notebook:', action.key, text(action.value));
    // A page of the app has no address here, and nobody signs out of a notebook by an app.
    case 'open-page':
    case 'logout':
      return undefined;
  }
}

function goToApp(slug: string, query: [string, string][], server: string): void {
  const parameters = new URLSearchParams(query).toString();
  const address = `${server}tooljet/apps/${encodeURIComponent(slug)}`;
  window.open(parameters === '' ? address : `${address}?${parameters}`, '_blank', 'noopener');
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}
