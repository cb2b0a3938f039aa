/** A tool with a panel below it: opens by a click, closes on Escape or a click outside, gives the focus back. */

import { Popover } from '@mantine/core';
import { useState, type ReactNode } from 'react';

export interface FloatingProps {
  label: string;
  icon: ReactNode;
  /** A number on the tool, such as how many filters are in force. */
  count?: number;
  children(close: () => void): ReactNode;
}

export function Floating({ label, icon, count = 0, children }: FloatingProps) {
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-end" trapFocus returnFocus shadow="none">
      <Popover.Target>
        <button
          type="button"
          className={count > 0 ? 'tj-Table-tool tj-mod-on' : 'tj-Table-tool'}
          aria-label={label}
          title={label}
          onClick={() => setOpen(!open)}
        >
          {icon}
          {count > 0 && <span className="tj-Table-count">{count}</span>}
        </button>
      </Popover.Target>
      <Popover.Dropdown className="tj-Table-panel">{children(close)}</Popover.Dropdown>
    </Popover>
  );
}
