/** Runs the text of a library; what it exports is what the build made it return. */

// Not called by this name, so that the text sees the globals and nothing of this module.
const run = eval;

export function evaluated<Exports>(text: string): Exports {
  // The build wrote the text: it is the library named in the import, whose types are `Exports`.
  return run(text) as Exports;
}
