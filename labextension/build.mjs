/**
 * Builds the pages' bundles into `../tooljet_jupyter/static`: `node build.mjs` for all, `node build.mjs frame viewer` for some.
 *
 * A `page` bundle has hashed names and lazy chunks; `manifest.json` says which files a page has to load, and which to preload.
 * A `single` bundle is one ES module at a fixed address, for code that is imported from a notebook.
 * A `script` bundle is one classic script, for a JavaScript engine without a page.
 * An `inline` bundle is one script and one style sheet with everything in them, for a frame that reaches no server.
 */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, transformWithOxc } from 'vite';

const here = dirname(fileURLToPath(import.meta.url));
const target = join(here, '..', 'tooljet_jupyter', 'static');

/** Every bundle: its name, its first module, its mode. Another page is another line. */
const entries = [
  { name: 'frame', entry: 'packages/frame/src/main.ts', mode: 'page' },
  { name: 'viewer', entry: 'packages/viewer/src/main.ts', mode: 'page' },
  { name: 'home', entry: 'packages/editor/src/home/main.tsx', mode: 'page' },
  { name: 'frame-inline', entry: 'packages/frame/src/main.ts', mode: 'inline' },
  { name: 'reference', entry: 'packages/editor/src/reference/main.ts', mode: 'page' },
  { name: 'widget', entry: 'packages/widget/src/index.ts', mode: 'single' },
  { name: 'headless', entry: 'packages/headless/src/main.ts', mode: 'script' },
  { name: 'widget-stub', entry: 'packages/widget/src/stub.ts', mode: 'single' },
];

/** Libraries that the first screen of a page is made of. */
const BASE = /node_modules[\\/](react|react-dom|scheduler|@mantine[\\/](core|hooks)|@floating-ui|clsx|tabbable)[\\/]/;

/** Where Vite puts what it makes for one bundle. */
function naming({ name, mode }) {
  if (mode !== 'page')
    return {
      entryFileNames: `${name}.js`,
      codeSplitting: false,
      assetFileNames: `${name}[extname]`,
      // Names at the top of a classic script would be the app's to read.
      ...(mode === 'script' && { format: 'iife' }),
    };
  return {
    // What every page needs, in one file: a page that starts should not ask for a dozen small ones.
    codeSplitting: { groups: [{ name: 'base', test: BASE }] },
    entryFileNames: `${name}-[hash].js`,
    chunkFileNames: `chunks/${name}/[name]-[hash].js`,
    assetFileNames: asset =>
      asset.names.some(file => /\.woff2?$/.test(file)) ? 'fonts/[name]-[hash][extname]' : `${name}-[hash][extname]`,
  };
}

/** Removes what earlier builds of the same bundle left; fonts are shared and named by their content, so they stay. */
function clean({ name }, output) {
  const fresh = new Set(output.map(file => file.fileName));
  const own = new RegExp(`^${name}(-[\\w-]{8})?\\.(js|css)$`);
  const folder = join('chunks', name);
  const chunks = existsSync(join(target, folder))
    ? readdirSync(join(target, folder)).map(file => join(folder, file))
    : [];
  const left = [...readdirSync(target).filter(file => own.test(file)), ...chunks].filter(file => !fresh.has(file));
  for (const file of left) rmSync(join(target, file));
}

/** The files of a bundle for `manifest.json`: its script, its styles, and the chunks marked for preloading. */
function listed({ name }, output) {
  const first = output.find(file => file.type === 'chunk' && file.isEntry);
  const styles = output.filter(file => file.type === 'asset' && file.fileName.endsWith('.css'));
  const early = output.filter(
    file => file.type === 'chunk' && !file.isEntry && first.dynamicImports.includes(file.fileName)
  );
  const needed = [...first.imports, ...early.flatMap(file => [file.fileName, ...file.imports])];
  return {
    name,
    script: first.fileName,
    styles: styles.filter(file => file.fileName.startsWith(name)).map(file => file.fileName),
    preload: [...new Set(needed)].filter(file => file !== first.fileName),
  };
}

/** What a text in a bundle is made of, by the name it is imported by. */
const texts = { 'text:lodash': 'lodash-es', 'text:moment': 'moment', 'text:marked': 'marked' };

/** Modules of the headless engine that stand in for others: what is large and seldom used is evaluated late there. */
const standIns = [
  { id: /(^|\/)libraries$/, importer: /[\\/]runtime[\\/]src[\\/]/, module: 'packages/headless/src/libraries.ts' },
  { id: /^marked$/, importer: /[\\/]components[\\/]src[\\/]/, module: 'packages/headless/src/markdown.ts' },
];

