/** The rows as cards: what a phone shows instead of more than three columns. */

import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState } from 'react';
import { cellContent } from './cells/Cell';
import { isChanged } from './changes';
import type { Column } from './columns';
import { Editor } from './editors/Editor';
import { editsInPlace } from './editors/outcome';
import { cellColumn, isEditable, shownValue } from './cellColumn';
import { cellValue, type Sheet, type SheetActions } from './sheet';

export interface CardsProps {
  label: string;
  sheet: Sheet;
  actions: SheetActions;
  selector: 'none' | 'checkbox' | 'radio';
}

export function Cards({ label, sheet, actions, selector }: CardsProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const [editing, setEditing] = useState<string>();
  const cards = useVirtualizer({
    count: sheet.count,
    getScrollElement: () => scroller.current,
    estimateSize: () => 40 + sheet.columns.length * 28,
    overscan: 4,
    gap: 8,
    paddingStart: 8,
    paddingEnd: 8,
  });
  const seen = cards.getVirtualItems();
  const [first, last] = [seen[0]?.index ?? 0, seen.at(-1)?.index ?? -1];
  useEffect(() => actions.sight(first, last), [actions, sheet, first, last]);
  return (
    <div ref={scroller} className="tj-Table-cards" role="list" aria-label={label}>
      <div style={{ height: cards.getTotalSize(), position: 'relative' }}>
        {seen.map(item => (
          <div
            key={item.key}
            ref={cards.measureElement}
            data-index={item.index}
            role="listitem"
            className={sheet.isSelected(sheet.indexAt(item.index)) ? 'tj-Table-card tj-mod-selected' : 'tj-Table-card'}
            style={{ transform: `translateY(${item.start}px)` }}
            onClick={() => actions.click(item.index, undefined)}
          >
            {selector !== 'none' && (
              <label className="tj-Table-cardbox" onClick={event => event.stopPropagation()}>
                <input
                  type={selector}
                  checked={sheet.isSelected(sheet.indexAt(item.index))}
                  aria-label={`Select row ${item.index + 1}`}
                  onChange={() => actions.select(item.index)}
                />
              </label>
            )}
            {sheet.columns.map((column, place) => (
              <CardLine
                key={column.id}
                column={column}
                title={place === 0}
                position={item.index}
                sheet={sheet}
                actions={actions}
                editing={editing === `${item.index} ${column.id}`}
                edit={on => setEditing(on ? `${item.index} ${column.id}` : undefined)}
              />
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}

interface CardLineProps {
  column: Column;
  title: boolean;
  position: number;
  sheet: Sheet;
  actions: SheetActions;
  editing: boolean;
  edit(on: boolean): void;
}

function CardLine({ column: whole, title, position, sheet, actions, editing, edit }: CardLineProps) {
  const index = sheet.indexAt(position);
  const change = sheet.changeAt(index);
  const extras = sheet.extras(whole, index);
  const column = cellColumn(whole, extras);
  const value = cellValue(sheet.rowAt(position), change, column);
  const editable = isEditable(column, extras);
  const store = (next: unknown) => actions.store(position, column, next);
  const content = cellContent({
    value: shownValue(value, extras),
    column,
    editable,
    actions: { store, open: actions.open, press: button => actions.press(position, column, button) },
  });
  const opens = editable && !editsInPlace(column);
  return (
    <div className={title ? 'tj-Table-cardline tj-mod-title' : 'tj-Table-cardline'}>
      {!title && column.type !== 'button' && <span className="tj-Table-cardname">{column.name}</span>}
      <span
        className={
          isChanged(change, column.key, column.name) ? 'tj-Table-cardvalue tj-mod-changed' : 'tj-Table-cardvalue'
        }
        data-editable={opens || undefined}
        onClick={event => {
          if (!opens) return;
          event.stopPropagation();
          edit(true);
        }}
      >
        {editing ? (
          <Editor
            column={column}
            value={value}
            commit={next => {
              if (next !== value) store(next);
              edit(false);
            }}
            cancel={() => edit(false)}
          />
        ) : (
          (content ?? '–')
        )}
      </span>
    </div>
  );
}
