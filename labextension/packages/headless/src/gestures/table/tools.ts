/** The tools around the rows: sorting, search, filters, pages, columns, files, saving. */
import type { Column } from '@tooljet/components/pure/Table/columns';
import {
  choicesFor,
  columnOf,
  completeFilters,
  condition,
  conditionsFor,
  filterable,
  firstFilters,
  moveFilter,
  newFilter,
  type Filter,
} from '@tooljet/components/pure/Table/conditions';
import { sizesOffered } from '@tooljet/components/pure/Table/footerText';
import { isRow, truth, words } from '@tooljet/components/pure/Table/guards';
import { columnCalled } from '@tooljet/components/pure/Table/sheetOf';
import { toolsOf } from '@tooljet/components/pure/Table/tools';
import { FILES } from '../../sight/table/toolbar';
import { few, quoted } from '../cannot';
import { pageWanted } from '../paging';
import { refuse, textIn } from '../hand';
import { columnIn, partsOf, type TableHand } from './find';
import { beside } from './pointing';

/** A click on a header. */
export function sort(hand: TableHand): void {
  const { sheet, actions } = partsOf(hand);
  const column = columnIn(hand, sheet);
  if (!hand.given.props.enabledSort || column.type === 'button') refuse(hand, `${column.name} is not for sorting`);
  hand.screen.leave();
  hand.screen.pointer = hand.place;
  actions.sort(column);
}

export function search(hand: TableHand): void {
  const { sheet, actions } = partsOf(hand);
  if (!toolsOf(hand.given.props).search) refuse(hand, 'it has no search');
  beside(hand);
  const text = textIn(hand, 'text');
  if (text !== sheet.search) actions.search(text);
}

function openPanel(hand: TableHand, panel: 'filter' | 'columns' | 'download'): void {
  const { table } = partsOf(hand);
  const tools = toolsOf(hand.given.props);
  if (!tools[panel]) refuse(hand, panel === 'columns' ? 'its columns cannot be chosen' : `it has no ${panel}`);
  beside(hand);
  if (table.panel === panel) return;
  table.panel = panel;
  table.drafts = undefined;
}

/** Opens a tool by its name. */
export function open(hand: TableHand): void {
  const tool = textIn(hand, 'tool');
  if (tool !== 'filter' && tool !== 'columns' && tool !== 'download') {
    return refuse(hand, `it has no tool ${quoted(tool)}; there are: filter, columns, download`);
  }
  openPanel(hand, tool);
}

export function close(hand: TableHand): void {
  partsOf(hand).table.panel = undefined;
}

/** One line of the filters, filled in from the left; every change counts at once. */
export function filter(hand: TableHand): void {
  const { detail } = hand;
  openPanel(hand, 'filter');
  if (detail.clear === true) return change(hand, []);
  const given = Array.isArray(detail.filters) ? detail.filters.filter(isRow) : [detail];
  if (Array.isArray(detail.filters) && given.length === 0) return change(hand, []);
  given.forEach((line, index) => fillLine(hand, Number(line.line ?? index), line));
}

function drafts(hand: TableHand): readonly Filter[] {
  const { sheet, table } = partsOf(hand);
  table.drafts ??= firstFilters(sheet.filters, filterable(sheet.all));
  return table.drafts;
}

function change(hand: TableHand, next: readonly Filter[]): void {
  const { table, actions } = partsOf(hand);
  table.drafts = next;
  actions.filter(completeFilters(next));
}

function fillLine(hand: TableHand, line: number, wanted: Record<string, unknown>): void {
  const { sheet, table } = partsOf(hand);
  const offered = filterable(sheet.all);
  const [first] = offered;
  if (!first) return refuse(hand, 'it has no column to filter by');
  while (drafts(hand).length <= line) table.drafts = [...drafts(hand), newFilter(first)];
  if (wanted.remove === true) return change(hand, drafts(hand).toSpliced(line, 1));
  fillColumn(hand, line, wanted.column, offered);
  fillCondition(hand, line, wanted.condition, offered);
  fillValue(hand, line, wanted, offered);
}

function put(hand: TableHand, line: number, next: Filter): void {
  change(hand, drafts(hand).with(line, next));
}

function fillColumn(hand: TableHand, line: number, wanted: unknown, offered: readonly Column[]): void {
  const now = drafts(hand)[line];
  const column = columnCalled(offered, words(wanted));
  if (!now || wanted === undefined) return;
  if (!column)
    return refuse(hand, `it has no column ${quoted(wanted)}; there are: ${few(offered.map(({ name }) => name))}`);
  if (columnOf(now, offered) !== column) put(hand, line, moveFilter(now, column));
}

