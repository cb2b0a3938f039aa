/** A thin line between groups, with words in it when wanted. */
import type { CSSProperties } from 'react';
import type { Given } from './define';
import { chosen, pixels } from './theme/chosen';
import './Divider.css';

export function Divider({ props }: Given<'Divider'>) {
  const look: CSSProperties = {
    '--tj-divider-line': chosen('border', props.dividerColor, 'var(--tj-border)'),
    '--tj-divider-style': props.dividerStyle,
    '--tj-divider-thickness': pixels(props.thickness),
    '--tj-divider-ink': chosen('text', props.labelColor, 'var(--tj-muted)'),
  };
  const label = props.label?.trim();
  return (
    <div
      className={`tj-Divider tj-mod-${props.labelAlignment}`}
      style={look}
      role="separator"
      aria-label={label || undefined}
    >
      {label && <span>{label}</span>}
    </div>
  );
}
