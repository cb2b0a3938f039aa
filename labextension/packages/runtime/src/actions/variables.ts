/** Actions on the variables of the app and of the page. */
import type { Action } from './action';

export const setVariable: Action = (options, { variables }) =>
  variables.set(options.text('key'), options.value('value'));

export const unsetVariable: Action = (options, { variables }) => variables.unset(options.text('key'));

export const unsetAllVariables: Action = (_options, { variables }) => variables.clear();

export const setPageVariable: Action = (options, { pageVariables }) =>
  pageVariables.set(options.text('key'), options.value('value'));

export const unsetPageVariable: Action = (options, { pageVariables }) => pageVariables.unset(options.text('key'));

export const unsetAllPageVariables: Action = (_options, { pageVariables }) => pageVariables.clear();
