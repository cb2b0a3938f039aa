/** The pages a viewer may choose from. */
import type { PageLink, PageState } from '@tooljet/runtime';

/** One alone is no choice. */
export function linksOf(page: PageState | null | undefined): PageLink[] {
  const shown = page?.pages.filter(link => !link.hidden) ?? [];
  return shown.length > 1 ? shown : [];
}
