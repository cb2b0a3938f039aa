/** A link; the host opens it, since a frame may not. */

import { show } from '../formats';
import { address, opensAside } from './address';
import type { CellProps } from './Cell';

export function LinkCell({ value, column, actions }: CellProps) {
  const url = address(value);
  const text = show(value, column);
  if (url === undefined) return <span>{text}</span>;
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
        actions.open(url, opensAside(column));
      }}
    >
      {text}
    </a>
  );
}

function colour(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
