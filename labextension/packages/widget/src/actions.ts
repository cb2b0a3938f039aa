/** What an app may do outside its frame, and how a notebook's page does it: it never leaves the notebook. */
import type { RemoteAction, SaveAction } from '@tooljet/frame';

const SCHEMES = new Set(['http:', 'https:', 'mailto:']);

/** Does the action; a rejection is told to the app. `server` is the address that links to other apps begin with. */
export function act(action: RemoteAction, server: string): unknown {
  switch (action.kind) {
    case 'go-to-app':
      return goToApp(action.slug, action.query, server);
    case 'open-url':
      return openUrl(action.url);
    case 'copy':
      return navigator.clipboard.writeText(action.text);
    case 'save':
      return save(action);
    case 'set-localstorage':
      return localStorage.setItem(`tooljet:notebook:${action.key}`, JSON.stringify(action.value) ?? '');
    // A page of the app has no address here, and nobody signs out of a notebook by an app.
    case 'open-page':
    case 'logout':
      return undefined;
  }
}

function goToApp(slug: string, query: [string, string][], server: string): void {
  const parameters = new URLSearchParams(query).toString();
  const address = `${server}tooljet/apps/${encodeURIComponent(slug)}`;
  open(parameters === '' ? address : `${address}?${parameters}`);
}

function openUrl(url: string): void {
  // People write "example.com" and mean a web page.
  const written = /^[\w-]+(\.[\w-]+)+([/:?#]|$)/.test(url) ? `https://${url}` : url;
  const link = URL.canParse(written, location.href) ? new URL(written, location.href) : undefined;
  if (!link || !SCHEMES.has(link.protocol))
    throw new Error('Only links to web pages and mail addresses can be opened.');
  // Without a click an app must not send away what it knows by an address.
  if (!navigator.userActivation.hasBeenActive)
    throw new Error('A link can be opened only after the viewer did something.');
  open(link.href);
}

function open(address: string): void {
  window.open(address, '_blank', 'noopener');
}

function save({ name, mime, content }: SaveAction): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content], { type: mime }));
  link.download = name;
  link.click();
  // The download has its own hold on the data once it has begun.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
