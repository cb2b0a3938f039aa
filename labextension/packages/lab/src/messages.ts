/** What pages say to JupyterLab: that they are there, that something of a noun changed, that an app is to be opened. */

export type Message =
  | { type: 'tooljet:ready' }
  | { type: 'tooljet:changed'; noun: string }
  | { type: 'tooljet:open-app'; slug: string; name: string };

/** A message of ours; undefined for anything else. */
export function readMessage(data: unknown): Message | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const { type, noun, slug, name }: Record<string, unknown> = { ...data };
  if (type === 'tooljet:ready') return { type };
  if (type === 'tooljet:changed' && typeof noun === 'string') return { type, noun };
  if (type === 'tooljet:open-app' && typeof slug === 'string' && typeof name === 'string') return { type, slug, name };
  return undefined;
}
