/** Columns of the workspace's own tables, as they are described and as a form holds them. */
import type { TableReply } from '@tooljet/schema/api';
import { isRecord } from '../../forms/fields';

export interface TableColumn {
  name: string;
  type: string;
  primaryKey: boolean;
  notNull: boolean;
  unique: boolean;
  standard: string;
}

/** Types with the words they are offered by. */
export const TYPES = [
  { value: 'serial', label: 'Number, counted up' },
  { value: 'character varying', label: 'Text' },
  { value: 'integer', label: 'Whole number' },
  { value: 'bigint', label: 'Large whole number' },
  { value: 'double precision', label: 'Decimal number' },
  { value: 'boolean', label: 'True or false' },
  { value: 'timestamp with time zone', label: 'Date and time' },
  { value: 'jsonb', label: 'JSON' },
];

/** What a new table starts with: it needs a key, and a key that counts itself is the usual one. */
export const KEY: TableColumn = {
  name: 'id',
  type: 'serial',
  primaryKey: true,
  notNull: true,
  unique: false,
  standard: '',
};
export const FRESH: TableColumn = { ...KEY, name: '', type: 'character varying', primaryKey: false, notNull: false };

/** The columns of a table. */
export function columnsOf(table: TableReply): TableColumn[] {
  return table.columns.map(column => {
    const limits = isRecord(column.constraints_type) ? column.constraints_type : {};
    return {
      name: String(column.column_name),
      type: String(column.data_type),
      primaryKey: limits.is_primary_key === true,
      notNull: limits.is_not_null === true,
      unique: limits.is_unique === true,
      standard: typeof column.column_default === 'string' ? column.column_default : '',
    };
  });
}

/** A column as the server wants it described. */
export function described({ name, type, primaryKey, notNull, unique, standard }: TableColumn): Record<string, unknown> {
  return {
    column_name: name.trim(),
    data_type: type,
    ...(standard !== '' && { column_default: standard }),
    constraints_type: { is_primary_key: primaryKey, is_not_null: notNull || primaryKey, is_unique: unique },
  };
}

/** What is wrong with the columns of a new table; undefined when nothing is. */
export function problemOf(columns: TableColumn[]): string | undefined {
  const names = columns.map(column => column.name.trim());
  if (names.includes('')) return 'Every column needs a name.';
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice) return `Two columns are called ${twice}.`;
  return columns.some(column => column.primaryKey) ? undefined : 'One column has to be the primary key.';
}
