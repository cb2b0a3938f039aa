/** Draws an app: pages, grid, components, messages. Needs a DOM and a link to a runtime. */
export { canvasHeight, canvasWidth, COLUMNS, placement, tops, wantedHeight } from './layout/places';
export type { Box, Heights } from './layout/places';
export { readingOrder } from '@tooljet/components/pure/page/order';
export {
  choosesForPhone,
  instanceKey,
  layoutOn,
  madeForPhone,
  seatKey,
  seatOf,
  seats,
} from '@tooljet/components/pure/page/tree';
export type { RendererLink, Surroundings } from './link';
export { mount } from './mount';
export type { Mounted, MountOptions } from './mount';
export { isOwn } from './perform';
