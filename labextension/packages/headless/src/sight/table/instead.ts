/** What a table shows instead of rows: why there are none. */
import type { Given } from '@tooljet/components/pure/define';
import type { Life } from '@tooljet/components/pure/supply/life';
import type { Sheet } from '@tooljet/components/pure/Table/sheet';
import type { Local } from '../../gestures/screen';
import { failed } from '../parts/supply';
import { seen, type Part } from '../seen';

export function instead({ props }: Given<'Table'>, sheet: Sheet, life: Life, local: Local): Part | undefined {
  if (life.stage === 'failed' && life.failure) return failed(life.failure, local.unfolded === true);
  if (life.stage === 'waiting') return undefined;
  if (sheet.search !== '' || sheet.filters.length > 0) {
    return empty('No row matches the search and the filters.', 'Clear search and filters');
  }
  return empty('There are no rows yet.', props.showAddNewRowButton ? 'Add a row' : undefined);
}

function empty(words: string, button: string | undefined): Part {
  return seen('status', {}, [words, button === undefined ? undefined : seen('button', { name: button })]);
}
