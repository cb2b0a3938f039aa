/** What depends on a cell (`{{cellValue}}`, `{{rowData.x}}`), for the rows in sight. */
import type { Prop } from '@tooljet/schema';
import { coerce } from '../coerce';
import { actionsKey, type CellRules } from '../columns';
import { Derived, Source } from '../graph';
import type { Instance } from '../instance';
import type { CellValues, Patch } from '../patches';
import { plain } from '../plain';
import { CellEvaluator, rowsOf, valueAt } from './values';

/** The cells of one column that the renderer has asked for. */
interface Watched {
  rows: Source<number[]>;
  values: Derived<CellValues[]>;
  sent: number;
}

const desks = new WeakMap<Instance, Map<string, Watched>>();

/** Say which rows of a column are in sight. */
export function askForCells(self: Instance, column: string, rows: number[]): void {
  const desk = desks.get(self) ?? new Map<string, Watched>();
  desks.set(self, desk);
  const known = desk.get(column);
  if (known) known.rows.set(rows);
  else desk.set(column, watch(self, column, rows));
  self.touch();
}

/** The cells whose values changed since the last report. */
export function reportCells(self: Instance, patches: Patch[], all: boolean): void {
  for (const [column, watched] of desks.get(self) ?? []) {
    watched.values.refresh();
    if (!all && watched.values.version === watched.sent) continue;
    watched.sent = watched.values.version;
    const values = watched.values.get() ?? [];
    patches.push({ cells: { instance: self.key, column, values } });
  }
}

export function closeCells(self: Instance): void {
  for (const watched of desks.get(self)?.values() ?? []) watched.values.dispose();
  desks.delete(self);
}

function watch(self: Instance, column: string, given: number[]): Watched {
  const { graph } = self.context;
  const rows = new Source(graph, given);
  const cells = new CellEvaluator(self);
  const values = new Derived(graph, () => rows.get().map(row => cellValues(self, cells, column, row)), { owner: self });
  return { rows, values, sent: -1 };
}

function cellValues(self: Instance, cells: CellEvaluator, column: string, row: number): CellValues {
  const rules = self.get('$rules');
  const own: CellRules = (rules instanceof Map ? rules.get(column) : undefined) ?? {};
  const changed = self.get('$changed');
  const data = (changed instanceof Map ? changed.get(row) : undefined) ?? rowsOf(self)[row];
  const result: CellValues = { row };
  for (const [property, template] of Object.entries(own)) {
    const value = cells.evaluate(template, data, valueAt(data, column), `${column}.${property}`);
    const prop = propOf(self, column, property);
    result[property] = plain(prop ? coerce(value, prop, self.plan.spec?.items) : value);
  }
  return result;
}

/** What the spec says about a property of a column; the columns of action buttons are not in its list. */
function propOf({ plan: { spec } }: Instance, column: string, property: string): Prop | undefined {
  const isActions = column === actionsKey('left') || column === actionsKey('right');
  return isActions ? spec?.props['actions'] : spec?.items?.['TableColumn']?.props[property];
}
