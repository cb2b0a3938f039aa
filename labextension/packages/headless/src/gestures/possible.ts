/** Every gesture a person could make now, with what its detail may hold: for a fuzzer, and for messages. */
import { choices } from '@tooljet/components/pure/choice/choices';
import { isNothing, LIMIT } from '@tooljet/components/pure/choice/words';
import { sourceOf } from '@tooljet/components/pure/image/source';
import { pagesOf } from '@tooljet/components/pure/list/pick';
import { linksOf } from '@tooljet/components/pure/page/links';
import type { Given } from '@tooljet/components/pure/define';
import { itemsOf, openTab } from '@tooljet/components/pure/tabs/items';
import { disabled, loading } from '@tooljet/components/pure/page/flags';
import { madeFields } from '@tooljet/components/pure/form/fields';
import type { Name } from '@tooljet/schema';
import type { World } from '../world';
import { CannotDo } from './cannot';
import { drawnSpots } from './draw';
import { ALERTS, PAGE, QUESTION } from './page';
import type { Kind } from './kinds';
import { reach } from './reach';
import { isKnown } from './registry';
import { givenAt, instanceAt, type Spot } from './scene';
import { screenOf, type Local } from './screen';
import { STILL } from './still';
import { offersOfTable } from './table/possible';

/** What one entry of a gesture's detail may be. */
export type Choice = { type: 'text' | 'number' | 'boolean' | 'date' | 'json' } | { choices: unknown[] };

export interface Possible {
  target: string;
  kind: Kind;
  detail: Record<string, Choice>;
}

/** A gesture of a component, before it has a name. */
export type Offer = Omit<Possible, 'target'>;

const TEXT: Choice = { type: 'text' };
const NUMBER: Choice = { type: 'number' };

export function offer(kind: Kind, detail: Record<string, Choice> = {}): Offer {
  return { kind, detail };
}

/** An offer for which something has to be true. */
export function offerIf(condition: boolean, kind: Kind, detail: Record<string, Choice> = {}): Offer[] {
  return condition ? [offer(kind, detail)] : [];
}

type Offers<N extends Name> = (given: Given<N>, local: Local) => Offer[];

const keys = (...names: string[]): Record<string, Choice> => ({ key: { choices: names } });

const textField = [offer('set', { value: TEXT }), offer('type', { text: TEXT }), offer('press', keys('Enter'))];
const toggles = [offer('click'), offer('set', { value: { type: 'boolean' } })];

function optionsOf(props: Given<'DropdownV2' | 'MultiselectV2'>['props']): unknown[] {
  if (props.optionsLoadingState) return [];
  return choices(props)
    .filter(choice => !choice.disabled)
    .slice(0, LIMIT)
    .map(choice => choice.value);
}

function menu(props: Given<'DropdownV2' | 'MultiselectV2'>['props'], isFilled: boolean): Offer[] {
  const options = optionsOf(props);
  return [
    ...offerIf(options.length > 0, 'choose', { option: { choices: options } }),
    ...offerIf(props.showClearBtn && isFilled, 'clear'),
    ...offerIf(props.showSearchInput, 'search', { text: TEXT }),
  ];
}

