/** The top of a part: where we are, what it is called, what can be done. */
import type { ReactNode } from 'react';
import { IconChevronRight } from '../kit/glyphs';

interface HeaderProps {
  title: string;
  /** The list this thing is in. */
  up?: { title: string; href: string };
  /** Something beside the title. */
  beside?: ReactNode;
  children?: ReactNode;
}

export function Header({ title, up, beside, children }: HeaderProps) {
  return (
    <header className="tj-Header">
      <div className="tj-Header-title">
        {up && (
          <>
            <a href={up.href}>{up.title}</a>
            <IconChevronRight size={14} aria-hidden />
          </>
        )}
        <h1>{title}</h1>
        {beside}
      </div>
      {children && <div className="tj-Header-actions">{children}</div>}
    </header>
  );
}
