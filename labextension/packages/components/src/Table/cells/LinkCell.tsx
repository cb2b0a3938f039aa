/** A link; the host opens it, since a frame may not. */

import { plain, show } from '../formats';
import { truth } from '../guards';
import type { CellProps } from './Cell';

/** The address behind a cell's text, or undefined where opening it could run code. */
export function address(value: unknown): string | undefined {
  const text = plain(value).trim();
  if (/^(https?:|mailto:|tel:|\/|#)/i.test(text)) return text;
  if (/^[a-z][a-z0-9+.-]*:/i.test(text)) return undefined;
  return /^[\w-]+(\.[\w-]+)+([/?#]|$)/.test(text) ? `https://${text}` : undefined;
}

export function LinkCell({ value, column, actions }: CellProps) {
  const url = address(value);
  const text = show(value, column);
  if (url === undefined) return <span>{text}</span>;
  const newTab = column.settings.linkTarget !== '_self' && truth(column.settings.linkTarget, true);
  return (
    <a
      className="tj-Table-link"
      href={url}
      tabIndex={-1}
      data-press
      style={{ color: colour(column.settings.linkColor) }}
      onClick={event => {
        event.preventDefault();
        event.stopPropagation();
        actions.open(url, newTab);
      }}
    >
      {text}
    </a>
  );
}

function colour(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
