/** Shows what somebody else wrote beside what the user did, when a change found no row as it was read. */
const shown = value => {
  if (value === null || value === undefined || value === '') return '(empty)';
  return value === true ? 'Yes' : value === false ? 'No' : String(value);
};
const compare = theirs =>
  COMPARED.flatMap(({ label, name, read, words }) => {
    const [before, now] = [read(variables.row), read(theirs)];
    const mine = name ? components.editForm.formData[name] : before;
    const changed = { theirs: !_.isEqual(before, now), mine: name !== null && !_.isEqual(mine, variables.start[name]) };
    if (!changed.theirs && !changed.mine) return [];
    const chosen = name ? components[name].selectedOption?.label : undefined;
    return [{
      field: label,
      theirs: changed.theirs ? (words?.(theirs) ?? shown(now)) : 'As it was',
      mine: changed.mine ? (chosen ?? shown(mine)) : 'As it was',
    }];
  });
const meet = async mode => {
  const read = await queries.readRow.run();
  if (read.status !== 'ok') return complain(read.error, EDITED);
  const [theirs] = read.data;
  if (theirs) {
    await actions.setVariable('conflict', { mode, theirs, rows: compare(theirs) });
    return actions.showModal('conflictModal');
  }
  const lost = 'Somebody else deleted this row. What you typed is still here to be copied.';
  await actions.setVariable('problem', mode === 'delete' ? 'Somebody else deleted this row already.' : lost);
  return refresh();
};
