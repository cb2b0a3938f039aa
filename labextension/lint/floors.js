/** The floors of the front end as ESLint rules: imports go down, and each library stays where it belongs. */

/** From low to high; packages on one line do not import each other. */
const floors = [
  ['schema'],
  ['runtime'],
  ['components'],
  ['renderer', 'headless'],
  ['frame'],
  ['viewer', 'editor', 'widget'],
];

/** Which packages may import a library that not every package may. */
const homes = {
  react: ['components', 'renderer', 'frame', 'viewer', 'editor', 'widget', 'lab'],
  'react-dom': ['components', 'renderer', 'frame', 'viewer', 'editor', 'widget', 'lab'],
  '@jupyterlab/*': ['lab'],
  '@lumino/*': ['lab'],
  '@anywidget/*': ['widget'],
};

/** Names of the browser that code without a DOM cannot use. */
const browser = ['window', 'document', 'navigator', 'location', 'localStorage', 'sessionStorage', 'fetch', 'history'];

/** Packages that run where there is no page. */
const DOMLESS = new Set(['schema', 'runtime', 'headless']);

/** The packages that this one may not import. */
function above(name) {
  const floor = floors.findIndex(names => names.includes(name));
  const allowed = floors.slice(0, Math.max(floor, 0)).flat();
  return floors.flat().filter(other => other !== name && !allowed.includes(other));
}

/** The rule of one package. */
function rules(name) {
  const packages = above(name).map(other => `@tooljet/${other}`);
  const libraries = Object.keys(homes).filter(library => !homes[library].includes(name));
  // The first slash ties a pattern to the whole name: `react` is not `@testing-library/react`.
  const group = [...packages, ...libraries].flatMap(library => [`/${library}`, `/${library}/*`]);
  const outside = { regex: '^(\\.\\./)+\\w+/src(/|$)', message: 'Import another package by its name.' };
  const upwards = { group, message: `The floors of the design: ${name} may not import this.` };
  const withoutDom = DOMLESS.has(name) ? { 'no-restricted-globals': ['error', ...browser] } : {};
  return { 'no-restricted-imports': ['error', { patterns: [upwards, outside] }], ...withoutDom };
}

export default [...floors.flat(), 'lab'].map(name => ({ files: [`packages/${name}/src/**`], rules: rules(name) }));
