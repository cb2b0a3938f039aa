/** Words that lead to an address; the host opens it, because a frame may not. */
import type { MouseEvent } from 'react';
import { openable } from './address';
import type { Given } from './define';
import { follow } from './link/follow';
import { TablerIcon } from './TablerIcon';
import { chosen, pixels } from './theme/chosen';
import './Link.css';

const places = { left: 'flex-start', top: 'flex-start', center: 'center', right: 'flex-end', bottom: 'flex-end' };

export function Link({ name, props, fire, act }: Given<'Link'>) {
  const url = openable(props.linkTarget ?? '');
  const still = props.disabledState || props.loadingState;
  const open = (event: MouseEvent) => {
    event.preventDefault();
    follow(props, { fire, act }, event.ctrlKey || event.metaKey || event.button === 1);
  };
  const place = { justifyContent: places[props.horizontalAlignment], alignItems: places[props.verticalAlignment] };
  return (
    <span className="tj-Link" style={place}>
      <a
        className={`tj-Link-words tj-mod-${props.underline} ${still ? 'tj-mod-disabled' : ''} ${props.loadingState ? 'tj-Waits' : ''}`}
        style={{ color: chosen('brand', props.textColor, 'var(--tj-brand)'), fontSize: pixels(props.textSize) }}
        // Without an address it is still reached by the keyboard: its click event may do something.
        href={url ?? '#'}
        rel="noopener noreferrer"
        aria-disabled={still || undefined}
        aria-busy={props.loadingState || undefined}
        onClick={open}
        onAuxClick={open}
        onPointerEnter={() => fire('onHover')}
      >
        {props.iconVisibility && props.icon && <TablerIcon name={props.icon} size={16} />}
        <span>{props.linkText || name}</span>
      </a>
    </span>
  );
}
