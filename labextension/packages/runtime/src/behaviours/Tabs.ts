/** Tabs: one of several pages of components. */
import { asBoolean, asList } from '../coerce';
import { isRecord } from '../equal';
import type { Instance } from '../instance';
import { asText } from '../template';
import type { Behaviour } from './behaviour';

interface Tab {
  id: string;
  title: string;
  [key: string]: unknown;
}

/** The tabs as they are now: those of the builder, with what actions changed. */
function tabsOf(self: Instance): Tab[] {
  const list = asList(self.prop(self.prop('useDynamicOptions') === true ? 'tabs' : 'tabItems')) ?? [];
  const changes = self.get('$changes');
  return list.filter(isRecord).map((tab, index): Tab => {
    const id = asText(tab['id'] ?? index);
    const changed = isRecord(changes) ? changes[id] : undefined;
    const disable = asBoolean(tab['disable'] ?? tab['disabled']);
    const visible = tab['visible'] === undefined || asBoolean(tab['visible']);
    const own = { disable, visible, loading: asBoolean(tab['loading']) };
    return { ...tab, ...own, ...(isRecord(changed) && changed), id, title: asText(tab['title']) };
  });
}

function shownTabs(self: Instance): Tab[] {
  const tabs = self.get('tabs');
  return Array.isArray(tabs) ? tabs : [];
}

function firstTab(self: Instance): string | null {
  const wanted = asText(self.prop('defaultTab'));
  const tabs = tabsOf(self).filter(tab => tab['visible'] !== false);
  const found = tabs.find(tab => tab.id === wanted || tab.title === wanted) ?? tabs[0];
  return found?.id ?? null;
}

function setFlag(key: string) {
  return (self: Instance, tab: unknown, value: unknown = true): void => {
    const before = self.get('$changes');
    const all = isRecord(before) ? before : {};
    const id = asText(tab);
    const own = isRecord(all[id]) ? all[id] : {};
    self.put('$changes', { ...all, [id]: { ...own, [key]: asBoolean(value) } });
  };
}

export const Tabs: Behaviour = {
  state: { currentTab: self => firstTab(self), $changes: () => ({}) },
  derived: {
    tabs: self => tabsOf(self),
    currentTabTitle: self => shownTabs(self).find(tab => tab.id === asText(self.get('currentTab')))?.title ?? '',
  },
  adopt: (_self, values) => ('currentTab' in values ? { ...values, currentTab: asText(values['currentTab']) } : values),
  actions: {
    setTab: (self, tab) => {
      const id = asText(tab);
      if (id === self.get('currentTab') || !shownTabs(self).some(other => other.id === id)) return;
      self.put('currentTab', id);
      self.fire('onTabSwitch');
    },
    setTabDisable: setFlag('disable'),
    setTabLoading: setFlag('loading'),
    setTabVisibility: setFlag('visible'),
  },
};
