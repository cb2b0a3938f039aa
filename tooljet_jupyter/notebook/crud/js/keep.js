/** Writes or deletes after all, onto the row as it is now. */
const work = async () => {
  const { mode, theirs } = variables.conflict;
  await actions.setVariable('version', theirs[':version']);
  const kept = mode === 'delete' ? await queries.deleteRow.run() : await queries.updateRow.run();
  if (kept.status === 'stopped') return;
  if (kept.status !== 'ok') {
    actions.closeModal('conflictModal');
    return complain(kept.error, EDITED);
  }
  return kept.data.length ? done(mode === 'delete' ? 'NOUN deleted' : 'NOUN saved') : meet(mode);
};