const offers: { [N in Name]: Offers<N> } = {
  Button: () => [offer('click')],
  Chart: () => [],
  Checkbox: () => toggles,
  Container: () => [],
  DatePickerV2: ({ props, exposed }) => [
    offer('set', { value: { type: 'date' } }),
    offer('type', { text: TEXT }),
    ...offerIf(props.showClearBtn && !isNothing(exposed.value), 'clear'),
  ],
  Divider: () => [],
  DropdownV2: ({ props, exposed }) => menu(props, !isNothing(exposed.value)),
  Form: ({ props }) =>
    madeFields(props)
      .filter(({ type }) => type !== 'Text')
      .map(({ name, type }) =>
        offer('set', { field: { choices: [name] }, value: type === 'NumberInput' ? NUMBER : TEXT })
      ),
  Html: () => [],
  Icon: () => [offer('click')],
  Image: ({ props, exposed }) =>
    sourceOf(exposed.imageURL ?? props.source, props) === ''
      ? []
      : [
          offer('click'),
          ...offerIf(props.zoomButtons, 'zoom', { by: { choices: [1] } }),
          ...offerIf(props.rotateButton, 'rotate'),
        ],
  Link: () => [offer('click')],
  Listview: ({ props, exposed, rows }) => [
    ...offerIf((rows?.count ?? 0) > 0, 'click', { row: { choices: rowsFrom(rows?.from ?? 0, rows?.count ?? 0) } }),
    ...turns(pagesOf(exposed, rows?.total ?? 0, props.rowsPerPage), props.enablePagination),
  ],
  ModalV2: ({ props, exposed }) =>
    exposed.show === true
      ? [
          ...offerIf(!props.hideCloseButton, 'close'),
          ...offerIf(props.hideOnEsc, 'press', keys('Escape')),
          ...offerIf(props.closeOnClickingOutside, 'click', { outside: { choices: [true] } }),
        ]
      : offerIf(hasTrigger(props, exposed), 'open'),
  MultiselectV2: ({ props, exposed }) => [
    ...menu(props, (exposed.values ?? []).length > 0),
    ...offerIf(props.showAllOption && optionsOf(props).length > 0, 'chooseAll'),
  ],
  NumberInput: ({ props, exposed }) => [
    offer('set', { value: NUMBER }),
    offer('press', keys('Enter', 'ArrowUp', 'ArrowDown')),
    ...offerIf(!props.disableStepControls, 'step', { by: { choices: [1, -1] } }),
    ...offerIf(props.showClearBtn && exposed.value !== null, 'clear'),
  ],
  Statistics: () => [offer('click')],
  Table: offersOfTable,
  Tabs({ props, exposed }) {
    const items = itemsOf(props, exposed);
    const open = openTab(items, exposed.currentTab, props.defaultTab);
    const others = items.filter(item => !item.disabled && item.id !== open?.id);
    return offerIf(!props.hideTabs && others.length > 0, 'choose', { tab: { choices: others.map(({ id }) => id) } });
  },
  Text: () => [offer('click')],
  TextArea: () => textField,
  TextInput: ({ props, exposed }) => [
    ...textField,
    ...offerIf(props.showClearBtn && !isNothing(exposed.value), 'clear'),
  ],
  ToggleSwitch: () => toggles,
  ToggleSwitchV2: () => toggles,
};

/** The pages beside the one that is shown. */
function turns({ page, pages }: { page: number; pages: number }, enabled: boolean): Offer[] {
  const beside = [...(page < pages ? ['next'] : []), ...(page > 1 ? ['previous'] : [])];
  return offerIf(enabled && beside.length > 0, 'page', { to: { choices: beside } });
}

function hasTrigger(props: Given<'ModalV2'>['props'], exposed: Given<'ModalV2'>['exposed']): boolean {
  if (!props.useDefaultButton || exposed.isVisible === false) return false;
  return !(exposed.isDisabledTrigger ?? props.disabledTrigger);
}

export function rowsFrom(from: number, count: number): number[] {
  return Array.from({ length: count }, (_, offset) => from + offset);
}

/** Everything a person could do now. */
export function gestures(world: World): Possible[] {
  const around = [...ofQuestion(world), ...ofAlerts(world)];
  if (world.question !== null) return around;
  return [...around, ...ofPages(world), ...drawnSpots(world).flatMap(spot => ofSpot(world, spot))];
}

function ofQuestion({ question }: World): Possible[] {
  if (question === null) return [];
  return [{ target: QUESTION, kind: 'answer', detail: { yes: { type: 'boolean' } } }];
}

function ofAlerts({ alerts }: World): Possible[] {
  if (alerts.length === 0) return [];
  return [{ target: ALERTS, kind: 'dismiss', detail: { place: { choices: rowsFrom(0, alerts.length) } } }];
}

function ofPages(world: World): Possible[] {
  const { page } = world.mirror;
  const others = linksOf(page).filter(link => !link.disabled && link.id !== page?.id);
  if (others.length === 0 || screenOf(world).dialogs.length > 0) return [];
  return [{ target: PAGE, kind: 'click', detail: { page: { choices: others.map(({ handle }) => handle) } } }];
}

function ofSpot(world: World, spot: Spot): Possible[] {
  const { type, name } = spot.component;
  const target = spot.rows === '' ? name : `${name}@${spot.rows}`;
  if (!isKnown(type) || !isReached(world, target) || isStill(world, spot)) return [];
  // Which offers belong to which given is known by the name; TypeScript loses that between the two look-ups.
  const make = offers[type] as Offers<Name>;
  const local = screenOf(world).local(spot.key);
  return make(givenAt<Name>(world, spot), local).map(made => ({ target, ...made }));
}

function isReached(world: World, target: string): boolean {
  try {
    reach(world, target, 'click');
    return true;
  } catch (error) {
    if (error instanceof CannotDo) return false;
    throw error;
  }
}

function isStill(world: World, spot: Spot): boolean {
  const instance = instanceAt(world, spot);
  if (!instance) return true;
  return disabled(instance) || (STILL.has(spot.component.type) && loading(instance));
}
