/** Puts a row into the form; `start` is what its fields hold then. */
const show = async row => {
  PICKED
  await actions.setVariable('faults', {});
  await actions.setVariable('problem', '');
  await actions.setVariable('row', row);
  await actions.setVariable('version', row[':version']);
  await components.editForm.resetForm();
  await actions.setVariable('start', { ...components.editForm.formData });
};
