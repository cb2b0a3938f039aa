/** Every generated file: path below `src/icons/` and text. */
export function iconFiles(): Map<string, string>;
