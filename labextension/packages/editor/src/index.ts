/** What the pages of builders share: the way to the server, forms made from manifests, code fields and result grids. */
export { call, type Endpoint, type Given, type Reply } from './api/call';
export { Refusal } from './api/errors';
export { ResultGrid } from './grid/ResultGrid';
export { Form } from './forms/Form';
