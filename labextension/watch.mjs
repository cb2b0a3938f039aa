/** Builds the pages again at every change of a source: `npm run dev`. JupyterLab's own part is built when installing. */
import { spawn } from 'node:child_process';
import { watch } from 'node:fs';

let waiting;
let running = false;

/** Builds once more, after the editor has finished writing. */
function soon() {
  clearTimeout(waiting);
  waiting = setTimeout(() => (running ? soon() : build()), 200);
}

/** Runs the build; a mistake in a source is shown, and the next change tries again. */
function build() {
  running = true;
  spawn(process.execPath, ['build.mjs'], { stdio: 'inherit' }).on('exit', () => (running = false));
}

watch('packages', { recursive: true }, (_change, file) => {
  if (file && !/node_modules|(^|\/)lib\//.test(file)) soon();
});
