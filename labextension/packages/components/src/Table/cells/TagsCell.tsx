/** The chosen option or options: quiet tags where the column colours them, plain words where it does not. */

import { truth, words } from '../guards';
import { labelFor, listOf, optionFor, toneFor } from '../options';
import type { CellProps } from './Cell';
import type { Column } from '../columns';

function Tag({ item, column }: { item: unknown; column: Column }) {
  const option = optionFor(column.options, item);
  const label = labelFor(column.options, item);
  const own = option?.color ? { background: option.color, color: option.textColor } : undefined;
  return (
    <span className={`tj-Table-tag tj-mod-${toneFor(column.options, option?.value ?? words(item, label))}`} style={own}>
      {label}
    </span>
  );
}

/** True where a single choice is drawn as a tag. */
function coloured(column: Column): boolean {
  return (
    column.formerType === 'badge' ||
    truth(column.settings.autoAssignColors, false) ||
    column.options.some(option => option.color)
  );
}

export function TagsCell({ value, column }: CellProps) {
  if (column.type === 'select')
    return coloured(column) ? <Tag item={value} column={column} /> : labelFor(column.options, value);
  return (
    <span className="tj-Table-tags">
      {listOf(value).map((item, index) => (
        <Tag key={index} item={item} column={column} />
      ))}
    </span>
  );
}
