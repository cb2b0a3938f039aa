/** Where the label of a field stands and how wide it is, from ToolJet's label settings. */

export interface LabelSettings {
  label: string;
  alignment?: string;
  direction?: string;
  auto?: boolean;
  /** Percent. */
  width?: number;
  labelWidth?: number;
  widthType?: string;
}

export interface LabelLayout {
  place: 'none' | 'above' | 'beside';
  /** The side the label stands on, or starts from when it is above. */
  side: 'left' | 'right';
  /** CSS width of a label beside the field; undefined: as wide as its words. */
  width?: string;
}

function percentOf({ width, labelWidth, widthType }: LabelSettings): string | undefined {
  const percent = Number(labelWidth ?? width);
  if (!Number.isFinite(percent) || percent < 0) return undefined;
  const part = widthType === 'ofField' ? (100 * percent) / (100 + percent) : Math.min(percent, 100);
  return `${Math.round(part * 100) / 100}%`;
}

export function labelLayout(settings: LabelSettings): LabelLayout {
  const side = settings.direction === 'right' ? 'right' : 'left';
  if (!settings.label.trim()) return { place: 'none', side };
  if (settings.alignment !== 'side') return { place: 'above', side };
  return { place: 'beside', side, width: settings.auto === false ? percentOf(settings) : undefined };
}
