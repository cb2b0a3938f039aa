/** The icon of a kind of data source, as its plugin brings it. */
import { address } from '../../api/config';

export function KindIcon({ kind, size = 16 }: { kind: string; size?: number }) {
  return (
    <img
      className="tj-Kind"
      src={address(`api/plugins/${encodeURIComponent(kind)}/icon`)}
      alt=""
      width={size}
      height={size}
    />
  );
}
