/** What holds other components: dialogs, tabs, lists, forms with fields of their own. */
import { madeFields } from '@tooljet/components/pure/form/fields';
import { setInner } from '@tooljet/components/pure/inner';
import { pagesOf, pick } from '@tooljet/components/pure/list/pick';
import { ask } from '@tooljet/components/pure/modal/ask';
import { itemsOf, openTab, switchTab, type TabItem } from '@tooljet/components/pure/tabs/items';
import type { Name } from '@tooljet/schema';
import { few, quoted } from './cannot';
import { refuse, visit, type Doings, type Hand } from './hand';
import { madeGiven, madeLocal } from './made';
import { pageWanted } from './paging';
import { doingsOf } from './registry';
import { hasFailed, retryAt, unfold } from './supply';
import { keyIn } from './text';

type ModalHand = Hand<'ModalV2'>;

function openModal(hand: ModalHand): void {
  const { props, exposed } = hand.given;
  if (!props.useDefaultButton || exposed.isVisible === false) refuse(hand, 'it has no button of its own');
  if (exposed.isDisabledTrigger ?? props.disabledTrigger) refuse(hand, 'its button is disabled');
  visit(hand);
  ask(hand.given, true);
}

function opened(hand: ModalHand): void {
  if (hand.given.exposed.show !== true) refuse(hand, 'it is not open');
}

function closeModal(hand: ModalHand): void {
  opened(hand);
  if (hand.given.props.hideCloseButton) refuse(hand, 'it has no button to close it');
  hand.screen.leave();
  ask(hand.given, false);
}

function escape(hand: ModalHand): void {
  opened(hand);
  if (keyIn(hand) !== 'Escape') return;
  if (!hand.given.props.hideOnEsc) refuse(hand, 'Escape does not close it');
  ask(hand.given, false);
}

/** A click beside the dialog. */
function outside(hand: ModalHand): void {
  opened(hand);
  if (!hand.given.props.closeOnClickingOutside) refuse(hand, 'a click beside it does not close it');
  hand.screen.leave();
  ask(hand.given, false);
}

export const ModalV2: Doings<'ModalV2'> = {
  open: openModal,
  click: hand => (hand.detail.outside === true ? outside(hand) : openModal(hand)),
  close: closeModal,
  press: escape,
};

function tabWanted(hand: Hand<'Tabs'>): TabItem {
  const { props, exposed } = hand.given;
  const items = itemsOf(props, exposed);
  const wanted = hand.detail.tab ?? hand.detail.value ?? hand.detail.option;
  const found = items.find(({ id }) => id === String(wanted)) ?? items.find(({ title }) => title === wanted);
  const titles = items.map(({ title }) => title);
  if (props.hideTabs) return refuse(hand, 'its tabs are not shown');
  if (!found) return refuse(hand, `it has no tab ${quoted(wanted)}; there are: ${few(titles)}`);
  return found.disabled ? refuse(hand, `the tab ${found.title} is disabled`) : found;
}

function chooseTab(hand: Hand<'Tabs'>): void {
  const item = tabWanted(hand);
  const { props, exposed } = hand.given;
  visit(hand);
  switchTab(hand.given, item, openTab(itemsOf(props, exposed), exposed.currentTab, props.defaultTab));
}

export const Tabs: Doings<'Tabs'> = { choose: chooseTab, click: chooseTab, set: chooseTab };

function clickRow(hand: Hand<'Listview'>): void {
  const { from = 0, count = 0 } = hand.given.rows ?? {};
  const row = Number(hand.detail.row);
  if (!(row >= from && row < from + count)) {
    refuse(
      hand,
      count === 0
        ? 'it has no rows'
        : `there is no row ${row} on this page; its rows are ${from} to ${from + count - 1}`
    );
  }
  hand.screen.leave();
  pick(hand.given, row);
}

function turnPage(hand: Hand<'Listview'>): void {
  const { props, exposed, rows } = hand.given;
  const { page, pages } = pagesOf(exposed, rows?.total ?? 0, props.rowsPerPage);
  if (!props.enablePagination || (rows?.total ?? 0) <= props.rowsPerPage) refuse(hand, 'it has one page');
  const to = pageWanted(hand.detail.to, page);
  if (Math.abs(to - page) !== 1) refuse(hand, 'one page at a time');
  if (to < 1 || to > pages) refuse(hand, `there is no page ${to}; it has ${pages}`);
  hand.screen.leave();
  setInner(hand.given, { pageIndex: to });
}

function hasRows({ given }: Hand<'Listview'>): boolean {
  return (given.rows?.count ?? 0) > 0;
}

export const Listview: Doings<'Listview'> = {
  click: clickRow,
  page: turnPage,
  retry: hand => retryAt(hand, { has: hasRows(hand) }),
  unfold: hand => unfold(hand, hasFailed(hand, hasRows(hand))),
};

/** Does something with a field that the form made itself. */
function withMade(hand: Hand<'Form'>): void {
  const fields = madeFields(hand.given.props);
  const wanted = hand.detail.field;
  const field = fields.find(({ name }) => name === wanted) ?? fields.find(({ props }) => props.label === wanted);
  const { made } = hand.local;
  if (!field || !made) {
    return refuse(hand, `it has made no field ${quoted(wanted)}; there are: ${few(fields.map(({ name }) => name))}`);
  }
  const inner: Hand<Name> = {
    ...hand,
    given: madeGiven<Name>(hand.given, hand.local, field, made),
    local: madeLocal(hand.local, field.name),
    place: `${hand.place}/${field.name}`,
    target: `${hand.target}.${field.name}`,
  };
  const doing = doingsOf(field.type)[hand.kind];
  if (!doing) return refuse(inner, `a ${field.type} knows no such gesture`);
  doing(inner);
}

export const Form: Doings<'Form'> = {
  set: withMade,
  type: withMade,
  press: withMade,
  click: withMade,
  choose: withMade,
  chooseAll: withMade,
  clear: withMade,
  step: withMade,
  open: withMade,
  close: withMade,
  search: withMade,
  page: withMade,
  focus: withMade,
  blur: withMade,
};
