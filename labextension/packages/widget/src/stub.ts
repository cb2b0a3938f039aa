/** What is synchronised with every widget: it imports the bundle from the server, or asks the kernel for it. */
import { candidates } from './address';
import type { Given, Model } from './model';

interface Bundle {
  render(given: Given): unknown;
}

/** Bundles by address, or the kernel's under ''; all widgets of a page share them. */
const shared = ((globalThis as { tooljetBundles?: Map<string, Promise<Bundle>> }).tooljetBundles ??= new Map());

function once(address: string, load: () => Promise<Bundle>): Promise<Bundle> {
  const loading = shared.get(address) ?? load();
  shared.set(address, loading);
  loading.catch(() => shared.delete(address));
  return loading;
}

function fromKernel(model: Model): Promise<Bundle> {
  const id = `stub-${Math.random()}`;
  return new Promise<DataView>(resolve => {
    const hear = (message: { id?: string }, [code]: DataView[]): void => {
      if (message.id !== id || !code) return;
      model.off('msg:custom', hear);
      resolve(code);
    };
    model.on('msg:custom', hear);
    model.send({ id, kind: 'bundle' });
  }).then(code => {
    const bytes = new Uint8Array(code.buffer as ArrayBuffer, code.byteOffset, code.byteLength);
    return import(/* @vite-ignore */ URL.createObjectURL(new Blob([bytes], { type: 'text/javascript' })));
  });
}

async function render({ model, el }: Given): Promise<unknown> {
  for (const base of candidates(document, model.get('server_url'))) {
    const address = `${base}tooljet/static/widget.js`;
    const bundle = await once(address, () => import(/* @vite-ignore */ address)).catch(() => undefined);
    if (bundle) return bundle.render({ model, el, base });
  }
  return (await once('', () => fromKernel(model))).render({ model, el });
}

export default { render };
