/** Fetches the page of rows and their number again. */
const refresh = () => Promise.all([queries.rows.run(), queries.total.run()]);