/** The code of a library as one expression, whose value is its exports. */
async function textOf(library) {
  const entry = '\0library';
  const source = `export * from '${library}'; import * as all from '${library}'; export default all.default;`;
  const plugin = {
    name: 'library',
    resolveId: id => (id === entry ? id : undefined),
    load: id => (id === entry ? source : undefined),
  };
  const result = await build({
    root: here,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    plugins: [plugin],
    build: {
      write: false,
      target: 'es2022',
      rolldownOptions: {
        input: { library: entry },
        preserveEntrySignatures: 'strict',
        output: { format: 'iife', name: 'library', exports: 'named' },
      },
    },
  });
  // A function that is called at once is parsed once; behind a name it would be parsed again when it is called.
  return result.output[0].code.replace(/^var library=/, '').replace(/;\s*$/, '');
}

/** The component specs as JSON that is parsed when a component is first met: an engine starts with few of them. */
async function lateSpecs(path) {
  const { code } = await transformWithOxc(readFileSync(path, 'utf8'), path);
  const { specs } = await import(`data:text/javascript,${encodeURIComponent(code)}`);
  const parts = Object.entries(specs).map(([name, spec]) => [name, JSON.stringify(spec)]);
  return `
const texts = ${JSON.stringify(Object.fromEntries(parts))};
const { parse } = JSON;
export const specs = {};
for (const name of Object.keys(texts)) {
  let spec;
  Object.defineProperty(specs, name, { enumerable: true, get: () => (spec ??= parse(texts[name])) });
}`;
}

/** Code that says the same in ASCII: such letters stand only in texts and patterns. */
function inAscii(code) {
  return code.replace(/[^\0-\x7f]/g, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** For a script that is evaluated again and again, once for each app: it must be ready in a few milliseconds. */
const late = {
  name: 'late',
  enforce: 'pre',
  resolveId: {
    filter: { id: /^text:|(^|\/)libraries$|^marked$/ },
    handler(id, importer = '') {
      if (id in texts) return `\0${id}`;
      const found = standIns.find(standIn => standIn.id.test(id) && standIn.importer.test(importer));
      return found && join(here, found.module);
    },
  },
  load: {
    filter: { id: /^\0text:|[\\/]generated[\\/]specs\.ts$/ },
    async handler(id) {
      if (id.endsWith('specs.ts')) return lateSpecs(id);
      return `export default ${JSON.stringify(await textOf(texts[id.slice(1)]))}`;
    },
  },
  generateBundle(_options, bundle) {
    // One letter beyond Latin, and V8 reads and keeps every letter of the script in two bytes.
    for (const file of Object.values(bundle)) if (file.type === 'chunk') file.code = inAscii(file.code);
  },
};

/** Builds one bundle and returns its line of the manifest. */
async function bundle(entry) {
  const result = await build({
    root: here,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    plugins: entry.mode === 'script' ? [late] : [],
    // Relative addresses: the same files work under any base URL of the server.
    base: './',
    define: { 'process.env.NODE_ENV': '"production"' },
    // A page without an origin may start classic workers from a blob; module workers fail there in Chromium.
    worker: { format: 'iife' },
    build: {
      outDir: target,
      emptyOutDir: false,
      target: 'es2022',
      // One style sheet per page: nothing jumps when a lazy part arrives.
      cssCodeSplit: false,
      assetsInlineLimit: entry.mode === 'inline' ? Infinity : 0,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      chunkSizeWarningLimit: entry.mode === 'inline' ? Infinity : 4096,
      rolldownOptions: {
        input: { [entry.name]: join(here, entry.entry) },
        preserveEntrySignatures: 'strict',
        output: naming(entry),
        // Mantine marks its files for server components, of which there are none here;
        // The engine's libraries are bundled inside of its plugin, which takes its time.
        checks: { moduleLevelDirective: false, bundlerTimings: false },
      },
    },
  });
  clean(entry, result.output);
  return listed(entry, result.output);
}

/** Writes a bundle's line into the manifest; another build may have written its own meanwhile. */
function list(name, files) {
  const path = join(target, 'manifest.json');
  const manifest = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};
  const lines = Object.entries({ ...manifest, [name]: files }).sort(([one], [other]) => one.localeCompare(other));
  writeFileSync(path, JSON.stringify(Object.fromEntries(lines), null, 2) + '\n');
}

/** Builds the named bundles, or all whose source is there, and brings the manifest up to date. */
async function main(names) {
  const unknown = names.filter(name => !entries.some(entry => entry.name === name));
  if (unknown.length > 0)
    throw new Error(`No such bundle: ${unknown.join(', ')}; there are ${entries.map(entry => entry.name).join(', ')}`);
  const wanted = ({ name, entry }) => (names.length === 0 ? existsSync(join(here, entry)) : names.includes(name));
  for (const entry of entries.filter(wanted)) {
    const started = Date.now();
    const { name, ...files } = await bundle(entry);
    list(name, files);
    console.log(`${name}: ${files.script} in ${Date.now() - started} ms`);
  }
}

await main(process.argv.slice(2));
