/** Stars out of a few; a click on a star, or on its half, sets them where the column may be edited. */

import { IconStar, IconStarFilled, IconStarHalfFilled } from '@tabler/icons-react';
import type { MouseEvent } from 'react';
import type { CellProps } from './Cell';
import { clickedStars, starsOf, starsText } from './stars';

/** How much of a star is drawn: nothing, half of it, all. */
export function share(stars: number, place: number, halves: boolean): 0 | 0.5 | 1 {
  const rounded = halves ? Math.round(stars * 2) / 2 : Math.round(stars);
  if (rounded >= place) return 1;
  return rounded >= place - 0.5 ? 0.5 : 0;
}

const drawings = { 0: IconStar, 0.5: IconStarHalfFilled, 1: IconStarFilled };

/** Whether the pointer is on the first half of a star. */
function onFirstHalf(event: MouseEvent): boolean {
  const { left, width } = event.currentTarget.getBoundingClientRect();
  return event.clientX - left < width / 2;
}

export function RatingCell({ value, column, editable, actions }: CellProps) {
  const rating = starsOf(value, column);
  const { stars, most, halves } = rating;
  const store = (event: MouseEvent, place: number) =>
    actions.store(clickedStars(rating, place, halves && onFirstHalf(event)));
  return (
    <span className="tj-Table-stars" role="img" aria-label={starsText(rating)}>
      {Array.from({ length: most }, (_, index) => {
        const place = index + 1;
        const Star = drawings[share(stars, place, halves)];
        return (
          <Star key={place} size={15} stroke={1.5} onClick={editable ? event => store(event, place) : undefined} />
        );
      })}
    </span>
  );
}
