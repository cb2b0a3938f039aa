/** Writes what was changed, unless somebody else changed the row. */
const work = async () => {
  await actions.setVariable('problem', '');
  const now = components.editForm.formData;
  const changed = Object.keys(variables.start).some(name => !_.isEqual(now[name], variables.start[name]));
  if (!changed) return actions.closeModal('editModal');
  const saved = await queries.updateRow.run();
  if (saved.status !== 'ok') return complain(saved.error, EDITED);
  return saved.data.length > 0 ? done('NOUN saved') : meet('save');
};
