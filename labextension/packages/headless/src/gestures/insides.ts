/** What of a component's inside is drawn, and what stands between a person and the rest. */
import { inner } from '@tooljet/components/pure/inner';
import { lifeOf } from '@tooljet/components/pure/supply/life';
import { itemsOf, openTab } from '@tooljet/components/pure/tabs/items';
import type { Given } from '@tooljet/components/pure/define';
import type { Name } from '@tooljet/schema';
import type { World } from '../world';
import { givenAt, type Spot } from './scene';

/** One slot that is drawn; `row` where it is drawn once for each row. */
export interface Inside {
  slot: string;
  row?: number;
}

/** The components that hold others. */
type Holder = 'Container' | 'Form' | 'ModalV2' | 'Tabs' | 'Listview';

interface Holding<N extends Name> {
  /** The slots that are drawn. */
  drawn(given: Given<N>): Inside[];
  /** Why a person does not get to a slot; undefined where nothing is in the way. */
  barrier(given: Given<N>, slot: string): string | undefined;
}

function slots(...names: (string | false)[]): Inside[] {
  return names.filter(name => name !== false).map(slot => ({ slot }));
}

function stopped({
  name,
  props,
}: {
  name: string;
  props: { disabledState: boolean; loadingState: boolean };
}): string | undefined {
  if (props.loadingState) return `${name} is loading`;
  return props.disabledState ? `${name} is disabled` : undefined;
}

function unshown(name: string, slot: string, props: { showHeader: boolean; showFooter?: boolean }): string | undefined {
  if (slot === 'header' && !props.showHeader) return `the header of ${name} is not shown`;
  return slot === 'footer' && props.showFooter === false ? `the footer of ${name} is not shown` : undefined;
}

const Container: Holding<'Container'> = {
  drawn: ({ props }) => (props.loadingState ? [] : slots(props.showHeader && 'header', '')),
  barrier: (given, slot) => stopped(given) ?? unshown(given.name, slot, given.props),
};

const Form: Holding<'Form'> = {
  drawn: ({ props }) =>
    props.loadingState ? [] : slots(props.showHeader && 'header', '', props.showFooter && 'footer'),
  barrier: (given, slot) => stopped(given) ?? unshown(given.name, slot, given.props),
};

/** Whether what is in a dialog may not be used. */
export function isModalDisabled({ exposed, props }: Given<'ModalV2'>): boolean {
  return exposed.isDisabledModal ?? props.disabledModal;
}

const ModalV2: Holding<'ModalV2'> = {
  drawn: ({ props, exposed }) =>
    exposed.show !== true || props.loadingState
      ? []
      : slots(props.showHeader && 'header', '', props.showFooter && 'footer'),
  barrier(given, slot) {
    const { name, props, exposed } = given;
    if (exposed.show !== true) return `the dialog ${name} is closed`;
    if (props.loadingState) return `${name} is loading`;
    return isModalDisabled(given) ? `${name} is disabled` : unshown(name, slot, props);
  },
};

const Tabs: Holding<'Tabs'> = {
  drawn({ props, exposed }) {
    const items = itemsOf(props, exposed);
    const open = openTab(items, exposed.currentTab, props.defaultTab);
    const drawn = props.renderOnlyActiveTab ? items.filter(item => item.id === open?.id) : items;
    return props.loadingState ? [] : drawn.filter(item => !item.loading).map(item => ({ slot: item.id }));
  },
  barrier(given, slot) {
    const { name, props, exposed } = given;
    const items = itemsOf(props, exposed);
    const open = openTab(items, exposed.currentTab, props.defaultTab);
    const item = items.find(({ id }) => id === slot);
    if (!item) return `${name} shows no tab for it`;
    if (item.id !== open?.id) return `the tab ${item.title} of ${name} is not open`;
    return item.loading ? `the tab ${item.title} of ${name} is loading` : stopped(given);
  },
};

const Listview: Holding<'Listview'> = {
  drawn({ props, exposed, rows }) {
    const life = lifeOf(exposed, { has: (rows?.count ?? 0) > 0, loadingState: props.loadingState });
    if (!rows || life.stage !== 'there') return [];
    return Array.from({ length: rows.count }, (_, offset) => ({ slot: '', row: rows.from + offset }));
  },
  barrier: ({ name, props }) => (props.disabledState ? `${name} is disabled` : undefined),
};

const holdings: { [N in Holder]: Holding<N> } = { Container, Form, ModalV2, Tabs, Listview };

function isHolder(type: string): type is Holder {
  return Object.hasOwn(holdings, type);
}

/** What is drawn inside a component. */
export function insidesOf(world: World, spot: Spot): Inside[] {
  const { type } = spot.component;
  if (!isHolder(type)) return [];
  // Which holding belongs to which props is known by the name; TypeScript loses that between the two look-ups.
  const holding = holdings[type] as Holding<Name>;
  return holding.drawn(givenAt<Name>(world, spot));
}

/** What stands between a person and a slot of a component. */
export function barrierTo(world: World, spot: Spot, slot: string): string | undefined {
  const { type, name } = spot.component;
  if (!isHolder(type)) return `${name} shows nothing inside`;
  const holding = holdings[type] as Holding<Name>;
  return holding.barrier(givenAt<Name>(world, spot), slot);
}

/** How often one tried to send a form. */
export function attemptsOf(exposed: object): number {
  return Number(inner(exposed, 'attempts') ?? 0);
}
