/** What of a table its settings decide: its words, its tools, how rows are selected. */
import { specs } from '@tooljet/schema';
import type { Given } from '../define';

type Props = Given<'Table'>['props'];

/** Which tools the app offers. */
export interface Tools {
  search: boolean;
  filter: boolean;
  columns: boolean;
  download: boolean;
  addRow: boolean;
}

export function toolsOf(props: Props): Tools {
  return {
    search: props.displaySearchBox,
    filter: props.showFilterButton,
    columns: !props.hideColumnSelectorButton,
    download: props.showDownloadButton,
    addRow: props.showAddNewRowButton,
  };
}

/** The title that the app gave; the one every new table has says nothing. */
export function titleOf({ title }: Props): string {
  const words = title.trim();
  return words === specs.Table.props.title?.default ? '' : words;
}

/** What a table is called by those who do not see it. */
export function labelOf({ title }: Props, name: string): string {
  return title || name;
}

export type Selector = 'none' | 'checkbox';

export function selectorOf(props: Props): Selector {
  return props.allowSelection && props.showBulkSelector ? 'checkbox' : 'none';
}

/** More columns than this do not fit beside each other on a phone. */
export const fewColumns = 3;
