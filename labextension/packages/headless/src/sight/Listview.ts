/** The same components for every row. */
import { pagesOf } from '@tooljet/components/pure/list/pick';
import { lifeOf } from '@tooljet/components/pure/supply/life';
import type { Given } from '@tooljet/components/pure/define';
import type { Eye, Sight } from './eye';
import { failed, notes } from './parts/supply';
import { seen, when, type Part } from './seen';

function items({ given, row }: Eye<'Listview'>): Part {
  const { from, count } = given.rows ?? { from: 0, count: 0 };
  const { selectedRecordId } = given.exposed;
  const rows = Array.from({ length: count }, (_, offset) => from + offset);
  const item = (index: number) =>
    seen('listitem', { states: { current: when(selectedRecordId === index) } }, row(index));
  return seen('list', { instance: given.id }, rows.map(item));
}

function pages({ props, exposed, rows }: Given<'Listview'>): Part | undefined {
  const total = rows?.total ?? 0;
  if (!props.enablePagination || total <= props.rowsPerPage) return undefined;
  const { page, pages } = pagesOf(exposed, total, props.rowsPerPage);
  return seen('navigation', { name: 'Pages' }, [
    seen('button', { name: 'Previous page', states: { disabled: when(page <= 1) } }),
    `${page} of ${pages}`,
    seen('button', { name: 'Next page', states: { disabled: when(page >= pages) } }),
  ]);
}

export const Listview: Sight<'Listview'> = eye => {
  const { props, exposed, rows } = eye.given;
  if (props.disabledState) return [];
  const count = rows?.count ?? 0;
  const life = lifeOf(exposed, { has: count > 0, loadingState: props.loadingState });
  if (life.stage === 'waiting') return [pages(eye.given)];
  if (life.stage === 'failed' && life.failure)
    return [failed(life.failure, eye.local.unfolded === true), pages(eye.given)];
  const body = count === 0 ? 'Nothing to show yet.' : items(eye);
  return [...notes(life, true), body, pages(eye.given)];
};
