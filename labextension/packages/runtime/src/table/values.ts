/** The values of a Table's cells: as the data says, or as the column's transformation makes them. */
import { get } from 'lodash-es';
import { isRecord } from '../equal';
import type { CellRules } from '../columns';
import type { Instance } from '../instance';
import type { Template } from '../template';
import { asList } from '../coerce';
import { Scope } from '../scope';

/** The rows of a Table: live values, never copied. */
export function rowsOf(self: Instance): unknown[] {
  return asList(self.get('$rows')) ?? [];
}

/** The value of a row under a column's key; a dot leads into nested objects. */
export function valueAt(row: unknown, key: string): unknown {
  if (!isRecord(row)) return undefined;
  return key in row || !key.includes('.') ? row[key] : get(row, key);
}

/** Evaluates a template for one cell after another, in one scope whose names change. */
export class CellEvaluator {
  private cellValue: unknown = undefined;
  private rowData: unknown = undefined;
  private readonly scope: Scope;

  constructor(private readonly self: Instance) {
    const names: Record<string, unknown> = Object.create(self.scope.names);
    Object.defineProperties(names, {
      cellValue: { get: () => this.cellValue, enumerable: true },
      rowData: { get: () => this.rowData, enumerable: true },
    });
    this.scope = new Scope(names);
  }

  evaluate(template: Template, row: unknown, cellValue: unknown, place: string): unknown {
    this.cellValue = cellValue;
    this.rowData = row;
    const id = `${this.self.component.id}.columns.${place}`;
    const source = { ...this.self.source, property: `columns.${place}` };
    return this.self.context.evaluator.evaluate(template, this.scope, { id, source });
  }
}

/** Reads a column's values as the viewer sees them. */
export function columnReader(self: Instance, key: string): (row: unknown) => unknown {
  const rules = self.get('$rules');
  const own: CellRules | undefined = rules instanceof Map ? rules.get(key) : undefined;
  const transformation = own?.['transformation'];
  if (!transformation) return row => valueAt(row, key);
  const cells = new CellEvaluator(self);
  return row => cells.evaluate(transformation, row, valueAt(row, key), `${key}.transformation`);
}
