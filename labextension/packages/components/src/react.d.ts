/** Custom properties of ours may stand in a `style`. */
import 'react';

declare module 'react' {
  interface CSSProperties {
    [role: `--tj-${string}`]: string | number | undefined;
  }
}
