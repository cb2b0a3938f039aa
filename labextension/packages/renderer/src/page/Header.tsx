/** The bar above an app: its name and, when there is more than one page, the way to the others. */
import { TablerIcon } from '@tooljet/components';
import { linksOf } from '@tooljet/components/pure/page/links';
import type { PageLink, PageState } from '@tooljet/runtime';

export interface HeaderProps {
  title: string;
  page: PageState | undefined;
  hideTitle: boolean;
  open(handle: string): void;
}

function PageButton({ link, current, open }: { link: PageLink; current: boolean; open(handle: string): void }) {
  return (
    <button
      type="button"
      className="tj-Pages-link"
      aria-current={current ? 'page' : undefined}
      disabled={link.disabled}
      onClick={() => open(link.handle)}
    >
      {link.icon && <TablerIcon name={link.icon} size={16} />}
      <span>{link.name}</span>
    </button>
  );
}

export function Header({ title, page, hideTitle, open }: HeaderProps) {
  const links = linksOf(page);
  if (hideTitle && links.length === 0) return null;
  return (
    <header className="tj-Header">
      {!hideTitle && <h1 className="tj-Header-title">{title}</h1>}
      {links.length > 0 && (
        <nav className="tj-Pages" aria-label="Pages">
          {links.map(link => (
            <PageButton key={link.id} link={link} current={link.id === page?.id} open={open} />
          ))}
        </nav>
      )}
    </header>
  );
}
