/** Plotly's builds come without types; `chart/plotly.ts` says what of them is used. */
declare module 'plotly.js-basic-dist-min' {
  const plotly: import('./chart/plotly').Plotly;
  export default plotly;
}

declare module 'plotly.js-cartesian-dist-min' {
  const plotly: import('./chart/plotly').Plotly;
  export default plotly;
}
