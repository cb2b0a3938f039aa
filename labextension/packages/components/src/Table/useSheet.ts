/** Ties a table to the runtime: what it says becomes a sheet, what the viewer does becomes values and events. */

import { useMemo, useState } from 'react';
import type { Given } from '../define';
import { actionColumns } from './actionColumns';
import { columnsOf, type Column } from './columns';
import { sheetActions } from './sheetActions';
import type { Sheet, SheetActions } from './sheet';
import { sheetOf } from './sheetOf';
import { useLatest } from './useLatest';
import type { Widths } from './widths';

export interface TableState {
  sheet: Sheet;
  actions: SheetActions;
  widths: Widths;
  /** Rows are on their way. */
  waiting: boolean;
  /** "Showing the first 100,000 rows", when the answer was cut. */
  truncated: string | undefined;
}

/** Columns the viewer hid or brought back, by column id. */
export type Shown = Readonly<Record<string, boolean>>;

function useColumns(given: Given<'Table'>, shown: Shown): Column[] {
  const { columns, columnData, useDynamicColumn, autogenerateColumns, columnDeletionHistory, isAllColumnsEditable } = given.props;
  const { columnSizes, actions, data } = given.props;
  // The first rows decide which columns are made; the other hundred thousand do not matter here.
  const sample = useSample(data);
  return useMemo(() => {
    const source = { columns, columnData, useDynamicColumn, autogenerateColumns, columnDeletionHistory, isAllColumnsEditable, columnSizes };
    const buttons = actionColumns(actions);
    const made = [...buttons.left, ...columnsOf(source, sample), ...buttons.right];
    return made.map(column => ({ ...column, visible: shown[column.id] ?? column.visible }));
  }, [columns, columnData, useDynamicColumn, autogenerateColumns, columnDeletionHistory, isAllColumnsEditable, columnSizes, actions, sample, shown]);
}

/** The first rows; the same list as before while they are the same rows. */
function useSample(data: readonly Record<string, unknown>[] | undefined): Record<string, unknown>[] {
  const [kept, setKept] = useState<Record<string, unknown>[]>([]);
  const now = (data ?? []).slice(0, 20);
  const same = now.length === kept.length && now.every((row, index) => row === kept[index]);
  if (!same) setKept(now);
  return same ? kept : now;
}

export function useSheet(given: Given<'Table'>): TableState {
  const [shown, setShown] = useState<Shown>({});
  const [widths, setWidths] = useState<Widths>({});
  const all = useColumns(given, shown);
  const { props, exposed, cellValues } = given;
  const sheet = useMemo(() => sheetOf({ props, exposed, cellValues }, all), [props, exposed, cellValues, all]);
  const latest = useLatest({ given, sheet });
  const actions = useMemo(
    () =>
      sheetActions(latest, {
        show: (column, visible) => setShown(before => ({ ...before, [column.id]: visible })),
        resize: (column, width) => setWidths(before => ({ ...before, [column.id]: width })),
      }),
    [latest]
  );
  return { sheet, actions, widths, waiting: props.loadingState, truncated: undefined };
}
