/** The elements that are taken out of an app's HTML; what stands in most of them stays. */
// prettier-ignore
export const forbidden = [
  'script', 'iframe', 'frame', 'frameset', 'object', 'embed', 'applet', 'link', 'meta', 'base', 'form', 'input', 'button',
  'textarea', 'select', 'option', 'dialog', 'video', 'audio', 'source', 'track', 'portal', 'template', 'slot', 'noscript',
];
