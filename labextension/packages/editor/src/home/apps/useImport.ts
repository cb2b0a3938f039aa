/** Reads an exported app from a file and makes an app of it. */
import type { ImportApp } from '@tooljet/schema/api';
import { useSend } from '../../api/hooks';
import { useToasts } from '../../kit/Toasts';

/** Whether a document looks like an exported app; the server checks the rest and says what is wrong. */
export function isExport(value: unknown): value is ImportApp['app'] {
  return typeof value === 'object' && value !== null && 'tooljetJupyter' in value && 'definition' in value;
}

async function read(file: File): Promise<ImportApp['app']> {
  const text = await file.text();
  let found: unknown;
  try {
    found = JSON.parse(text);
  } catch {
    throw new Error(`${file.name} is not JSON. Choose a file that was exported from here.`);
  }
  if (!isExport(found)) throw new Error(`${file.name} is no exported app. Choose a file that was exported from here.`);
  return found;
}

export function useImport(): { take: (file: File) => void; busy: boolean } {
  const { done, failed } = useToasts();
  const { mutateAsync, isPending } = useSend('POST apps/import');
  const take = async (file: File): Promise<void> => {
    const { app, missingSources } = await mutateAsync({ body: { app: await read(file) } });
    const missing = missingSources.length > 0 ? ` It still needs: ${missingSources.join(', ')}.` : '';
    done(`${app.name} was imported.${missing}`);
  };
  return { take: file => void take(file).catch(failed), busy: isPending };
}
