/** Shows the row as somebody else left it. */
const work = async () => {
  actions.closeModal('conflictModal');
  await show(variables.conflict.theirs);
  await refresh();
};
