/** Finds one of Tabler's icons by name and fetches only the group of neighbours it is in. */
import type { Icon } from '@tabler/icons-react';
import { starts } from './starts';

type Group = { icons: Record<string, Icon> };

const groups = Object.values(import.meta.glob<Group>('./groups/*.ts'));

/** The group whose names reach from its first icon to the next group's; -1 before the first. */
export function groupOf(name: string): number {
  return starts.findLastIndex(start => start <= name);
}

/** The icon, or null where there is none of that name. */
export async function load(name: string): Promise<Icon | null> {
  const group = await groups[groupOf(name)]?.();
  const path = Object.keys(group?.icons ?? {}).find(file => file.endsWith(`/${name}.mjs`));
  return (path && group?.icons[path]) || null;
}
