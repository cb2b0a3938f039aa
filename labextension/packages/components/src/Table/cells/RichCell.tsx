/** Markdown and HTML of a cell, sanitised like everything an app's data brings. */

import { useMemo } from 'react';
import { plain } from '../formats';
import { openable } from '../../address';
import { sanitizedHtml, sanitizedMarkdown } from '../../sanitize';
import type { CellProps } from './Cell';

export function HtmlCell({ value, actions }: CellProps) {
  const html = useMemo(() => sanitizedHtml(plain(value)), [value]);
  return <Rich html={html} open={actions.open} />;
}

export function MarkdownCell({ value, actions }: CellProps) {
  const html = useMemo(() => sanitizedMarkdown(plain(value)), [value]);
  return <Rich html={html} open={actions.open} />;
}

function Rich({ html, open }: { html: string; open: (url: string, newTab: boolean) => void }) {
  return (
    <div
      className="tj-Table-rich"
      dangerouslySetInnerHTML={{ __html: html }}
      onClick={event => {
        const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
        if (!link) return;
        event.preventDefault();
        event.stopPropagation();
        const url = openable(link.getAttribute('href') ?? '');
        if (url) open(url, true);
      }}
    />
  );
}
