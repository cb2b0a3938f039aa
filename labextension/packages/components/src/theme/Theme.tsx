/** Draws what is inside in our look: tokens, fonts, Mantine set up with them, menus and dialogs inside the same root. */
import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/jetbrains-mono/wght.css';
import { createTheme, MantineProvider } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useLayoutEffect, useMemo, useState, type CSSProperties, type ReactNode } from 'react';
import './tokens.css';
import './mantine.css';
import './base.css';

export interface ThemeProps {
  /** Light, dark, or what the viewer's system says. */
  mode: 'light' | 'dark' | 'auto';
  /** Roles a workspace changes, such as `{'--tj-brand': '#0f766e'}`. */
  roles?: Record<`--tj-${string}`, string>;
  children: ReactNode;
}

const indigo = Array.from({ length: 10 }, (_, step) => `var(--tj-indigo-${step + 3})`);

/** Mantine's theme; the root element holds every menu and dialog, so that tokens reach them. */
function mantineTheme(root: HTMLElement | null) {
  const target = root ?? undefined;
  return createTheme({
    fontFamily: 'var(--tj-font)',
    fontFamilyMonospace: 'var(--tj-mono)',
    primaryColor: 'brand',
    primaryShade: 6,
    colors: { brand: indigo as [string, string, string, string, string, string, string, string, string, string] },
    defaultRadius: 'var(--tj-radius)',
    respectReducedMotion: true,
    cursorType: 'pointer',
    components: {
      Portal: { defaultProps: { target } },
      Popover: { defaultProps: { transitionProps: { duration: 180, transition: 'fade' }, offset: 4 } },
      Tooltip: { defaultProps: { openDelay: 400, withArrow: false, multiline: true } },
    },
  });
}

/** `auto` as the system has it now. */
function useScheme(mode: ThemeProps['mode']): 'light' | 'dark' {
  const dark = useMediaQuery('(prefers-color-scheme: dark)', false, { getInitialValueInEffect: false });
  if (mode !== 'auto') return mode;
  return dark ? 'dark' : 'light';
}

export function Theme({ mode, roles, children }: ThemeProps) {
  const [root, setRoot] = useState<HTMLElement | null>(null);
  const scheme = useScheme(mode);
  const theme = useMemo(() => mantineTheme(root), [root]);
  useLayoutEffect(() => {
    // The page behind the app, its scroll bars and native pop-ups follow too.
    document.documentElement.dataset.theme = scheme;
  }, [scheme]);
  return (
    <MantineProvider theme={theme} forceColorScheme={scheme} deduplicateCssVariables>
      <div ref={setRoot} className="tj-App" data-theme={scheme} style={roles as CSSProperties}>
        {children}
      </div>
    </MantineProvider>
  );
}
