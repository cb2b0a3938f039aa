/** Adds the row. */
const work = async () => {
  await actions.setVariable('problem', '');
  const added = await queries.insertRow.run();
  if (added.status !== 'ok') return complain(added.error, ADDED);
  actions.closeModal('newModal');
  actions.showAlert('success', 'NOUN added');
  await refresh();
};
