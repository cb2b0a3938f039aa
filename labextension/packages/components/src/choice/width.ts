/** How wide a menu is: as its field, as its longest option, or as the builder says. */

export interface WidthSettings {
  menuWidthMode?: string;
  menuCustomWidth?: number;
}

export function menuWidth({ menuWidthMode, menuCustomWidth }: WidthSettings): number | 'target' | 'max-content' {
  if (menuWidthMode === 'matchContent') return 'max-content';
  const custom = Number(menuCustomWidth);
  return menuWidthMode === 'custom' && custom > 0 ? custom : 'target';
}
