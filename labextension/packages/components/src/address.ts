/** Addresses that an app's links may lead to. */

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

/** Where a link in HTML or Markdown leads: a bare word is a neighbour, such as another app; `example.com` is a site. */
export function leadsTo(href: string): string | undefined {
  return /^[\w-]+([/?#]|$)/.test(href) ? `./${href}` : openable(href);
}
