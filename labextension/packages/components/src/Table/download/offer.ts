/** Makes a file of a table's rows and offers it to the viewer. */
import type { Now } from '../sheetActions';
import { everyRow } from '../sheetActions';
import { labelOf } from '../tools';
import { fileKind, tableFile, type FileKind } from './file';

export async function offer({ given, sheet }: Now, kind: FileKind): Promise<void> {
  const type = fileKind(kind);
  const file = await tableFile(type, labelOf(given.props, given.name), sheet.columns, everyRow(given, sheet));
  given.act({ kind: 'download', name: file.name, type, data: file.data });
  given.fire('onTableDataDownload');
}
