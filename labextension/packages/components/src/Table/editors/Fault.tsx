/** Why a typed value is refused, under the cell. */

import { IconAlertCircle } from '@tabler/icons-react';

export function Fault({ text, id }: { text: string | undefined; id: string }) {
  if (!text) return null;
  return (
    <span className="tj-Table-fault" role="alert" id={id}>
      <IconAlertCircle size={14} aria-hidden /> {text}
    </span>
  );
}
