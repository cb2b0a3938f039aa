/** HTML as its text structure: headings, lists, links, tables and words, without what is taken out of an app's HTML. */
import { forbidden } from '@tooljet/components/pure/sanitized';
import { named, seen, wordsOf, type Part } from '../seen';
import { parseHtml, type Element } from './html';

/** Taken out with everything in them; of the other forbidden elements the words stay. */
const GONE = new Set(['script', 'style', 'iframe', 'noscript', 'template', 'title', 'textarea', 'select', 'object', 'audio', 'video', 'svg', 'math']); // prettier-ignore

const FORBIDDEN = new Set(forbidden);

/** What is only seen by its role. */
const ROLES: Record<string, string> = {
  ul: 'list', ol: 'list', menu: 'list', li: 'listitem', p: 'paragraph', blockquote: 'blockquote', table: 'table', tr: 'row', hr: 'separator',
  dd: 'definition', figure: 'figure', nav: 'navigation', article: 'article', main: 'main', details: 'group', search: 'search',
}; // prettier-ignore

/** What is called by what is in it. */
const NAMED: Record<string, string> = { th: 'columnheader', td: 'cell', dt: 'term', summary: 'disclosure' };

export function markup(html: string): Part[] {
  return parts(parseHtml(html));
}

function parts(nodes: readonly (Element | string)[]): Part[] {
  return nodes.flatMap(node => (typeof node === 'string' ? [node] : partsOf(node)));
}

function partsOf(element: Element): Part[] {
  const { tag, attributes } = element;
  if (GONE.has(tag) || attributes.hidden !== undefined) return [];
  const inside = parts(element.children);
  if (FORBIDDEN.has(tag)) return inside;
  return part(element, inside) ?? inside;
}

function part({ tag, attributes }: Element, inside: Part[]): Part[] | undefined {
  const level = /^h([1-6])$/.exec(tag)?.[1];
  if (level !== undefined) return [named('heading', inside, { states: { level: Number(level) } })];
  if (tag === 'a') return attributes.href === undefined ? inside : [named('link', inside)];
  if (tag === 'img') return attributes.alt === '' ? [] : [seen('image', { name: attributes.alt })];
  const role = ROLES[tag];
  if (role !== undefined) return [seen(role, {}, inside)];
  const called = NAMED[tag];
  return called === undefined ? undefined : [named(called, inside)];
}

/** A link in some HTML: its words and where it leads. */
export interface LinkIn {
  words: string;
  href: string;
}

export function linksIn(html: string): LinkIn[] {
  const walk = (nodes: readonly (Element | string)[]): LinkIn[] =>
    nodes.flatMap(node => {
      if (typeof node === 'string' || GONE.has(node.tag)) return [];
      const { href } = node.attributes;
      const own = node.tag === 'a' && href !== undefined ? [{ words: wordsOf(parts(node.children)), href }] : [];
      return [...own, ...walk(node.children)];
    });
  return walk(parseHtml(html));
}
