/** Closes the dialogs after a change and shows the list anew. */
const done = async message => {
  actions.closeModal('conflictModal');
  actions.closeModal('editModal');
  actions.showAlert('success', message);
  await refresh();
};
