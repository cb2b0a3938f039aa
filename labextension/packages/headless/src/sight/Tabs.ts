/** Several panes in one place, one shown at a time. */
import { itemsOf, openTab, type TabItem } from '@tooljet/components/pure/tabs/items';
import type { Sight } from './eye';
import { named, seen, when, type Part } from './seen';

function row(items: readonly TabItem[], open: TabItem | undefined): Part[] {
  return items.map(item =>
    named('tab', [item.title], { states: { selected: item.id === open?.id, disabled: when(item.disabled) } })
  );
}

export const Tabs: Sight<'Tabs'> = ({ given, slot }) => {
  const { id, name, props, exposed } = given;
  if (props.disabledState) return [];
  const items = itemsOf(props, exposed);
  const open = openTab(items, exposed.currentTab, props.defaultTab);
  const inside = open && !props.loadingState && !open.loading ? slot(open.id) : [];
  return [
    props.hideTabs ? undefined : seen('tablist', { name, instance: id }, row(items, open)),
    open && seen('tabpanel', { name: open.title }, inside),
  ];
};
