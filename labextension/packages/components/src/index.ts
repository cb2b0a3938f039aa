/** The components of an app and the theme they are drawn in. */
export type { Given, Renderer } from './define';
export { registry } from './registry';
export { Theme } from './theme/Theme';
export type { ThemeProps } from './theme/Theme';
export { TablerIcon } from './TablerIcon';
