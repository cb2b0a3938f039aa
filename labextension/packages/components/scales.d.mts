/** The whole of `scales.css` as text. */
export function scales(): string;
