/** Links inside an app: a frame may not navigate, so its host opens them. */
import type { HostAction } from '@tooljet/runtime';
import type { MouseEvent } from 'react';

/** An address that may be opened; nothing that would run code. */
export function openable(address: string): string | undefined {
  const plain = address.trim();
  if (plain === '') return undefined;
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(plain)?.[1]?.toLowerCase();
  if (scheme === undefined) return /^[/?#.]/.test(plain) ? plain : `https://${plain}`;
  if (['http', 'https', 'mailto', 'tel', 'sms'].includes(scheme)) return plain;
  // `localhost:8080/x` looks like a scheme and is a host with its port.
  return /^[a-z0-9.-]+:\d+(\/|$)/i.test(plain) ? `https://${plain}` : undefined;
}

/** For an element with foreign HTML: a click on a link in it asks the host. */
export function followLinks(act: (action: HostAction) => void) {
  return (event: MouseEvent<HTMLElement>) => {
    const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
    if (!link) return;
    event.preventDefault();
    const href = link.getAttribute('href') ?? '';
    // In HTML and Markdown a bare word is a neighbour, such as another app; `example.com` is still a site.
    const url = /^[\w-]+([/?#]|$)/.test(href) ? `./${href}` : openable(href);
    if (url) act({ kind: 'open-url', url, newTab: true });
  };
}
