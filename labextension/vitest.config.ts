/** The front end's tests: what draws runs in a small DOM, everything below runs without one. */
import { configDefaults, defineConfig } from 'vitest/config';

const drawing = ['components', 'renderer', 'viewer', 'editor', 'widget', 'lab'];
const below = ['schema', 'runtime', 'headless', 'frame'];

/** The test files of these packages. */
function tests(packages: string[]): string[] {
  return packages.flatMap(name => [
    `packages/${name}/tests/**/*.test.{ts,tsx}`,
    `packages/${name}/src/**/*.test.{ts,tsx}`,
  ]);
}

export default defineConfig({
  resolve: { dedupe: ['react', 'react-dom'] },
  test: {
    exclude: [...configDefaults.exclude, '**/lib/**'],
    projects: [
      { extends: true, test: { name: 'engine', environment: 'node', include: tests(below) } },
      { extends: true, test: { name: 'pages', environment: 'happy-dom', include: tests(drawing) } },
    ],
  },
});
