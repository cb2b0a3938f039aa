/** Says in words of the form what the database did not take, and at which fields. */
const explain = error => {
  const { sqlstate = '', reason = '', column, field, constraint = '' } = error?.detail ?? {};
  const said = String(error?.message ?? 'The database did not answer');
  const key = /^Key \((.+?)\)=/.exec(reason);
  const lite = /^(?:UNIQUE|NOT NULL) constraint failed: (.+)$/.exec(said);
  const bare = name => name.replace(/^"|"$/g, '');
  const own = name => (name.startsWith(TABLE + '.') ? name.slice(TABLE.length + 1) : name);
  const named = key ? key[1].split(', ').map(bare) : lite ? lite[1].split(', ').map(own) : [column ?? field];
  const checked = sqlstate === '23514' || said.startsWith('CHECK constraint failed');
  const rule = `${constraint} ${checked ? said.slice(said.indexOf(':') + 1) : ''}`.replace(TABLE, '');
  const mentions = item => new RegExp(`(^|[^a-z0-9])${_.escapeRegExp(item.column)}([^a-z0-9]|$)`, 'i').test(rule);
  const mentioned = _.maxBy(checked ? FIELDS.filter(mentions) : [], item => item.column.length);
  const found = FIELDS.filter(item => named.includes(item.column));
  const touched = found.length > 0 || !mentioned ? found : [mentioned];
  const names = touched.map(item => item.label).join(' and ');
  const user = /still referenced from table "(.+?)"/.exec(reason);
  const most = /\((\d+)\)/.exec(said);
  const gone = sqlstate === '42P01' || said.startsWith('There is no table') || /no such table/.test(said);
  const cases = [
    [sqlstate === '23505' || said.startsWith('UNIQUE'),
      names ? `Another row has this ${names} already` : 'There is such a row already'],
    [user, `Rows of ${user?.[1]} still refer to it`],
    [sqlstate === '23503' && names, `This ${names} does not exist any more`],
    [sqlstate === '23503' || said === 'FOREIGN KEY constraint failed',
      'Another row refers to it, or it refers to a row that does not exist any more'],
    [sqlstate === '23502' || said.startsWith('NOT NULL'), names ? `${names} is needed` : 'A value is missing'],
    [checked, names ? `The database does not take this value for ${names}`
      : `The database does not take this: ${(constraint || rule).trim()}`],
    [sqlstate === '22001', most ? `A text is too long: ${most[1]} characters at most` : 'A text is too long'],
    [sqlstate === '22003', 'A number is too large for its field'],
    [sqlstate === '42501', 'The data source may not change this table'],
    [sqlstate === '25006' || said === 'attempt to write a readonly database', 'The data source is read only'],
    [gone, 'The table is gone: somebody dropped or renamed it'],
    [sqlstate === '42703' || /has no column/.test(said), `The table was changed: ${said}. Make the app again`],
    [error?.code === 'QueryTimeout', 'The database took too long'],
  ];
  const [, message] = cases.find(([holds]) => holds) ?? [true, said];
  return { message, columns: touched.map(item => item.column) };
};
const complain = async (error, inputs) => {
  const { message, columns } = explain(error);
  const marked = columns.flatMap(column => inputs[column] ?? []);
  const faults = marked.map(name => [name, { value: components[name].value, message }]);
  await actions.setVariable('faults', Object.fromEntries(faults));
  await actions.setVariable('problem', message);
};
