/** Which columns are shown: one box for each. */

import { IconColumns3 } from '@tabler/icons-react';
import type { Column } from './columns';
import { Floating } from './Floating';

export interface ColumnsMenuProps {
  columns: readonly Column[];
  show(column: Column, visible: boolean): void;
}

export function ColumnsMenu({ columns, show }: ColumnsMenuProps) {
  const offered = columns.filter(column => !column.pinned);
  const shown = offered.filter(column => column.visible).length;
  return (
    <Floating label="Columns" icon={<IconColumns3 size={16} aria-hidden />}>
      {() => (
        <div className="tj-Table-list" role="group" aria-label="Shown columns">
          {offered.map(column => (
            <label key={column.id} className="tj-Table-item">
              <input
                type="checkbox"
                checked={column.visible}
                // A table without any column could not be brought back by looking at it.
                disabled={column.visible && shown === 1}
                onChange={event => show(column, event.currentTarget.checked)}
              />
              {column.name || column.key}
            </label>
          ))}
        </div>
      )}
    </Floating>
  );
}
