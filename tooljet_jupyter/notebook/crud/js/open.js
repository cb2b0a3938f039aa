/** Reads the clicked row whole and shows it in its form. */
const work = async () => {
  if (!parameters.row) return;
  await actions.setVariable('key', Object.fromEntries(KEYS.map(name => [name, parameters.row[name]])));
  const read = await queries.readRow.run();
  if (read.status !== 'ok') return actions.showAlert('error', explain(read.error).message);
  if (!read.data.length) {
    actions.showAlert('warning', 'Somebody else deleted this row.');
    return refresh();
  }
  await show(read.data[0]);
  CHOICES
  return actions.showModal('editModal');
};
