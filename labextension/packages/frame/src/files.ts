/** Makes the files an app offers for download, so that the host has nothing to do but hand them over. */
import type { HostAction } from '@tooljet/runtime';
import type { RemoteAction, SaveAction } from './protocol';

type Download = Extract<HostAction, { kind: 'download' }>;

const KINDS: Record<Download['type'], { ending: string; mime: string }> = {
  csv: { ending: 'csv', mime: 'text/csv;charset=utf-8' },
  plaintext: { ending: 'txt', mime: 'text/plain;charset=utf-8' },
  xlsx: { ending: 'xlsx', mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  pdf: { ending: 'pdf', mime: 'application/pdf' },
};

/** The action as the host knows it; undefined for one that is the renderer's own. */
export async function remote(action: HostAction): Promise<RemoteAction | undefined> {
  switch (action.kind) {
    case 'download':
      return file(action);
    case 'open-page':
    case 'go-to-app':
    case 'open-url':
    case 'copy':
    case 'set-localstorage':
    case 'logout':
    case 'call-python':
      return action;
    default:
      return undefined;
  }
}

async function file({ name, type, data }: Download): Promise<SaveAction> {
  const { ending, mime } = KINDS[type];
  const full = name.toLowerCase().endsWith(`.${ending}`) ? name : `${name}.${ending}`;
  const content = await contentOf(type, name, data);
  return { kind: 'save', name: full, mime, content: content instanceof Blob ? await content.arrayBuffer() : content };
}

async function contentOf(type: Download['type'], name: string, data: unknown): Promise<string | ArrayBuffer | Blob> {
  if (data instanceof ArrayBuffer || data instanceof Blob) return data;
  if (type === 'plaintext') return typeof data === 'string' ? data : JSON.stringify(data, null, 2);
  // A byte order mark: Excel takes a CSV without it for its own old code page.
  if (type === 'csv' && typeof data === 'string') return `\ufeff${data}`;
  const { rowsFile } = await import('@tooljet/components/files');
  return rowsFile(type, name, data);
}
