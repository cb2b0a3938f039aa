/** Opens the empty form. */
const work = async () => {
  CLEARED
  await actions.setVariable('faults', {});
  await actions.setVariable('problem', '');
  await components.newForm.resetForm();
  CHOICES
  return actions.showModal('newModal');
};
