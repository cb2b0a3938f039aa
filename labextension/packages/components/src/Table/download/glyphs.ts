/** The letters of PDF's built-in Helvetica: which ones it has and how wide they are. */

/** Widths of the characters 32 to 126 in thousandths of the font size (Adobe's font metrics). */
const widths = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556,
  556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833,
  722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556,
  556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334,
  260, 334, 584,
];

/** Characters of the Windows code page that are not Latin-1, and their bytes. */
const extra: Record<string, number> = {
  '€': 0x80, '‚': 0x82, '„': 0x84, '…': 0x85, '†': 0x86, '‰': 0x89, 'Š': 0x8a, 'Œ': 0x8c, 'Ž': 0x8e, '‘': 0x91,
  '’': 0x92, '“': 0x93, '”': 0x94, '•': 0x95, '–': 0x96, '—': 0x97, '™': 0x99, 'š': 0x9a, 'œ': 0x9c, 'ž': 0x9e,
  'Ÿ': 0x9f,
}; // prettier-ignore

/** The text with one byte for each character; letters the font lacks lose their accents or become "?". */
export function latin(text: string): string {
  let written = '';
  for (const letter of text) written += byteOf(letter);
  return written;
}

function byteOf(letter: string): string {
  const code = letter.codePointAt(0) ?? 63;
  if ((code >= 32 && code < 127) || (code >= 128 && code <= 255)) return letter;
  const known = extra[letter];
  if (known !== undefined) return String.fromCharCode(known);
  const base = letter.normalize('NFKD').charAt(0);
  const baseCode = base.charCodeAt(0);
  return base !== letter && baseCode >= 32 && baseCode < 256 ? base : '?';
}

/** The width of a text in points. */
export function widthOf(text: string, size: number): number {
  let sum = 0;
  for (let index = 0; index < text.length; index += 1) sum += widths[text.charCodeAt(index) - 32] ?? 556;
  return (sum * size) / 1000;
}
