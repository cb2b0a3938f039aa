/** A push button. */
import type { CSSProperties } from 'react';
import { press } from './button/press';
import type { Given } from './define';
import { chosen, pixels } from './theme/chosen';
import { inkOn } from './theme/ink';
import { TablerIcon } from './TablerIcon';
import './Button.css';

const weights: Record<string, string> = { normal: '400', medium: '500', bold: '600', lighter: '300', bolder: '700' };

/** The tone of a message is too light to fill a button in the dark. */
const fills: Record<string, string> = {
  'var(--tj-danger)': 'var(--tj-danger-fill)',
  'var(--cc-error-systemStatus)': 'var(--tj-danger-fill)',
};

function groundOf(colour: string): string | undefined {
  const ground = chosen('brand', colour, 'var(--tj-brand)');
  return ground && (fills[ground] ?? ground);
}

/** What the builder chose; letters on a chosen ground stay readable when only the ground was chosen. */
function look(props: Given<'Button'>['props']): CSSProperties {
  const solid = props.type !== 'outline';
  const ground = solid ? groundOf(props.backgroundColor) : undefined;
  const ink = chosen('on-brand', props.textColor, 'var(--tj-on-brand)') ?? (ground && inkOn(ground));
  return {
    '--tj-button-ground': ground,
    '--tj-button-hover': solid ? chosen('brand', props.hoverBackgroundColor, 'var(--tj-brand-hover)') : undefined,
    '--tj-button-ink': ink,
    '--tj-button-icon': chosen('on-brand', props.iconColor, 'var(--tj-on-brand)'),
    '--tj-button-loader': chosen('on-brand', props.loaderColor, 'var(--tj-on-brand)'),
    '--tj-button-edge': chosen(solid ? 'brand' : 'border', props.borderColor, 'var(--tj-border-strong)'),
    '--tj-button-radius': pixels(props.borderRadius),
    '--tj-button-size': pixels(props.textSize),
    '--tj-button-weight': weights[props.fontWeight],
  };
}

function classes(props: Given<'Button'>['props']): string {
  const kind = props.type === 'outline' ? 'tj-mod-outline' : 'tj-mod-primary';
  const names = ['tj-Button', kind, `tj-mod-${props.contentAlignment ?? 'center'}`];
  if (groundOf(props.backgroundColor)) names.push('tj-mod-coloured');
  if (props.direction === 'right') names.push('tj-mod-icon-right');
  if (props.loadingState) names.push('tj-mod-loading');
  return names.join(' ');
}

export function Button({ name, props, fire }: Given<'Button'>) {
  const waits = props.loadingState;
  const icon = props.iconVisibility && props.icon;
  return (
    <button
      type="button"
      className={classes(props)}
      style={look(props)}
      disabled={props.disabledState}
      aria-disabled={waits || undefined}
      aria-busy={waits || undefined}
      aria-label={props.text.trim() ? undefined : name}
      onClick={() => press(props, fire)}
      onPointerEnter={() => fire('onHover')}
    >
      <span className="tj-Button-content">
        {icon && <TablerIcon className="tj-Button-icon" name={icon} size={16} />}
        {props.text && <span className="tj-Button-words">{props.text}</span>}
      </span>
      {waits && <span className="tj-Spinner tj-Button-spinner" />}
    </button>
  );
}
