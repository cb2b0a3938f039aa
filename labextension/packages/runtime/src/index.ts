/** The runtime: holds an app's state, evaluates bindings, runs events. No DOM, no React, no clock. */
export type * from './types';
export { hasBinding, soleExpression, splitBindings, UnclosedBinding, type Part } from './bindings';
export { harden } from './harden';
export { createMirror, type Mirror, type MirrorInstance } from './mirror';
export { plain } from './plain';
export { createRuntime } from './runtime';
export { splitParent } from './tree';
export type { View as TableView } from './table/pages';
