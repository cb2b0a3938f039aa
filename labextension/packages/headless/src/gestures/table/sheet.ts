/** The sheet of a table as its renderer has it, and what a sheet in sight asks of the app. */
import type { Given } from '@tooljet/components/pure/define';
import { inner } from '@tooljet/components/pure/inner';
import type { Sheet, SheetActions } from '@tooljet/components/pure/Table/sheet';
import { everyRow, sheetActions } from '@tooljet/components/pure/Table/sheetActions';
import { SAMPLE, sheetColumns } from '@tooljet/components/pure/Table/sheetColumns';
import { sheetOf } from '@tooljet/components/pure/Table/sheetOf';
import { labelOf } from '@tooljet/components/pure/Table/tools';
import { tableLocal, type Local } from '../screen';

/** The rows and columns to draw. */
export function sheetNow({ props, exposed, cellValues }: Given<'Table'>, local: Local): Sheet {
  const known = inner(exposed, 'columns');
  const sample = (props.data ?? []).slice(0, SAMPLE);
  const told = { ...exposed, view: inner(exposed, 'view'), pageSize: inner(exposed, 'pageSize') };
  const columns = sheetColumns({ ...props, known, sample, shown: tableLocal(local).shown });
  return sheetOf({ props, told, cellValues }, columns);
}

/** What a person can do to the table, as the renderer does it. */
export function actionsNow(given: Given<'Table'>, local: Local): SheetActions {
  const table = tableLocal(local);
  // What the renderer had drawn when the hand pressed: it does not draw anew between two parts of one click.
  const latest = { current: { given: { ...given }, sheet: sheetNow(given, local) } };
  return sheetActions(latest, {
    show: (column, visible) => void (table.shown = { ...table.shown, [column.id]: visible }),
    resize: () => undefined,
    download(type) {
      const { sheet } = latest.current;
      // The rows themselves: whoever asked for the file makes it.
      given.act({ kind: 'download', name: labelOf(given.props, given.name), type, data: everyRow(given, sheet) });
      given.fire('onTableDataDownload');
    },
  });
}

/** Asks for what depends on single cells of the rows on the page; whether there was something to ask. */
export function askInSight(given: Given<'Table'>, local: Local): boolean {
  const { asked } = tableLocal(local);
  const sheet = sheetNow(given, local);
  const rows = Array.from({ length: sheet.count }, (_, position) => sheet.indexAt(position));
  const key = rows.join();
  const wanting = sheet.columns.filter(({ key: column, settings: { perCell } }) => {
    return rows.length > 0 && Array.isArray(perCell) && perCell.length > 0 && asked.get(column) !== key;
  });
  for (const column of wanting) {
    asked.set(column.key, key);
    given.cells?.(column.key, rows);
  }
  return wanting.length > 0;
}
