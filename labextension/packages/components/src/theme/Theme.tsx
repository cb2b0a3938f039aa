/** Draws what is inside in our look: tokens, fonts, Mantine set up with them, menus and dialogs inside the same root. */
import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/jetbrains-mono/wght.css';
import { createTheme, MantineProvider, type MantineColorSchemeManager } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useId, useLayoutEffect, useMemo, type ReactNode } from 'react';
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

const indigo = (step: number) => `var(--tj-indigo-${step})`;

/** Mantine's theme; the root element holds every menu and dialog, so that roles reach them. */
function mantineTheme(root: string) {
  return createTheme({
    fontFamily: 'var(--tj-font)',
    fontFamilyMonospace: 'var(--tj-mono)',
    primaryColor: 'brand',
    primaryShade: 6,
    colors: {
      // prettier-ignore
      brand: [
        indigo(3), indigo(4), indigo(5), indigo(6), indigo(7), indigo(8), indigo(9), indigo(10), indigo(11), indigo(12),
      ],
    },
    defaultRadius: 'var(--tj-radius)',
    respectReducedMotion: true,
    cursorType: 'pointer',
    components: {
      Portal: { defaultProps: { target: `[id="${root}"]` } },
      Popover: { defaultProps: { transitionProps: { duration: 180, transition: 'fade' }, offset: 4 } },
      Tooltip: { defaultProps: { openDelay: 400, withArrow: false, multiline: true } },
    },
  });
}

/** A frame has no storage, and the mode is the app's to choose: nothing is remembered here. */
const forgetful: MantineColorSchemeManager = {
  get: standard => standard,
  set: () => undefined,
  subscribe: () => undefined,
  unsubscribe: () => undefined,
  clear: () => undefined,
};

/** `auto` as the system has it now. */
function useScheme(mode: ThemeProps['mode']): 'light' | 'dark' {
  const dark = useMediaQuery('(prefers-color-scheme: dark)', false, { getInitialValueInEffect: false });
  if (mode !== 'auto') return mode;
  return dark ? 'dark' : 'light';
}

export function Theme({ mode, roles, children }: ThemeProps) {
  const root = useId();
  const scheme = useScheme(mode);
  const theme = useMemo(() => mantineTheme(root), [root]);
  useLayoutEffect(() => {
    // The page behind the app, its scroll bars and native pop-ups follow too.
    document.documentElement.dataset.theme = scheme;
  }, [scheme]);
  return (
    <MantineProvider theme={theme} forceColorScheme={scheme} colorSchemeManager={forgetful}>
      <div id={root} className="tj-App" data-theme={scheme} style={roles}>
        {children}
      </div>
    </MantineProvider>
  );
}
