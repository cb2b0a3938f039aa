/** A card with an optional bar on top and at the bottom; Container, Form and others draw themselves with it. */
import type { CSSProperties, ReactNode } from 'react';
import './box.css';

export interface BoxProps {
  look: CSSProperties;
  disabled: boolean;
  loading: boolean;
  /** The box follows its content instead of scrolling. */
  grows: boolean;
  scrolls?: boolean;
  header?: ReactNode;
  footer?: ReactNode;
  /** A fixed height of the middle part. */
  bodyHeight?: number | undefined;
  children: ReactNode;
}

export function Box({
  look,
  disabled,
  loading,
  grows,
  scrolls = true,
  header,
  footer,
  bodyHeight,
  children,
}: BoxProps) {
  const classes = ['tj-Box'];
  if (disabled) classes.push('tj-mod-disabled');
  if (grows) classes.push('tj-mod-grows');
  return (
    <div className={classes.join(' ')} style={look} inert={disabled} aria-busy={loading || undefined}>
      {loading ? (
        <Waiting />
      ) : (
        <>
          {header}
          <div
            className={scrolls ? 'tj-Box-body' : 'tj-Box-body tj-mod-still'}
            style={bodyHeight ? { flex: 'none', height: bodyHeight } : undefined}
          >
            {children}
          </div>
          {footer}
        </>
      )}
    </div>
  );
}

export interface BarProps {
  place: 'top' | 'bottom';
  height: number;
  ground: string | undefined;
  edge?: string | undefined;
  children: ReactNode;
}

/** The bar on top of a box or at its bottom. */
export function Bar({ place, height, ground, edge, children }: BarProps) {
  return (
    <div className={`tj-Box-bar tj-mod-${place}`} style={{ height, '--tj-bar-ground': ground, '--tj-bar-edge': edge }}>
      {children}
    </div>
  );
}

/** Lines in grey while the content is on its way. */
function Waiting() {
  return (
    <div className="tj-Box-skeleton" aria-hidden>
      {[40, 90, 75, 60].map(width => (
        <i key={width} className="tj-Skeleton" style={{ width: `${width}%` }} />
      ))}
    </div>
  );
}
