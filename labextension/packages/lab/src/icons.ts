/** ToolJet's icons in JupyterLab; they take their colour from Lab's theme. */

import { LabIcon } from '@jupyterlab/ui-components';

function icon(name: string, body: string): LabIcon {
  const svgstr = `<svg xmlns="http://www.w3.org/2000/svg" width="16" viewBox="0 0 20 20">${body}</svg>`;
  return new LabIcon({ name: `tooljet:${name}`, svgstr });
}

/** Lines in the weight of Lab's own icons. */
function lines(path: string): string {
  return `<path class="jp-icon3 jp-icon-selectable tj-LabIcon-lines" d="${path}"/>`;
}

/** Three blocks that fit together. */
export const logo = icon(
  'logo',
  '<g class="jp-icon3 jp-icon-selectable" fill="#616161"><rect x="2" y="2" width="11" height="7" rx="2"/>' +
    '<rect x="2" y="11" width="5" height="7" rx="2" opacity=".55"/><rect x="9" y="11" width="9" height="7" rx="2"/></g>'
);
/** The same in the brand's colours, for the launcher. */
export const logoInColour = icon(
  'logo-in-colour',
  '<rect x="2" y="2" width="11" height="7" rx="2" fill="#3e63dd"/><rect x="2" y="11" width="5" height="7" rx="2" fill="#8da4ef"/>' +
    '<rect x="9" y="11" width="9" height="7" rx="2" fill="#3e63dd"/>'
);
export const app = icon(
  'app',
  lines('M4.5 3.5h11a1 1 0 0 1 1 1v11a1 1 0 0 1-1 1h-11a1 1 0 0 1-1-1v-11a1 1 0 0 1 1-1zM3.5 7.5h13M8 7.5v9')
);
export const source = icon(
  'source',
  lines(
    'M4 5.500a6 2.500 0 1 0 12 0a6 2.500 0 1 0-12 0v9c0 1.400 2.700 2.500 6 2.500s6-1.100 6-2.500v-9M4 10c0 1.400 2.700 2.500 6 2.500s6-1.100 6-2.500'
  )
);
export const query = icon(
  'query',
  lines(
    'M4.500 3.500h11a1 1 0 0 1 1 1v11a1 1 0 0 1-1 1h-11a1 1 0 0 1-1-1v-11a1 1 0 0 1 1-1zM6.500 7.500l2.500 2.500-2.500 2.500M11 13h3'
  )
);
