/** The order of the list: what the viewer chose, else the standard, always by key at last. */
(() => {
  const titles = TITLES;
  const [first] = components.table.sortApplied ?? [];
  const chosen = first && titles.find(item => item.title === first.column);
  if (!chosen) return STANDARD;
  const { title, ...entry } = chosen;
  const order = String(first.direction).startsWith('desc') ? 'desc' : 'asc';
  return [{ ...entry, order }, ...KEYS.map(column => ({ column, order }))];
})()
