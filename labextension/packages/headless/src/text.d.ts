/** `text:moment` is the code of a library as a text whose value is its exports; `build.mjs` makes it. */
declare module 'text:*' {
  const text: string;
  export default text;
}
