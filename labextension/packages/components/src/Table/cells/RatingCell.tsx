/** Stars out of a few; a click on a star sets them where the column may be edited. */

import { IconStar, IconStarFilled } from '@tabler/icons-react';
import { amount } from '../guards';
import type { CellProps } from './Cell';

export function RatingCell({ value, column, editable, actions }: CellProps) {
  const most = Math.min(10, Math.max(1, amount(column.settings.maxRating) ?? 5));
  const stars = amount(value) ?? 0;
  const places = Array.from({ length: most }, (_, index) => index + 1);
  return (
    <span className="tj-Table-stars" role="img" aria-label={`${stars} of ${most}`}>
      {places.map(place => {
        const Star = place <= Math.round(stars) ? IconStarFilled : IconStar;
        const store = () => actions.store(place === stars ? 0 : place);
        return <Star key={place} size={15} stroke={1.5} onClick={editable ? store : undefined} />;
      })}
    </span>
  );
}
