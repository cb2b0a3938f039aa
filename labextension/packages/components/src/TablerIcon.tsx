/** One of Tabler's icons by the name a builder chose, such as `IconHome2`; its place is kept while it loads. */
import { useEffect, useState } from 'react';
import { known, load } from './icons/load';

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
  const icon = known(name);
  useEffect(() => {
    let current = true;
    if (icon === undefined) void load(name).then(() => current && arrived(name));
    return () => {
      current = false;
    };
  }, [name, icon]);
  return icon;
}

export function TablerIcon({ name, size = 16, stroke = 1.75, color, className }: TablerIconProps) {
  const Drawing = useIcon(name);
  if (!Drawing) return <span className={className} style={{ flex: 'none', width: size, height: size }} aria-hidden />;
  return <Drawing className={className} size={size} stroke={stroke} color={color} aria-hidden style={{ flex: 'none' }} />;
}
