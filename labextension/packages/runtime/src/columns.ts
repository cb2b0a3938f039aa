/** Table columns and action buttons in two parts: what holds for all rows, and what depends on each cell. */
import { asText, template, type Template } from './template';
import { isRecord } from './equal';

/** Names that exist only inside a cell. */
const CELL_NAMES = /\b(?:cellValue|rowData)\b/;
/** The usual transformation says nothing. */
const IDENTITY = /^\s*\{\{\s*cellValue\s*\}\}\s*$/;

/** What depends on the cell, by property. */
export type CellRules = Record<string, Template>;

/** The columns without the properties that depend on a cell; their names are in `perCell`. */
export function splitColumns(columns: unknown): unknown {
  return Array.isArray(columns) ? columns.map(column => (isRecord(column) ? splitColumn(column) : column)) : columns;
}

function splitColumn(column: Record<string, unknown>): Record<string, unknown> {
  const entries = Object.entries(column).filter(([, value]) => !isPerCell(value));
  const perCell = Object.keys(cellTexts(column));
  return { ...Object.fromEntries(entries), perCell };
}

/** What depends on the cell, by column key. */
export function cellRules(columns: unknown): Map<string, CellRules> {
  const rules = new Map<string, CellRules>();
  for (const column of Array.isArray(columns) ? columns : []) {
    if (!isRecord(column)) continue;
    const found = Object.entries(cellTexts(column)).map(([key, value]): [string, Template] => [key, template(value)]);
    if (found.length > 0) rules.set(columnKey(column), Object.fromEntries(found));
  }
  return rules;
}

/** The key of the column in which the action buttons of a side stand. */
export function actionsKey(side: string): string {
  return `actions-${side}`;
}

/** The action buttons that say something for each row, by the column in which they stand. */
export function actionRules(actions: unknown): Map<string, CellRules> {
  const buttons = (Array.isArray(actions) ? actions : []).filter(isRecord);
  const rules = new Map<string, CellRules>();
  for (const side of ['left', 'right']) {
    const own = buttons.filter(button => (asText(button['position']) || 'right') === side);
    if (own.some(isPerCell)) rules.set(actionsKey(side), { buttons: template(own.map(named)) });
  }
  return rules;
}

/** Events name an action button by its `name`. */
function named(button: Record<string, unknown>): Record<string, unknown> {
  return { ...button, ref: asText(button['ref']) || asText(button['name']) };
}

/** The key of a column in the rows; older apps have only its name. */
export function columnKey(column: Record<string, unknown>): string {
  return asText(column['key']) || asText(column['name']);
}

function cellTexts(column: Record<string, unknown>): Record<string, unknown> {
  const entries = Object.entries(column).filter(
    ([, value]) => isPerCell(value) && !(typeof value === 'string' && IDENTITY.test(value))
  );
  return Object.fromEntries(entries);
}

function isPerCell(value: unknown): boolean {
  if (typeof value === 'string') return value.includes('{{') && CELL_NAMES.test(value);
  if (Array.isArray(value)) return value.some(isPerCell);
  return isRecord(value) && Object.values(value).some(isPerCell);
}
