/** Markdown as HTML, before it is made harmless. */
import { Marked } from 'marked';

const marked = new Marked({ gfm: true, breaks: true, async: false });

export function markdownHtml(markdown: string): string {
  const html = marked.parse(markdown);
  return typeof html === 'string' ? html : '';
}
