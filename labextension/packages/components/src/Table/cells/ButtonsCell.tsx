/** The action buttons of a row, each with its own event. */

import type { CSSProperties } from 'react';
import { TablerIcon } from '../../TablerIcon';
import { inkOn } from '../../theme/ink';
import { buttonsOf, type RowButton } from '../buttons';
import type { CellProps } from './Cell';

function look({ outline, background, color, edge, radius }: RowButton): CSSProperties {
  return {
    background: outline ? 'transparent' : background,
    color: color ?? (outline ? undefined : background && inkOn(background)),
    borderColor: edge ?? background,
    borderRadius: radius === undefined ? undefined : `${Number(radius) || 0}px`,
  };
}

export function ButtonsCell({ column, actions }: CellProps) {
  return (
    <span className="tj-Table-buttons">
      {buttonsOf(column).map(item => (
        <button
          key={item.ref}
          type="button"
          tabIndex={-1}
          data-press
          className="tj-Table-button"
          disabled={item.disabled || item.loading}
          aria-busy={item.loading || undefined}
          title={item.tooltip}
          style={look(item)}
          onClick={event => {
            event.stopPropagation();
            actions.press(item.ref);
          }}
        >
          {item.icon && !item.icon.right && <Picture icon={item.icon} />}
          <span>{item.label}</span>
          {item.icon?.right && <Picture icon={item.icon} />}
          {item.loading && <span className="tj-Spinner" style={{ color: item.loader }} aria-hidden />}
        </button>
      ))}
    </span>
  );
}

function Picture({ icon }: { icon: NonNullable<RowButton['icon']> }) {
  return <TablerIcon name={icon.name} size={14} color={icon.color} />;
}
