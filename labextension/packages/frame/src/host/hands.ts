/** What every host does for an app outside its frame: open a link, copy a text, hand over a file, keep a value. */
import type { SaveAction } from '../protocol';

const SCHEMES = new Set(['http:', 'https:', 'mailto:']);

/** The link an app may open, or undefined: no scripts, no files, no pages made of data. */
export function safeLink(url: string, base: string): URL | undefined {
  // People write "example.com" and mean a web page.
  const written = /^[\w-]+(\.[\w-]+)+([/:?#]|$)/.test(url) ? `https://${url}` : url;
  if (!URL.canParse(written, base)) return undefined;
  const link = new URL(written, base);
  return SCHEMES.has(link.protocol) ? link : undefined;
}

/** Opens a link that an app asked for, in its place or beside it. */
export function openUrl(url: string, { newTab }: { newTab: boolean }): void {
  const link = safeLink(url, location.href);
  if (!link) throw new Error('Only links to web pages and mail addresses can be opened.');
  // Without a click an app must not take its viewer to another site, nor send away what it knows by an address.
  if (!navigator.userActivation.isActive)
    throw new Error('A link can be opened only right after the viewer clicked or pressed a key.');
  if (newTab || link.protocol === 'mailto:') window.open(link, '_blank', 'noopener');
  else location.assign(link);
}

/** Puts a text on the clipboard. */
export async function copy(text: string): Promise<void> {
  // Missing where Jupyter is served over plain HTTP from another machine.
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  const field = document.body.appendChild(document.createElement('textarea'));
  field.value = text;
  field.select();
  const copied = document.execCommand('copy');
  field.remove();
  if (!copied) throw new Error('The browser did not allow to copy.');
}

/** Hands a file to the user. */
export function save({ name, mime, content }: SaveAction): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content], { type: mime }));
  link.download = name;
  link.click();
  // The download has its own hold on the data once it has begun.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** The browser gives one small store to the whole server, JupyterLab included: an app may not fill it. */
const MOST_STORED = 200_000;

/** Keeps a value in this browser, among those whose names begin the same. */
export function store(prefix: string, key: string, value: string): void {
  const others = Object.keys(localStorage).filter(name => name.startsWith(prefix) && name !== prefix + key);
  const size = others.reduce((sum, name) => sum + name.length + (localStorage.getItem(name)?.length ?? 0), 0);
  if (size + key.length + value.length > MOST_STORED)
    throw new Error('The app wants to keep too much in this browser.');
  localStorage.setItem(prefix + key, value);
}
