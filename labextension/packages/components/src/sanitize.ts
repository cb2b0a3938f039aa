/** HTML and Markdown of an app made harmless: no scripts, no handlers, no forms, nothing loaded but pictures. */

import DOMPurify from 'dompurify';
import { markdownHtml } from './markdown';
import { forbidden } from './sanitized';

const purifier = DOMPurify();

/** An address that could load something or run something from a style. */
const reaching = /url\s*\(|@import|expression\s*\(|image-set\s*\(|-moz-binding|behavior\s*:/i;

purifier.addHook('uponSanitizeElement', node => {
  if (node instanceof HTMLStyleElement && reaching.test(node.textContent ?? '')) node.textContent = '';
});

purifier.addHook('afterSanitizeAttributes', node => {
  const style = node.getAttribute('style');
  if (style !== null && reaching.test(style)) node.removeAttribute('style');
  if (node.tagName === 'A') {
    node.removeAttribute('target');
    node.setAttribute('rel', 'noopener noreferrer');
  }
});

const settings = {
  FORBID_TAGS: forbidden,
  FORBID_ATTR: [
    'srcset',
    'background',
    'poster',
    'action',
    'formaction',
    'ping',
    'xlink:href',
    'usemap',
    'contenteditable',
  ],
  ALLOWED_URI_REGEXP:
    /^(?:https?:|mailto:|tel:|data:image\/(?:png|jpe?g|gif|webp|svg\+xml|avif)|[#/?]|[^a-z]|[a-z+.-]+(?:[^a-z+.\-:]|$))/i,
  FORCE_BODY: true,
  SANITIZE_NAMED_PROPS: true,
};

/** The harmless part of some HTML. */
export function sanitizedHtml(html: string): string {
  return purifier.sanitize(html, settings);
}

/** Markdown as harmless HTML. */
export function sanitizedMarkdown(markdown: string): string {
  return sanitizedHtml(markdownHtml(markdown));
}
