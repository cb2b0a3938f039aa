/** The tabs of a Tabs component, from its list, from an expression, or as the runtime has them after actions. */
import type { Speaks } from '../field/said';
import { inner } from '../inner';
import { isRow, rowsOf, truth, words, type Row } from '../Table/guards';

/** One tab as it is drawn. */
export interface TabItem {
  id: string;
  title: string;
  icon: string;
  disabled: boolean;
  loading: boolean;
  ground: string;
}

/** Exports write switches as `{value: x}`. */
function plainOf(value: unknown): unknown {
  return isRow(value) && 'value' in value ? value.value : value;
}

/** The tabs of a component: the runtime knows what component actions changed about them. */
export function itemsOf(
  props: { useDynamicOptions: boolean; tabs: unknown; tabItems: unknown },
  exposed: object
): TabItem[] {
  return tabItems(inner(exposed, 'tabs') ?? (props.useDynamicOptions ? props.tabs : props.tabItems));
}

/** A person goes to a tab. */
export function switchTab({ set, fire }: Speaks, item: TabItem, open: TabItem | undefined): void {
  if (item.disabled || item.id === open?.id) return;
  set({ currentTab: item.id });
  fire('onTabSwitch');
}

/** The visible tabs in order. */
export function tabItems(list: unknown): TabItem[] {
  return rowsOf(list)
    .map((item, index) => ({ item, id: words(plainOf(item.id), String(index)) }))
    .filter(({ item }) => truth(plainOf(item.visible), true))
    .map(({ item, id }) => tab(item, id));
}

function tab(item: Row, id: string): TabItem {
  return {
    id,
    title: words(plainOf(item.title)),
    icon: truth(plainOf(item.iconVisibility), false) ? words(plainOf(item.icon)) : '',
    disabled: truth(plainOf(item.disable ?? item.disabled), false),
    loading: truth(plainOf(item.loading), false),
    ground: words(plainOf(item.fieldBackgroundColor ?? item.backgroundColor)),
  };
}

/** The tab that is open: the current one if it can be, else the first that can. */
export function openTab(items: readonly TabItem[], current: unknown, first: unknown): TabItem | undefined {
  const usable = (id: unknown) => items.find(item => item.id === words(id) && !item.disabled);
  return usable(current) ?? usable(first) ?? items.find(item => !item.disabled) ?? items[0];
}

/** The tab a key leads to from the one that has the focus; disabled ones are passed over. */
export function tabForKey(items: readonly TabItem[], from: string, key: string): TabItem | undefined {
  const open = items.filter(item => !item.disabled);
  const at = open.findIndex(item => item.id === from);
  if (key === 'ArrowRight') return open[(at + 1) % open.length];
  if (key === 'ArrowLeft') return open[(at - 1 + open.length) % open.length];
  if (key === 'Home') return open[0];
  return key === 'End' ? open.at(-1) : undefined;
}
