/** `TextEncoder` and `TextDecoder` for UTF-8, the one that scripts use. */

const LOST = 0xfffd;

export class TextEncoder {
  readonly encoding = 'utf-8';

  encode(given: unknown = ''): Uint8Array {
    // What is percent-encoded as UTF-8 is UTF-8; halves of a pair become the sign for something lost.
    const text = String(given).replace(
      /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
      '\ufffd'
    );
    const bytes: number[] = [];
    const encoded = encodeURIComponent(text);
    for (let at = 0; at < encoded.length; at++) {
      if (encoded[at] !== '%') bytes.push(encoded.charCodeAt(at));
      else {
        bytes.push(parseInt(encoded.slice(at + 1, at + 3), 16));
        at += 2;
      }
    }
    return Uint8Array.from(bytes);
  }
}

export class TextDecoder {
  readonly encoding = 'utf-8';

  constructor(label: unknown = 'utf-8') {
    if (!/^utf-?8$/i.test(String(label))) throw new RangeError(`The encoding ${String(label)} is not supported here`);
  }

  decode(given?: ArrayBuffer | ArrayBufferView): string {
    const bytes = bytesOf(given);
    let text = '';
    for (let at = 0; at < bytes.length;) {
      const [code, length] = point(bytes, at);
      at += length;
      text += String.fromCodePoint(code);
    }
    return text.replace(/^\ufeff/, '');
  }
}

function bytesOf(given: ArrayBuffer | ArrayBufferView | undefined): Uint8Array {
  if (given === undefined) return new Uint8Array();
  return ArrayBuffer.isView(given)
    ? new Uint8Array(given.buffer, given.byteOffset, given.byteLength)
    : new Uint8Array(given);
}

/** The smallest letter that is written with so many bytes. */
const SMALLEST = [0, 0, 0x80, 0x800, 0x10000];

/** The letter at a place, and how many bytes it takes. */
function point(bytes: Uint8Array, at: number): [number, number] {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return [first, 1];
  const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  if (first < 0xc2 || first > 0xf4) return [LOST, 1];
  let code = first & (0xff >> (length + 1));
  for (let next = 1; next < length; next++) {
    const byte = bytes[at + next] ?? 0;
    if ((byte & 0xc0) !== 0x80) return [LOST, next];
    code = (code << 6) | (byte & 0x3f);
  }
  const isReal = code >= (SMALLEST[length] ?? 0) && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return [isReal ? code : LOST, length];
}
