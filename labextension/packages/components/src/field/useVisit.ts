/** Focus that counts as one visit to a field, from its text to what floats below it and back. */
import { useRef, type FocusEvent } from 'react';

interface VisitCalls {
  enter(): void;
  leave(): void;
}

/** `ground` is for what floats; the handlers are for the element around field and floating part. */
export function useVisit(open: boolean, { enter, leave }: VisitCalls) {
  const ground = useRef<HTMLDivElement>(null);
  const visiting = useRef(false);
  const ours = (element: EventTarget | null, field: Element) =>
    element instanceof Node && (field.contains(element) || (open && ground.current?.contains(element) === true));
  return {
    ground,
    handlers: {
      onFocus() {
        if (!visiting.current) enter();
        visiting.current = true;
      },
      onBlur(event: FocusEvent) {
        // Focus that goes nowhere while the menu is open comes back when it closes.
        const nowhere = event.relatedTarget === null && open;
        if (!visiting.current || nowhere || ours(event.relatedTarget, event.currentTarget)) return;
        visiting.current = false;
        leave();
      },
    },
  };
}
