/** A table's rows as a file: the name, the kind and the content to hand to the host. */

import type { Column } from '../columns';
import type { Row } from '../guards';
import { csv } from './csv';
import { pdf } from './pdf';
import { xlsx } from './xlsx';

export type FileKind = 'csv' | 'xlsx' | 'pdf';

/** What the host saves on the viewer's disk. */
export interface TableFile {
  name: string;
  mime: string;
  data: Blob;
}

/** The kinds in the order of the menu. */
export const fileKinds: { kind: FileKind; label: string }[] = [
  { kind: 'csv', label: 'CSV' },
  { kind: 'xlsx', label: 'Excel (XLSX)' },
  { kind: 'pdf', label: 'PDF' },
];

const mimes: Record<FileKind, string> = {
  csv: 'text/csv;charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
};

/** The kind behind a word of an app, "xlsx" where the word is unknown. */
export function fileKind(word: unknown): FileKind {
  return word === 'csv' || word === 'pdf' ? word : 'xlsx';
}

/** The columns that make sense in a file: the visible ones with data. */
export function exported(columns: readonly Column[]): Column[] {
  return columns.filter(column => column.visible && column.type !== 'button');
}

/** The file with these rows. */
export async function tableFile(
  kind: FileKind,
  title: string,
  columns: readonly Column[],
  rows: readonly Row[]
): Promise<TableFile> {
  const shown = exported(columns);
  return { name: `${fileName(title)}.${kind}`, mime: mimes[kind], data: await content(kind, title, shown, rows) };
}

async function content(kind: FileKind, title: string, columns: Column[], rows: readonly Row[]): Promise<Blob> {
  if (kind === 'xlsx') return xlsx(title, columns, rows);
  // Excel takes a CSV without this mark for its own old code page.
  if (kind === 'csv') return new Blob(['\ufeff', csv(columns, rows)], { type: mimes.csv });
  return new Blob([bytes(pdf(title, columns, rows))], { type: mimes.pdf });
}

function bytes(text: string): Uint8Array<ArrayBuffer> {
  const written = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index += 1) written[index] = text.charCodeAt(index);
  return written;
}

function fileName(title: string): string {
  return (
    title
      .replace(/[\\/:*?"<>|\s]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 80) || 'table'
  );
}
