/** What the bundler adds to the language: `import.meta.glob`, style sheets, and single icon files. */
/// <reference types="vite/client" />
declare module '@fontsource-variable/*';
declare module '@tabler/icons-react/dist/esm/icons/*.mjs' {
  import type { Icon } from '@tabler/icons-react';
  const icon: Icon;
  export default icon;
}
