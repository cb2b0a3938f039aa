/** The filters of the list: those of the table, its search, and the drop-downs above it. */
(() => {
  const columns = COLUMNS;
  // No database keeps this sign in a text, and PostgreSQL refuses to look for it.
  const clean = value => String(value ?? '').replaceAll('\0', '');
  const like = text => '%' + String(text).replace(/[\\%_]/g, sign => '\\' + sign) + '%';
  const is = (c, operator, value) => ({ column: c.column, operator, value, label: c.label });
  const nothing = [{ column: ANY, operator: 'in', value: [] }];
  const isNull = c => ({ column: c.column, operator: 'is', value: 'null' });
  const isSet = c => ({ column: c.column, operator: 'is', value: 'not null' });
  const signs = { equals: '=', ne: '<>', gt: '>', gte: '>=', lt: '<', lte: '<=' };
  const compared = (c, condition, value) =>
    condition === 'ne' ? [{ any: [is(c, '<>', value), isNull(c)] }] : [is(c, signs[condition], value)];
  const fits = (c, number) => number <= BigInt(c.most) && number >= -BigInt(c.most) - 1n;
  const number = (c, condition, text) => {
    if (!NUMBER.test(text) || !Number.isFinite(Number(text))) return nothing;
    if (!c.most) return compared(c, condition, text);
    const floor = WHOLE.test(text) ? BigInt(text) : BigInt(Math.floor(Number(text)));
    const isWhole = WHOLE.test(text) || Number.isInteger(Number(text));
    if (!fits(c, floor)) {
      const isAll = condition === 'ne' || floor > 0n === condition.startsWith('l');
      return isAll && condition !== 'equals' ? [] : nothing;
    }
    if (isWhole) return compared(c, condition, String(floor));
    if (condition === 'equals' || condition === 'ne') return condition === 'ne' ? [] : nothing;
    return [is(c, condition.startsWith('g') ? '>' : '<=', String(floor))];
  };
  const day = (c, condition, text) => {
    const first = moment(text, 'YYYY-MM-DD', true);
    if (!first.isValid()) return nothing;
    if (c.kind === 'date') return compared(c, condition, text);
    const at = when => (c.kind === 'zoned' ? when.toISOString() : when.format('YYYY-MM-DD'));
    const [from, next] = [at(first), at(moment(first).add(1, 'day'))];
    const found = {
      equals: [is(c, '>=', from), is(c, '<', next)],
      ne: [{ any: [is(c, '<', from), is(c, '>=', next), isNull(c)] }],
      gt: [is(c, '>=', next)], gte: [is(c, '>=', from)], lt: [is(c, '<', from)], lte: [is(c, '<', next)],
    };
    return found[condition];
  };
  const condition = ({ column, condition, value }) => {
    const c = columns.find(item => item.title === column);
    const text = clean(value).trim();
    if (!c) return [];
    const words = c.kind === 'text' && !c.label;
    if (condition === 'isEmpty') return words ? [{ any: [isNull(c), is(c, '=', '')] }] : [isNull(c)];
    if (condition === 'isNotEmpty') return words ? [isSet(c), is(c, '<>', '')] : [isSet(c)];
    if (condition === 'contains') return [is(c, 'ilike', like(text))];
    if (condition === 'doesNotContains') return [{ any: [is(c, 'nilike', like(text)), isNull(c)] }];
    if (condition === 'matches') return [is(c, 'imatch', text)];
    if (condition === 'nl') return [is(c, 'nimatch', text)];
    if (!signs[condition]) return [];
    if (c.kind === 'number') return number(c, condition, text);
    if (['date', 'moment', 'zoned'].includes(c.kind)) return day(c, condition, text);
    if (['text', 'choice', 'boolean'].includes(c.kind)) return compared(c, condition, clean(value));
    const exact = like(text).slice(1, -1);
    return condition === 'ne' ? [{ any: [is(c, 'nilike', exact), isNull(c)] }] : [is(c, 'ilike', exact)];
  };
  const search = text => {
    if (!text) return [];
    const found = columns.filter(c => c.searched).map(c => is(c, 'ilike', like(text)));
    const isKey = c => (c.kind === 'uuid' ? UUID.test(text) : c.most && WHOLE.test(text) && fits(c, BigInt(text)));
    found.push(...columns.filter(c => c.known && isKey(c)).map(c => is(c, '=', text)));
    return found.length > 0 ? [{ any: found }] : nothing;
  };
  const quick = QUICK.flatMap(({ title, value }) =>
    value === null || value === undefined ? [] : condition({ column: title, condition: 'equals', value }));
  const searched = search(clean(components.table.searchText).trim());
  return [...(components.table.filters ?? []).flatMap(condition), ...searched, ...quick];
})()
