/** Deletes the opened row, unless somebody else changed it. */
const work = async () => {
  await actions.setVariable('problem', '');
  const gone = await queries.deleteRow.run();
  if (gone.status === 'stopped') return;
  if (gone.status !== 'ok') return complain(gone.error, {});
  return gone.data.length ? done('NOUN deleted') : meet('delete');
};
