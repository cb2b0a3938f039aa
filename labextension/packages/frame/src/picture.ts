/** A picture of what the frame shows, for a notebook that is read where no app runs. */
import inter from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?inline';
import { createContext, destroyContext, domToBlob } from 'modern-screenshot';

/** A notebook keeps the picture in its file. */
const LARGEST_SIDE = 1600;

const LONGEST_MS = 5000;

/** What is shown now as a PNG; undefined where nothing is. */
export async function picture(document: Document): Promise<ArrayBuffer | undefined> {
  const shown = document.querySelector<HTMLElement>('.tj-App') ?? document.body;
  const { width, height } = shown.getBoundingClientRect();
  if (width === 0 || height === 0) return undefined;
  const context = await createContext(shown, {
    scale: Math.min(1, LARGEST_SIDE / Math.max(width, height)),
    type: 'image/png',
    font: { cssText: `@font-face{font-family:'Inter Variable';font-weight:100 900;src:url(${inter})}` },
    // The frame has no network: images that are not in the page stay out of the picture.
    fetchFn: () => Promise.resolve(BLANK),
    timeout: LONGEST_MS,
    autoDestruct: false,
  });
  const plain = unstyled(document);
  context.sandbox = plain.frame;
  try {
    return await (await domToBlob(context)).arrayBuffer();
  } finally {
    plain.remove();
    context.sandbox = undefined;
    destroyContext(context);
  }
}

const BLANK = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';

/**
 * Where elements look as the browser makes them. The library takes an empty frame for that, which a page without an
 * origin cannot look into; behind a shadow no style of the page counts either.
 */
function unstyled(document: Document): { frame: HTMLIFrameElement; remove(): void } {
  const host = document.body.appendChild(document.createElement('div'));
  host.style.cssText = 'all: initial; position: fixed; visibility: hidden';
  const body = host.attachShadow({ mode: 'open' }).appendChild(document.createElement('div'));
  const inside = {
    body,
    createElement: document.createElement.bind(document),
    createElementNS: document.createElementNS.bind(document),
  };
  const contentWindow = { document: inside, getComputedStyle: window.getComputedStyle.bind(window) };
  // No more than this is asked of the frame.
  return { frame: { contentWindow } as unknown as HTMLIFrameElement, remove: () => host.remove() };
}
