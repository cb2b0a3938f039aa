/** One of Tabler's icons, which can be clicked. */
import type { Given } from './define';
import { iconWords } from './icons/words';
import { chosen } from './theme/chosen';
import { TablerIcon } from './TablerIcon';
import './Icon.css';

export function Icon({ props, fire }: Given<'Icon'>) {
  return (
    <span className={`tj-Icon tj-mod-${props.iconAlign}`}>
      <button
        type="button"
        className={props.loadingState ? 'tj-Icon-button tj-Waits' : 'tj-Icon-button'}
        style={{ color: chosen('icon', props.iconColor, 'var(--tj-muted)') }}
        disabled={props.disabledState || props.loadingState}
        aria-busy={props.loadingState || undefined}
        aria-label={props.tooltip || iconWords(props.icon)}
        onClick={() => fire('onClick')}
        onPointerEnter={() => fire('onHover')}
      >
        <TablerIcon name={props.icon} size="100%" stroke={1.5} />
      </button>
    </span>
  );
}
