/** Measures the runtime: 2,500 components with 10,000 bindings, loaded cold, then one input changed. Prints JSON. */
import { build } from 'vite';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const folder = await mkdtemp(join(tmpdir(), 'runtime-bench-'));
const here = dirname(fileURLToPath(import.meta.url));
await build({
  configFile: false,
  logLevel: 'error',
  build: {
    outDir: folder,
    minify: false,
    lib: { entry: join(here, 'measure.ts'), formats: ['es'], fileName: () => 'measure.mjs' },
  },
});
const { measure } = await import(pathToFileURL(join(folder, 'measure.mjs')).href);
console.log(JSON.stringify(await measure()));
await rm(folder, { recursive: true });
