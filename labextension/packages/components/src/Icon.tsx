/** One of Tabler's icons, which can be clicked. */
import type { Given } from './define';
import { chosen } from './theme/chosen';
import { TablerIcon } from './TablerIcon';
import './Icon.css';

/** `IconShoppingCartPlus` as words. */
export function iconWords(icon: string): string {
  const words = icon
    .replace(/^Icon/, '')
    .replace(/([a-z])([A-Z0-9])|([0-9])([A-Za-z])/g, '$1$3 $2$4')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

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
