/** The bar below the rows: unsaved changes, how many rows there are, and the pages. */
import type { Given } from '@tooljet/components/pure/define';
import type { Life } from '@tooljet/components/pure/supply/life';
import { changesText } from '@tooljet/components/pure/Table/changes';
import { footerText, pageText, sizesOffered } from '@tooljet/components/pure/Table/footerText';
import type { Paging, Sheet } from '@tooljet/components/pure/Table/sheet';
import { named, seen, when, type Part } from '../seen';

export function footer(
  { props }: Given<'Table'>,
  sheet: Sheet,
  { stage }: Life,
  truncated: string | undefined
): Part[] {
  const changed = props.showBulkUpdateActions && sheet.changeCount > 0;
  const words = [footerText(sheet, stage), ...(truncated === undefined ? [] : [truncated])];
  const { paging } = sheet;
  return [
    ...(changed ? [changes(sheet.changeCount)] : words),
    ...(paging.enabled && stage !== 'failed' ? [pages(paging)] : []),
  ];
}

function changes(count: number): Part {
  return seen('status', {}, [
    changesText(count),
    seen('button', { name: 'Save changes' }),
    seen('button', { name: 'Discard' }),
  ]);
}

function pages(paging: Paging): Part {
  return seen('navigation', { name: 'Pages' }, [
    paging.serverSide ? undefined : sizes(paging),
    seen('button', { name: 'Previous page', states: { disabled: when(!paging.previous) } }),
    pageText(paging),
    seen('button', { name: 'Next page', states: { disabled: when(!paging.next) } }),
  ]);
}

function sizes(paging: Paging): Part {
  const options = sizesOffered(paging).map(size =>
    named('option', [`${size} rows`], { states: { selected: size === paging.size } })
  );
  return seen(
    'combobox',
    { name: 'Rows per page', value: `${paging.size} rows`, states: { expanded: false } },
    options
  );
}
