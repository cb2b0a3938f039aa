/** A small reader of HTML for where there is no browser: tags, attributes, words, and the end tags people leave out. */

export interface Element {
  tag: string;
  attributes: Record<string, string | undefined>;
  children: (Element | string)[];
}

const EMPTY = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr']); // prettier-ignore

/** In these nothing but the end tag is read. */
const RAW = new Set(['script', 'style', 'textarea', 'title', 'xmp', 'iframe', 'noembed', 'noframes']);

/** A start tag that ends an open element of these kinds. */
const ENDS: Record<string, readonly string[]> = {
  li: ['li'], dt: ['dt', 'dd'], dd: ['dt', 'dd'], tr: ['td', 'th', 'tr'], td: ['td', 'th'], th: ['td', 'th'], option: ['option'],
  tbody: ['td', 'th', 'tr', 'thead', 'tbody'], tfoot: ['td', 'th', 'tr', 'tbody'],
}; // prettier-ignore

/** These end an open paragraph. */
const BLOCKS = new Set(['address', 'article', 'aside', 'blockquote', 'details', 'div', 'dl', 'fieldset', 'figure', 'footer', 'form', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'header', 'hr', 'main', 'nav', 'ol', 'p', 'pre', 'section', 'table', 'ul']); // prettier-ignore

/** What keeps an open element from being ended by a tag in it. */
const WALLS = new Set(['ul', 'ol', 'dl', 'table', 'td', 'th']);

const TOKEN =
  /<!--[\s\S]*?(?:-->|$)|<\/([a-z][^\s/>]*)[^>]*>|<([a-z][^\s/>]*)((?:"[^"]*"|'[^']*'|[^"'>])*)>|<[!?][^>]*>/gi;

const ATTRIBUTE = /([^\s=/"'>]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+))?/g;

export function parseHtml(html: string): (Element | string)[] {
  const root: Element = { tag: '', attributes: {}, children: [] };
  const open = [root];
  let from = 0;
  TOKEN.lastIndex = 0;
  for (let token = TOKEN.exec(html); token; token = TOKEN.exec(html)) {
    say(open, html.slice(from, token.index));
    from = TOKEN.lastIndex;
    const [, end, start, attributes = ''] = token;
    if (end !== undefined) close(open, end.toLowerCase());
    if (start === undefined) continue;
    const element = begin(open, start.toLowerCase(), attributes);
    if (RAW.has(element.tag)) from = TOKEN.lastIndex = skipped(html, element, from);
  }
  say(open, html.slice(from));
  return root.children;
}

function last(open: readonly Element[]): Element | undefined {
  return open.at(-1);
}

function say(open: readonly Element[], text: string): void {
  if (text !== '') last(open)?.children.push(decoded(text));
}

function begin(open: Element[], tag: string, given: string): Element {
  for (const ended of ENDS[tag] ?? []) endInside(open, ended);
  if (BLOCKS.has(tag)) endInside(open, 'p');
  const pairs = Array.from(given.matchAll(ATTRIBUTE), ([, name = '', value = '']) => [name.toLowerCase(), bare(value)]);
  const element: Element = { tag, attributes: Object.fromEntries(pairs), children: [] };
  last(open)?.children.push(element);
  if (!EMPTY.has(tag)) open.push(element);
  return element;
}

function bare(value: string): string {
  return decoded(value.replace(/^(["'])([\s\S]*)\1$/, '$2'));
}

/** Where reading goes on after an element that holds only words. */
function skipped(html: string, element: Element, from: number): number {
  const end = html.toLowerCase().indexOf(`</${element.tag}`, from);
  const until = end < 0 ? html.length : end;
  element.children.push(html.slice(from, until));
  return until;
}

/** Ends an open element of a kind, unless it is in another list or table. */
function endInside(open: Element[], tag: string): void {
  for (let at = open.length - 1; at > 0; at -= 1) {
    const found = open[at]?.tag ?? '';
    if (found === tag) return void open.splice(at);
    if (WALLS.has(found)) return;
  }
}

function close(open: Element[], tag: string): void {
  const at = open.findLastIndex(element => element.tag === tag);
  if (at > 0) open.splice(at);
}

const ENTITIES: Record<string, string> = {
  amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0', copy: '©', reg: '®', trade: '™', hellip: '…', mdash: '—', ndash: '–',
  middot: '·', bull: '•', euro: '€', pound: '£', yen: '¥', cent: '¢', laquo: '«', raquo: '»', times: '×', deg: '°', rarr: '→', larr: '←',
  check: '✓', lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', para: '¶', sect: '§', plusmn: '±', frac12: '½',
}; // prettier-ignore

function decoded(text: string): string {
  return text.replace(/&(#x[\da-f]+|#\d+|[a-z]\w*);?/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return ENTITIES[name] ?? whole;
    const code = /^#x/i.test(name) ? parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
  });
}
