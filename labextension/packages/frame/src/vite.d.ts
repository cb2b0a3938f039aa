/** Imports that Vite understands and TypeScript does not. */

/** A font as a data address. */
declare module '*.woff2?inline' {
  const address: string;
  export default address;
}

/** What Vite makes of an import that ends in `?worker&inline`: the worker's source is inside the bundle. */
declare module '*?worker&inline' {
  const InlineWorker: new (options?: { name?: string }) => Worker;
  export default InlineWorker;
}
