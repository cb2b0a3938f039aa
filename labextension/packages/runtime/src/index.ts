/** The runtime: holds an app's state, evaluates bindings, runs events. No DOM, no React, no clock. */
export type * from './types';
