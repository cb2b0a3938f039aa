/** The languages of code fields: SQL in the source's dialect with its tables and columns, JavaScript, Python, JSON. */
import { javascript } from '@codemirror/lang-javascript';
import { python } from '@codemirror/lang-python';
import {
  MariaSQL,
  MSSQL,
  MySQL,
  PLSQL,
  PostgreSQL,
  sql,
  SQLite,
  StandardSQL,
  type SQLDialect,
} from '@codemirror/lang-sql';
import type { Extension } from '@codemirror/state';
import type { SchemaTable } from '@tooljet/schema/api';

const DIALECTS: Record<string, SQLDialect> = {
  postgresql: PostgreSQL,
  mysql: MySQL,
  mariadb: MariaSQL,
  mssql: MSSQL,
  oracledb: PLSQL,
  sqlite: SQLite,
  tooljetdb: SQLite,
};

/** The names that completion offers: columns by table, and by schema and table. */
export function names(tables: SchemaTable[]): Record<string, string[]> {
  const columns = (table: SchemaTable): string[] => table.columns.map(column => column.name);
  const plain = tables.map(table => [table.name, columns(table)] as const);
  const full = tables
    .filter(table => table.schema)
    .map(table => [`${table.schema}.${table.name}`, columns(table)] as const);
  return Object.fromEntries([...plain, ...full]);
}

/** SQL as a kind of source speaks it, completing what the source holds. */
export function sqlOf(kind: string, tables: SchemaTable[]): Extension {
  return sql({ dialect: DIALECTS[kind] ?? StandardSQL, schema: names(tables), upperCaseKeywords: true });
}

/** The language of a `code` field by its name in the manifest. */
export function languageOf(name: string): Extension {
  if (name === 'python') return python();
  return name === 'javascript' || name === 'json' ? javascript() : [];
}
