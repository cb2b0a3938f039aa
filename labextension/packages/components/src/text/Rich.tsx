/** Markdown or HTML of an app, made harmless; its links open through the host. */
import { useMemo, type MouseEvent } from 'react';
import { sanitizedHtml, sanitizedMarkdown } from '../sanitize';
import './rich.css';

interface RichProps {
  text: string;
  format: 'markdown' | 'html';
  onClick(event: MouseEvent<HTMLElement>): void;
}

export function Rich({ text, format, onClick }: RichProps) {
  const html = useMemo(() => (format === 'markdown' ? sanitizedMarkdown(text) : sanitizedHtml(text)), [text, format]);
  return <div className={`tj-Rich tj-mod-${format}`} onClick={onClick} dangerouslySetInnerHTML={{ __html: html }} />;
}
