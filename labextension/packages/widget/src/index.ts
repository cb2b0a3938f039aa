/** The app in a notebook's cell: what the stub in the cell imports. */
export { render } from './render';
