/** Words on the page: plain, Markdown or HTML. */
import { markdownHtml } from '@tooljet/components/pure/markdown';
import type { Sight } from './eye';
import { cased } from './parts/casing';
import { markup } from './parts/markup';

export const Text: Sight<'Text'> = ({ given: { props, exposed } }) => {
  if (props.loadingState) return [];
  const text = String(exposed.text ?? props.text ?? '');
  const html = props.textFormat === 'markdown' ? markdownHtml(text) : text;
  const parts = props.textFormat === 'plainText' ? [text] : markup(html);
  return cased(parts, props.transformation);
};
