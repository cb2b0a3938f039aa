/** Where a cell leads to: the address of its link, of its picture. */
import { plain } from '../formats';
import { truth } from '../guards';
import type { Column } from '../columns';

/** The address behind a cell's text, or undefined where opening it could run code. */
export function address(value: unknown): string | undefined {
  const text = plain(value).trim();
  if (/^(https?:|mailto:|tel:|\/|#)/i.test(text)) return text;
  if (/^[a-z][a-z0-9+.-]*:/i.test(text)) return undefined;
  return /^[\w-]+(\.[\w-]+)+([/?#]|$)/.test(text) ? `https://${text}` : undefined;
}

/** Whether a link of the column opens beside the app. */
export function opensAside({ settings }: Column): boolean {
  return settings.linkTarget !== '_self' && truth(settings.linkTarget, true);
}

/** Whether a text can be the address of a picture. */
export function isPicture(address: string): boolean {
  return /^(https?:|data:image\/|blob:|\/)/i.test(address);
}
