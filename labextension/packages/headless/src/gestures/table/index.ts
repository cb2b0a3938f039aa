/** Everything a person does with a table. */
import type { Doings } from '../hand';
import { hasFailed, retryAt, unfold } from '../supply';
import { keyIn } from '../text';
import { add } from './add';
import { edit } from './edit';
import { partsOf, type TableHand } from './find';
import { click, follow, hover, select, selectAll } from './rows';
import { clear, close, discard, download, filter, open, page, pageSize, save, search, show, sort } from './tools';

/** Escape leaves an editor or a panel. */
function press(hand: TableHand): void {
  const { table } = partsOf(hand);
  if (keyIn(hand) !== 'Escape') return;
  table.edit = undefined;
  table.panel = undefined;
}

function hasRows({ given }: TableHand): boolean {
  return (given.props.data ?? []).length > 0;
}

export const Table: Doings<'Table'> = {
  click,
  hover,
  select,
  selectAll,
  follow,
  edit,
  sort,
  search,
  filter,
  page,
  pageSize,
  show,
  download,
  save,
  discard,
  clear,
  add,
  open,
  close,
  press,
  set: edit,
  retry: hand => retryAt(hand, { has: hasRows(hand) }),
  unfold: hand => unfold(hand, hasFailed(hand, hasRows(hand))),
};
