/** Which page a gesture means: `next`, `previous` or a number. */
export function pageWanted(to: unknown, page: number): number {
  if (to === 'next' || to === undefined) return page + 1;
  return to === 'previous' ? page - 1 : Number(to);
}
