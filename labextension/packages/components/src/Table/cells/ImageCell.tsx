/** A small picture of the row; which hosts it may come from is decided by the page's policy. */

import { useState } from 'react';
import { amount, words } from '../guards';
import { isPicture } from './address';
import type { CellProps } from './Cell';

const fits = ['contain', 'cover', 'fill', 'scale-down'] as const;

export function ImageCell({ value, column }: CellProps) {
  const [broken, setBroken] = useState('');
  const address = words(value);
  if (!isPicture(address) || broken === address) {
    return <span className="tj-Table-noimage">No picture</span>;
  }
  const { objectFit, borderRadius, width, height } = column.settings;
  return (
    <img
      className="tj-Table-image"
      src={address}
      alt={column.name}
      loading="lazy"
      style={{
        objectFit: fits.find(fit => fit === objectFit) ?? 'cover',
        borderRadius: radius(borderRadius),
        width: amount(width),
        height: amount(height),
      }}
      onError={() => setBroken(address)}
    />
  );
}

/** ToolJet's corner radius of pictures is a percentage, so 50 makes a round face. */
function radius(value: unknown): string | undefined {
  const given = amount(value);
  return given === undefined ? undefined : `${given}%`;
}
