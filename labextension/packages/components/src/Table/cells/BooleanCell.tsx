/** Yes or no: a tick or a dash to read, a switch to change. */

import { truth } from '../guards';
import type { CellProps } from './Cell';

export function BooleanCell({ value, column, editable, actions }: CellProps) {
  const on = truth(value, false);
  if (!editable) {
    if (value === null || value === undefined || value === '') return null;
    return <span className={on ? 'tj-Table-yes' : 'tj-Table-no'}>{on ? 'Yes' : 'No'}</span>;
  }
  return (
    <input
      type="checkbox"
      role="switch"
      className="tj-Table-switch"
      tabIndex={-1}
      checked={on}
      aria-label={column.name}
      onChange={event => actions.store(event.currentTarget.checked)}
      onClick={event => event.stopPropagation()}
    />
  );
}
