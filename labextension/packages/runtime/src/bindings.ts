/** Finds the `{{ }}` bindings of a text; knows strings, template literals, regular expressions, comments and braces. */

/** A piece of a text: literal text, or the expression between `{{` and `}}` without outer white space. */
export type Part = string | { expr: string };

/** A `{{` that no `}}` closes. */
export class UnclosedBinding extends Error {
  constructor(readonly position: number) {
    super(`The binding that starts at character ${position} is not closed`);
    this.name = 'UnclosedBinding';
  }
}

const UNICODE_WORD = /[\p{ID_Continue}\u200c\u200d]/u;

/** The characters of ASCII that can be part of a word. */
const WORD = new Set('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_$');
const SPACE = new Set(' \t\n\r');

/** Words after which a slash starts a regular expression. */
const OPERATOR_WORDS = new Set(
  'return typeof in of instanceof case do else void delete throw new await yield default'.split(' ')
);

/** Whether a text holds a binding. */
export function hasBinding(text: string): boolean {
  return text.includes('{{');
}

/** The parts of a text, in order. Throws `UnclosedBinding`. */
export function splitBindings(text: string): Part[] {
  const parts: Part[] = [];
  let from = 0;
  while (from < text.length) {
    const open = text.indexOf('{{', from);
    if (open < 0) break;
    if (open > from) parts.push(text.slice(from, open));
    const close = closingBraces(text, open + 2);
    if (close < 0) throw new UnclosedBinding(open);
    parts.push({ expr: text.slice(open + 2, close).trim() });
    from = close + 2;
  }
  if (from < text.length) parts.push(text.slice(from));
  return parts;
}

/** The expression of a text that is one binding and nothing else but white space; null otherwise. */
export function soleExpression(parts: Part[]): string | null {
  const filled = parts.filter(part => typeof part !== 'string' || part.trim() !== '');
  const only = filled[0];
  return filled.length === 1 && only !== undefined && typeof only !== 'string' ? only.expr : null;
}

/** Where the `}}` of a binding is whose code starts at `start`; -1 without one. */
function closingBraces(text: string, start: number): number {
  return skipCode(text, start, at => text.startsWith('}}', at));
}

/** Walk over code until, outside all braces, `ends` is true; gives that place, or -1 at the end of the text. */
function skipCode(text: string, start: number, ends: (at: number) => boolean): number {
  let at = start;
  let depth = 0;
  let afterValue = false;
  while (at < text.length) {
    if (depth === 0 && ends(at)) return at;
    const token = readToken(text, at, afterValue);
    if (token.end < 0) return -1;
    if (token.opens) depth += 1;
    if (token.closes && depth > 0) depth -= 1;
    if (token.value !== undefined) afterValue = token.value;
    at = token.end;
  }
  return -1;
}

interface Token {
  /** Where the next token starts; -1 when this one never ends. */
  end: number;
  /** Whether a slash after it divides; undefined leaves that as it was. */
  value?: boolean;
  opens?: boolean;
  closes?: boolean;
}

function readToken(text: string, at: number, afterValue: boolean): Token {
  const char = text.charAt(at);
  if (char === '"' || char === "'") return readQuoted(text, at, char);
  if (char === '`') return { end: skipTemplate(text, at + 1), value: true };
  if (char === '/') return readSlash(text, at, afterValue);
  if (char === '{') return { end: at + 1, value: false, opens: true };
  if (char === '}') return { end: at + 1, value: true, closes: true };
  if (isWord(char)) return readWord(text, at);
  if (SPACE.has(char) || (char > '~' && char.trim() === '')) return { end: at + 1 };
  if (char === ')' || char === ']') return { end: at + 1, value: true };
  if (text.startsWith('++', at) || text.startsWith('--', at)) return { end: at + 2, value: true };
  return { end: at + 1, value: false };
}

/** A quoted string; a quote that is not closed on its line is an ordinary character (`it's`). */
function readQuoted(text: string, at: number, quote: string): Token {
  for (let next = at + 1; next < text.length; next++) {
    const char = text.charAt(next);
    if (char === '\\') next += text.startsWith('\r\n', next + 1) ? 2 : 1;
    else if (char === quote) return { end: next + 1, value: true };
    else if (char === '\n' || char === '\r') break;
  }
  return { end: at + 1, value: true };
}

function skipTemplate(text: string, start: number): number {
  let at = start;
  while (at < text.length) {
    if (text[at] === '\\') at += 2;
    else if (text[at] === '`') return at + 1;
    else if (text.startsWith('${', at)) {
      const close = skipCode(text, at + 2, place => text[place] === '}');
      if (close < 0) return -1;
      at = close + 1;
    } else at += 1;
  }
  return -1;
}

function readSlash(text: string, at: number, afterValue: boolean): Token {
  if (text.startsWith('/*', at)) {
    const end = text.indexOf('*/', at + 2);
    return { end: end < 0 ? -1 : end + 2 };
  }
  if (text.startsWith('//', at)) {
    const end = text.indexOf('\n', at);
    // A comment on the last line would hide the closing braces: read on, so that `}}` can close.
    return { end: end < 0 ? at + 2 : end };
  }
  const end = afterValue ? -1 : skipRegex(text, at + 1);
  return end < 0 ? { end: at + 1, value: false } : { end, value: true };
}

function skipRegex(text: string, start: number): number {
  let inClass = false;
  for (let at = start; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === '\n') return -1;
    if (char === '\\') at += 1;
    else if (char === '[') inClass = true;
    else if (char === ']') inClass = false;
    else if (char === '/' && !inClass) return at + 1;
  }
  return -1;
}

function isWord(char: string): boolean {
  return char > '~' ? UNICODE_WORD.test(char) : WORD.has(char);
}

function readWord(text: string, at: number): Token {
  let end = at + 1;
  while (end < text.length && isWord(text.charAt(end))) end += 1;
  if (!OPERATOR_WORDS.has(text.slice(at, end))) return { end, value: true };
  const isProperty = /\.\s*$/.test(text.slice(Math.max(0, at - 20), at));
  return { end, value: isProperty };
}
