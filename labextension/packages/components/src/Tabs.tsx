/** Several panes in one place, one shown at a time; arrows move between the tabs. */
import { useId, type CSSProperties, type KeyboardEvent } from 'react';
import type { Given } from './define';
import { TablerIcon } from './TablerIcon';
import { itemsOf, openTab, switchTab, tabForKey, type TabItem } from './tabs/items';
import { chosen, pixels } from './theme/chosen';
import './Tabs.css';

type Props = Given<'Tabs'>['props'];

export function Tabs({ name, props, exposed, fire, set, slot }: Given<'Tabs'>) {
  const id = useId();
  const items = itemsOf(props, exposed);
  const open = openTab(items, exposed.currentTab, props.defaultTab);

  const choose = (item: TabItem) => switchTab({ set, fire }, item, open);

  const drawn = props.renderOnlyActiveTab ? items.filter(item => item.id === open?.id) : items;
  return (
    <div
      className={classes(props)}
      style={look(props)}
      inert={props.disabledState}
      aria-busy={props.loadingState || undefined}
    >
      {!props.hideTabs && <Row id={id} label={name} items={items} open={open} choose={choose} />}
      {drawn.map(item => (
        <div
          key={item.id}
          role="tabpanel"
          id={`${id}-panel-${item.id}`}
          aria-labelledby={props.hideTabs ? undefined : `${id}-tab-${item.id}`}
          aria-label={props.hideTabs ? item.title : undefined}
          hidden={item.id !== open?.id}
          className={props.transition === 'slide' ? 'tj-Tabs-panel tj-mod-slide' : 'tj-Tabs-panel'}
          style={{ background: chosen('ground', item.ground, 'var(--tj-surface)') }}
        >
          {props.loadingState || item.loading ? <Waiting /> : slot(item.id)}
        </div>
      ))}
    </div>
  );
}

function classes(props: Props): string {
  const names = ['tj-Tabs', `tj-mod-${props.tabWidth}`];
  if (props.dynamicHeight) names.push('tj-mod-grows');
  if (props.disabledState) names.push('tj-mod-disabled');
  return names.join(' ');
}

function look(props: Props): CSSProperties {
  const accent = chosen('brand', props.accent, 'var(--tj-brand)') ?? chosen('brand', props.highlightColor, '');
  return {
    '--tj-box-edge': chosen('border', props.border, 'var(--tj-border)'),
    '--tj-box-radius': pixels(props.borderRadius),
    '--tj-tabs-head': chosen('ground', props.headerBackground, 'transparent'),
    '--tj-tabs-line': chosen('border', props.divider, 'var(--tj-border)'),
    '--tj-tabs-text': chosen('text', props.unselectedText, 'var(--tj-muted)'),
    '--tj-tabs-open': chosen('text', props.selectedText, 'var(--tj-text)'),
    '--tj-tabs-hover': chosen('ground', props.hoverBackground, 'var(--tj-brand-soft)'),
    '--tj-tabs-icon': chosen('icon', props.unselectedIcon, 'var(--tj-muted)'),
    '--tj-tabs-icon-open': chosen('icon', props.selectedIcon, 'var(--tj-brand)'),
    '--tj-tabs-accent': accent,
  };
}

interface RowProps {
  id: string;
  label: string;
  items: TabItem[];
  open: TabItem | undefined;
  choose(item: TabItem): void;
}

function Row({ id, label, items, open, choose }: RowProps) {
  function move(event: KeyboardEvent<HTMLDivElement>) {
    const to = open && tabForKey(items, open.id, event.key);
    if (!to) return;
    event.preventDefault();
    choose(to);
    event.currentTarget.querySelector<HTMLElement>(`[id="${CSS.escape(`${id}-tab-${to.id}`)}"]`)?.focus();
  }
  return (
    <div role="tablist" aria-label={label} className="tj-Tabs-row" onKeyDown={move}>
      {items.map(item => (
        <button
          key={item.id}
          type="button"
          role="tab"
          id={`${id}-tab-${item.id}`}
          aria-selected={item.id === open?.id}
          aria-controls={`${id}-panel-${item.id}`}
          tabIndex={item.id === open?.id ? 0 : -1}
          disabled={item.disabled}
          className="tj-Tabs-tab"
          onClick={() => choose(item)}
        >
          {item.loading ? <span className="tj-Spinner" /> : item.icon && <TablerIcon name={item.icon} size={16} />}
          <span>{item.title}</span>
        </button>
      ))}
    </div>
  );
}

function Waiting() {
  return (
    <div className="tj-Tabs-waiting" aria-hidden>
      {[40, 90, 70].map(width => (
        <i key={width} className="tj-Skeleton" style={{ width: `${width}%` }} />
      ))}
    </div>
  );
}
