/** What Vite makes of an import that ends in `?worker&inline`: the worker's source is inside the bundle. */
declare module '*?worker&inline' {
  const InlineWorker: new (options?: { name?: string }) => Worker;
  export default InlineWorker;
}
