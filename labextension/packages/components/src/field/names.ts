/** How a field is called: by its label, or by the builder's name where it has none. */
export function isLabelled(label: string): boolean {
  return label.trim() !== '';
}

export function nameOf(label: string, name: string): string {
  return isLabelled(label) ? label : name;
}

/** The name of the button that empties a field. */
export function clearName(label: string, name: string): string {
  return `Clear ${label || name}`;
}
