/** A field for SQL that knows the source's dialect, tables and columns. */
import type { SchemaTable } from '@tooljet/schema/api';
import { useMemo, type ComponentProps } from 'react';
import { CodeField } from './CodeField';
import { sqlOf } from './languages';

interface SqlFieldProps extends Omit<ComponentProps<typeof CodeField>, 'language'> {
  kind: string;
  tables: SchemaTable[] | undefined;
}

const NONE: SchemaTable[] = [];

export default function SqlField({ kind, tables = NONE, ...rest }: SqlFieldProps) {
  const language = useMemo(() => sqlOf(kind, tables), [kind, tables]);
  return <CodeField {...rest} language={language} />;
}