function fillCondition(hand: TableHand, line: number, wanted: unknown, offered: readonly Column[]): void {
  const now = drafts(hand)[line];
  if (!now || wanted === undefined) return;
  const conditions = conditionsFor(columnOf(now, offered));
  const found = conditions.find(({ id, label }) => id === wanted || label === wanted);
  if (!found)
    return refuse(
      hand,
      `${quoted(wanted)} is no condition there; there are: ${few(
        conditions.map(({ label }) => label),
        12
      )}`
    );
  if (now.condition !== found.id) put(hand, line, { ...now, condition: found.id });
}

function fillValue(
  hand: TableHand,
  line: number,
  { value: wanted }: Record<string, unknown>,
  offered: readonly Column[]
): void {
  const now = drafts(hand)[line];
  if (!now || wanted === undefined) return;
  if (condition(now.condition).field === 'none') return refuse(hand, 'that condition takes no value');
  const choices = choicesFor(columnOf(now, offered), now.condition);
  const chosen = choices?.find(({ value, label }) => value === words(wanted) || label === wanted);
  if (choices && !chosen)
    return refuse(hand, `${quoted(wanted)} is not among the values: ${few(choices.map(({ label }) => label))}`);
  const value = chosen?.value ?? words(wanted);
  if (words(now.value) !== value) put(hand, line, { ...now, value });
}

/** Forward or back, page by page. */
export function page(hand: TableHand): void {
  const { sheet } = partsOf(hand);
  if (!sheet.paging.enabled) refuse(hand, 'it has no pages');
  const wanted = pageWanted(hand.detail.to, sheet.paging.page);
  const steps = Math.abs(wanted - sheet.paging.page);
  if (!Number.isInteger(wanted) || steps > 10_000) refuse(hand, `there is no page ${quoted(hand.detail.to)}`);
  beside(hand);
  for (let step = 0; step < steps; step += 1) turn(hand, wanted);
}

function turn(hand: TableHand, wanted: number): void {
  const { sheet, actions } = partsOf(hand);
  const { page: now, pages, next, previous } = sheet.paging;
  const by = wanted > now ? 1 : -1;
  if (by > 0 ? !next : !previous) refuse(hand, `there is no page ${wanted}; it is on page ${now} of ${pages}`);
  actions.page(now + by);
}

export function pageSize(hand: TableHand): void {
  const { sheet, actions } = partsOf(hand);
  const { paging } = sheet;
  const size = Number(hand.detail.size);
  if (!paging.enabled || paging.serverSide) refuse(hand, 'its page size cannot be chosen');
  if (!sizesOffered(paging).includes(size))
    refuse(hand, `${size} is not offered; there are: ${sizesOffered(paging).join(', ')}`);
  beside(hand);
  if (size !== paging.size) actions.pageSize(size);
}

/** Shows a column, or hides it. */
export function show(hand: TableHand): void {
  openPanel(hand, 'columns');
  const { sheet, actions } = partsOf(hand);
  const offered = sheet.all.filter(column => !column.pinned);
  const column = columnCalled(offered, words(hand.detail.column));
  if (!column) return refuse(hand, `it has no column ${quoted(hand.detail.column)}`);
  const visible = truth(hand.detail.visible, !column.visible);
  const isLast = !visible && offered.filter(other => other.visible).length === 1;
  if (isLast && column.visible) refuse(hand, 'the last column cannot be hidden');
  if (visible !== column.visible) actions.show(column, visible);
}

export function download(hand: TableHand): void {
  const wanted = hand.detail.file ?? 'csv';
  const file = FILES.find(({ kind, label }) => kind === wanted || label === wanted);
  if (!file) return refuse(hand, `there is no file of the kind ${quoted(wanted)}; there are: csv, xlsx, pdf`);
  openPanel(hand, 'download');
  partsOf(hand).actions.download(file.kind);
  close(hand);
}

function changed(hand: TableHand): void {
  const { sheet } = partsOf(hand);
  if (sheet.changeCount === 0) refuse(hand, 'nothing has been changed');
  if (!hand.given.props.showBulkUpdateActions) refuse(hand, 'it has no buttons for that');
  beside(hand);
}

export function save(hand: TableHand): void {
  changed(hand);
  partsOf(hand).actions.save();
}

export function discard(hand: TableHand): void {
  changed(hand);
  partsOf(hand).actions.discard();
}

/** The button in a table that a search or a filter left empty. */
export function clear(hand: TableHand): void {
  const { sheet, actions } = partsOf(hand);
  if (sheet.count > 0 || (sheet.search === '' && sheet.filters.length === 0))
    refuse(hand, 'it is not empty by a search or a filter');
  beside(hand);
  if (sheet.search !== '') actions.search('');
  if (sheet.filters.length > 0) actions.filter([]);
}
