/** The name of an icon for those who do not see it. */

/** `IconShoppingCartPlus` as words. */
export function iconWords(icon: string): string {
  const words = icon
    .replace(/^Icon/, '')
    .replace(/([a-z])([A-Z0-9])|([0-9])([A-Za-z])/g, '$1$3 $2$4')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
