/** Ties a table to the runtime: what it says becomes a sheet, what the viewer does becomes values and events. */

import { useMemo, useState } from 'react';
import type { Given } from '../define';
import { inner } from '../inner';
import type { Column } from './columns';
import { offer } from './download/offer';
import type { Row } from './guards';
import { sheetActions } from './sheetActions';
import type { Sheet, SheetActions } from './sheet';
import { SAMPLE, sheetColumns, type Shown } from './sheetColumns';
import { sheetOf, type Told } from './sheetOf';
import { useLatest } from './useLatest';
import { lifeOf, type Life } from '../supply/life';
import { truncatedText } from './view';
import type { Widths } from './widths';

export interface TableState {
  sheet: Sheet;
  actions: SheetActions;
  widths: Widths;
  /** How the rows fare. */
  life: Life;
  /** "Showing the first 100,000 rows", when the answer was cut. */
  truncated: string | undefined;
}

function useColumns({ props, exposed }: Given<'Table'>, shown: Shown): Column[] {
  const {
    autogenerateColumns,
    columnDeletionHistory,
    isAllColumnsEditable,
    useDynamicColumn,
    columnSizes,
    actions,
    data,
  } = props;
  const known = inner(exposed, 'columns');
  // The first rows decide which columns are made; the other hundred thousand do not matter here.
  const sample = useSample(data);
  return useMemo(
    () =>
      sheetColumns({
        known,
        autogenerateColumns,
        columnDeletionHistory,
        isAllColumnsEditable,
        useDynamicColumn,
        columnSizes,
        actions,
        sample,
        shown,
      }),
    [
      known,
      autogenerateColumns,
      columnDeletionHistory,
      isAllColumnsEditable,
      useDynamicColumn,
      columnSizes,
      actions,
      sample,
      shown,
    ]
  );
}

/** The first rows; the same list as before while they are the same rows. */
function useSample(data: readonly Row[] | undefined): Row[] {
  const [kept, setKept] = useState<Row[]>([]);
  const now = (data ?? []).slice(0, SAMPLE);
  const same = now.length === kept.length && now.every((row, index) => row === kept[index]);
  if (!same) setKept(now);
  return same ? kept : now;
}

/** What of the exposed values is drawn; a pointer that passes over rows changes none of it. */
function useTold(exposed: Given<'Table'>['exposed']): Told {
  const { changeSet, selectedRowsId, newRows, searchText, filters, sortApplied } = exposed;
  const view = inner(exposed, 'view');
  const pageSize = inner(exposed, 'pageSize');
  return useMemo(
    () => ({ changeSet, selectedRowsId, newRows, searchText, filters, sortApplied, view, pageSize }),
    [changeSet, selectedRowsId, newRows, searchText, filters, sortApplied, view, pageSize]
  );
}

export function useSheet(given: Given<'Table'>): TableState {
  const [shown, setShown] = useState<Shown>({});
  const [widths, setWidths] = useState<Widths>({});
  const all = useColumns(given, shown);
  const { props, exposed, cellValues } = given;
  const told = useTold(exposed);
  const sheet = useMemo(() => sheetOf({ props, told, cellValues }, all), [props, told, cellValues, all]);
  const latest = useLatest({ given, sheet });
  const actions = useMemo(
    () =>
      sheetActions(latest, {
        show: (column, visible) => setShown(before => ({ ...before, [column.id]: visible })),
        resize: (column, width) => setWidths(before => ({ ...before, [column.id]: width })),
        download: kind => void offer(latest.current, kind),
      }),
    [latest]
  );
  const has = (props.data ?? []).length > 0;
  const life = lifeOf(exposed, { has, loadingState: props.loadingState });
  return { sheet, actions, widths, life, truncated: truncatedText(life) };
}
