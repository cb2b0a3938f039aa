/** One of Tabler's icons by the name a builder chose, such as `IconHome2`; its place is kept while it loads. */
import type { Icon } from '@tabler/icons-react';
import { useEffect, useState } from 'react';

/** Icons that were fetched before; null where there is none of that name. */
const loaded = new Map<string, Icon | null>();

/** The list of groups is a chunk of its own, so that a page without icons does not know of them. */
async function fetchIcon(name: string): Promise<void> {
  const { load } = await import('./icons/load');
  loaded.set(name, await load(name));
}

interface TablerIconProps {
  name: string;
  /** Pixels, or a part of the room around it. */
  size?: number | string;
  stroke?: number;
  color?: string;
  className?: string;
}

/** Redraws when the icon has arrived. */
function useIcon(name: string) {
  const [, arrived] = useState('');
  const icon = loaded.get(name);
  useEffect(() => {
    let current = true;
    const redraw = () => current && arrived(name);
    // A chunk that could not be fetched leaves the place empty; the next drawing tries again.
    if (icon === undefined) fetchIcon(name).then(redraw, () => undefined);
    return () => {
      current = false;
    };
  }, [name, icon]);
  return icon;
}

export function TablerIcon({ name, size = 16, stroke = 1.75, color, className }: TablerIconProps) {
  const Drawing = useIcon(name);
  if (!Drawing) return <span className={className} style={{ flex: 'none', width: size, height: size }} aria-hidden />;
  return (
    <Drawing className={className} size={size} stroke={stroke} color={color} aria-hidden style={{ flex: 'none' }} />
  );
}
