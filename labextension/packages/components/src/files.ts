/** Any rows as a file to download, for apps that generate one without a table. */
import { columnsOf } from './Table/columns';
import { tableFile, type FileKind } from './Table/download/file';
import { isRow, type Row } from './Table/guards';

/** Rows out of whatever an app hands over: objects as they are, lists with numbered columns, words as lines. */
function rowsOf(content: unknown): Row[] {
  const list = typeof content === 'string' ? content.split('\n') : Array.isArray(content) ? content : [content];
  return list.map(item => (isRow(item) ? item : Array.isArray(item) ? { ...item } : { text: item }));
}

/** The file's content; names of columns come from the rows. */
export async function rowsFile(kind: FileKind, title: string, content: unknown): Promise<Blob> {
  const rows = rowsOf(content);
  const columns = columnsOf({ columns: [], autogenerateColumns: true }, rows);
  return (await tableFile(kind, title, columns, rows)).data;
}
