/** The menu of further actions of one thing; the same opens on a right click. */
import { Menu } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import { useState, type MouseEvent } from 'react';
import { IconDotsVertical } from './glyphs';

export interface MoreItem {
  label: string;
  icon: Icon;
  danger?: boolean;
  run: () => void;
}

/** Whether the menu is open, and the handler that opens it on a right click. */
export function useMore(): {
  opened: boolean;
  open: (opened: boolean) => void;
  onContextMenu: (event: MouseEvent) => void;
} {
  const [opened, open] = useState(false);
  const onContextMenu = (event: MouseEvent): void => {
    event.preventDefault();
    open(true);
  };
  return { opened, open, onContextMenu };
}

interface MoreProps {
  label: string;
  items: MoreItem[];
  opened: boolean;
  open: (opened: boolean) => void;
}

export function More({ label, items, opened, open }: MoreProps) {
  return (
    <Menu
      opened={opened}
      onChange={open}
      position="bottom-end"
      width={208}
      shadow="none"
      withInitialFocusPlaceholder={false}
    >
      <Menu.Target>
        <button type="button" className="tj-IconBtn" aria-label={label}>
          <IconDotsVertical size={16} stroke={1.75} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {items.map(({ label: words, icon: Drawing, danger, run }) => (
          <Menu.Item
            key={words}
            className={danger ? 'tj-mod-danger' : undefined}
            leftSection={<Drawing size={16} stroke={1.75} aria-hidden />}
            onClick={run}
          >
            {words}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
