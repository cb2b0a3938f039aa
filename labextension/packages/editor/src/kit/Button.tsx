/** Buttons and links that look like them; one primary in each region. */
import type { Icon } from '@tabler/icons-react';
import { Tooltip } from '@mantine/core';
import type { ComponentProps, ReactNode } from 'react';

type Look = 'primary' | 'outline' | 'plain' | 'danger';

interface ButtonProps extends ComponentProps<'button'> {
  look?: Look;
  icon?: Icon;
  /** Keeps the width and turns a ring while something happens. */
  busy?: boolean;
}

function content(icon: Icon | undefined, busy: boolean, children: ReactNode): ReactNode {
  const Drawing = icon;
  const mark = busy ? <span className="tj-Spinner" /> : Drawing && <Drawing size={16} stroke={1.75} aria-hidden />;
  return (
    <>
      {mark}
      {children}
    </>
  );
}

export function Button({ look = 'outline', icon, busy = false, children, disabled, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={`tj-Btn tj-mod-${look}`}
      disabled={(disabled ?? false) || busy}
      aria-busy={busy || undefined}
    >
      {content(icon, busy, children)}
    </button>
  );
}

interface LinkButtonProps extends ComponentProps<'a'> {
  look?: Look;
  icon?: Icon;
}

export function LinkButton({ look = 'outline', icon, children, ...rest }: LinkButtonProps) {
  return (
    <a {...rest} className={`tj-Btn tj-mod-${look}`}>
      {content(icon, false, children)}
    </a>
  );
}

interface IconButtonProps extends ComponentProps<'button'> {
  label: string;
  icon: Icon;
}

/** A square button with an icon; its name is shown on hover and read aloud. */
export function IconButton({ label, icon: Drawing, ...rest }: IconButtonProps) {
  return (
    <Tooltip label={label}>
      <button type="button" {...rest} className="tj-IconBtn" aria-label={label}>
        <Drawing size={16} stroke={1.75} aria-hidden />
      </button>
    </Tooltip>
  );
}
