/** Apps as files: downloaded, or made into a copy at once. */
import type { AppSummary } from '@tooljet/schema/api';
import { call } from '../../api/call';
import { useSend } from '../../api/hooks';
import { useToasts } from '../../kit/Toasts';

/** Gives the app to the user as a file. */
export async function download(app: AppSummary): Promise<void> {
  const content = await call('GET apps/{app}/export', { path: { app: app.id } });
  const url = URL.createObjectURL(new Blob([JSON.stringify(content, null, 2)], { type: 'application/json' }));
  const link = Object.assign(document.createElement('a'), { href: url, download: `${app.slug}.tooljet.json` });
  link.click();
  URL.revokeObjectURL(url);
}

/** Makes a copy with a name of its own. */
export function useDuplicate(): (app: AppSummary) => void {
  const { done, failed } = useToasts();
  const { mutateAsync } = useSend('POST apps/import');
  const duplicate = async (app: AppSummary): Promise<void> => {
    const content = await call('GET apps/{app}/export', { path: { app: app.id } });
    const { app: made } = await mutateAsync({ body: { app: content, name: `${app.name} copy`, slug: null } });
    done(`${made.name} was made.`);
  };
  return app => void duplicate(app).catch(failed);
}
