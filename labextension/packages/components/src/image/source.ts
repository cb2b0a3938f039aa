/** Where a picture comes from: an address, a data URL, plain base64, or an object with its content. */
import { isRecord } from '../record';

export interface ImageSettings {
  imageFormat?: string;
  jsSchema?: unknown;
}

const base64 = /^[A-Za-z0-9+/\s]{32,}={0,2}$/;

/** The first letters of a file in base64 tell its kind. */
const kinds: [string, string][] = [
  ['iVBOR', 'image/png'],
  ['/9j/', 'image/jpeg'],
  ['R0lGOD', 'image/gif'],
  ['UklGR', 'image/webp'],
  ['PHN2Zy', 'image/svg+xml'],
  ['PD94bW', 'image/svg+xml'],
];

function kindOf(content: string): string {
  return kinds.find(([start]) => content.startsWith(start))?.[1] ?? 'image/png';
}

function ofObject(object: unknown): string {
  if (!isRecord(object)) return '';
  const { type, base64Data, dataURL } = object;
  if (typeof dataURL === 'string' && dataURL.startsWith('data:image/')) return dataURL;
  if (typeof base64Data !== 'string' || base64Data === '') return '';
  if (base64Data.startsWith('data:image/')) return base64Data;
  const kind = typeof type === 'string' && type.startsWith('image/') ? type : kindOf(base64Data);
  return `data:${kind};base64,${base64Data}`;
}

/** What an `img` element can show; empty for no picture. `address` is the exposed one, which actions change. */
export function sourceOf(address: unknown, { imageFormat, jsSchema }: ImageSettings): string {
  if (imageFormat === 'jsObject') return ofObject(jsSchema);
  if (typeof address !== 'string') return ofObject(address);
  const plain = address.trim();
  if (/^javascript:/i.test(plain)) return '';
  return base64.test(plain) && kinds.some(([start]) => plain.startsWith(start))
    ? `data:${kindOf(plain)};base64,${plain}`
    : plain;
}
