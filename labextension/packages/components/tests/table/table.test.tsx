/** The table over a real runtime: what a viewer sees, clicks and types. */
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { live, type LiveOptions } from '../live';

const data = Array.from({ length: 25 }, (_, index) => ({
  id: index + 1,
  name: `Customer ${index + 1}`,
  total: (index + 1) * 10,
  paid: index % 2 === 0,
}));

const columns = [
  { id: 'c-id', name: 'Id', key: 'id', columnType: 'number' },
  { id: 'c-name', name: 'Name', key: 'name', columnType: 'string', isEditable: true, minLength: 3 },
  { id: 'c-total', name: 'Total', key: 'total', columnType: 'number', isEditable: true },
  { id: 'c-paid', name: 'Paid', key: 'paid', columnType: 'boolean', isEditable: true },
];

/** An alert, so that an event can be seen. */
function says(eventId: string, message: string, ref?: string): NonNullable<LiveOptions['events']>[number] {
  return {
    id: `${eventId}-${ref ?? ''}`,
    eventId,
    actionId: 'show-alert',
    message,
    alertType: 'info',
    ...(ref && { ref }),
  };
}

async function shown(props: Record<string, unknown> = {}, options: Partial<LiveOptions> = {}) {
  const table = live({
    type: 'Table',
    props: { data, columns, autogenerateColumns: { value: false }, ...props },
    ...options,
  });
  render(table.view);
  await screen.findByRole('grid');
  return { ...table, user: userEvent.setup(), grid: screen.getByRole('grid') };
}

/** The texts of a column's cells. */
function texts(column: number): (string | null)[] {
  return screen
    .getAllByRole('row')
    .slice(1)
    .map(row => within(row).getAllByRole('gridcell')[column]?.textContent ?? null);
}

function cell(row: number, column: number): HTMLElement {
  const found = screen.getAllByRole('row')[row + 1];
  const cells = found ? within(found).getAllByRole('gridcell') : [];
  const wanted = cells[column];
  if (!wanted) throw new Error(`no cell ${row}/${column}`);
  return wanted;
}

beforeAll(async () => {
  // Loaded lazily in an app; here its loading is not what is tested.
  await import('../../src/Table');
  // The small DOM lays nothing out; the rows in sight are worked out from these.
  Object.defineProperties(HTMLElement.prototype, {
    clientHeight: { configurable: true, get: () => 600 },
    clientWidth: { configurable: true, get: () => 900 },
  });
});
afterEach(cleanup);
vi.setConfig({ testTimeout: 30_000 });

describe('reading', () => {
  it('has the title its app gave it, with the number of rows, and none of its own', async () => {
    await shown({ title: 'Customers' });
    expect(screen.getByRole('heading').textContent).toBe('Customers25');
    cleanup();
    await shown();
    expect(screen.queryByRole('heading')).toBeNull();
  });

  it('is a grid with its size, headers and cells', async () => {
    const { grid } = await shown();
    expect([grid.getAttribute('aria-rowcount'), grid.getAttribute('aria-colcount')]).toEqual(['11', '4']);
    expect(screen.getAllByRole('columnheader').map(header => header.textContent)).toEqual([
      'Id',
      'Name',
      'Total',
      'Paid',
    ]);
    expect(texts(1)).toEqual(data.slice(0, 10).map(row => row.name));
  });

  it('goes through the pages and tells the app', async () => {
    const { runtime, user, asked } = await shown(
      {},
      { events: [says('onPageChanged', 'page {{components.it.pageIndex}}')] }
    );
    await user.click(screen.getByLabelText('Next page'));
    await user.click(screen.getByLabelText('Next page'));
    expect(texts(0)).toEqual(['21', '22', '23', '24', '25']);
    expect(screen.getByText('21–25 of 25')).toBeTruthy();
    expect(screen.getByLabelText('Next page')).toHaveProperty('disabled', true);
    expect([runtime.read('components.it.pageIndex'), asked.length]).toEqual([3, 2]);
  });

  it('shows more rows on a page when the viewer wants', async () => {
    const { user } = await shown();
    await user.selectOptions(screen.getByLabelText('Rows per page'), '20');
    expect(screen.getByText('1–20 of 25')).toBeTruthy();
  });

  it('leaves paging to the server where the app says so', async () => {
    const server = { serverSidePagination: true, serverSideRowsPerPage: 25, totalRecords: 60 };
    const { user, runtime } = await shown(server, {
      events: [says('onPageChanged', 'page {{components.it.pageIndex}}')],
    });
    expect(screen.getByText('1–25 of 60')).toBeTruthy();
    await user.click(screen.getByLabelText('Next page'));
    expect([runtime.read('components.it.pageIndex'), screen.getByText('26–50 of 60') !== null]).toEqual([2, true]);
  });

  it('goes on to the next page while nobody has said how many rows there are', async () => {
    await shown({ serverSidePagination: true });
    expect(screen.getByText('Page 1')).toBeTruthy();
    expect(screen.getByLabelText('Next page')).toHaveProperty('disabled', false);
  });

  it('sorts up, down and not at all', async () => {
    const { user, runtime } = await shown();
    const header = screen.getByRole('columnheader', { name: 'Total' });
    await user.click(header);
    expect(header.getAttribute('aria-sort')).toBe('ascending');
    await user.click(header);
    expect([header.getAttribute('aria-sort'), texts(2)[0]]).toEqual(['descending', '250']);
    expect(runtime.read('components.it.sortApplied')).toEqual([{ column: 'Total', direction: 'desc' }]);
    await user.click(header);
    expect([header.getAttribute('aria-sort'), texts(2)[0]]).toEqual(['none', '10']);
  });

  it('searches after a pause, and offers a way back when nothing is found', async () => {
    const { user } = await shown();
    await user.type(screen.getByLabelText('Search the table'), 'Customer 25');
    await waitFor(() => expect(texts(0)).toEqual(['25']));
    await user.type(screen.getByLabelText('Search the table'), 'x');
    await screen.findByText('No row matches the search and the filters.');
    await user.click(screen.getByText('Clear search and filters'));
    expect(texts(0)).toHaveLength(10);
  });

  it('filters by a column', async () => {
    const { user, runtime } = await shown();
    await user.click(screen.getByLabelText('Filter'));
    await user.selectOptions(await screen.findByLabelText('Column'), 'Total');
    await user.selectOptions(screen.getByLabelText('Condition'), 'gt');
    await user.type(screen.getByLabelText('Value'), '230');
    await waitFor(() => expect(texts(0)).toEqual(['24', '25']));
    expect(runtime.read('components.it.filters')).toEqual([{ column: 'Total', condition: 'gt', value: '230' }]);
  });

  it('hides and shows columns', async () => {
    const { user } = await shown();
    await user.click(screen.getByLabelText('Columns'));
    await user.click(await screen.findByLabelText('Total'));
    expect(screen.getAllByRole('columnheader').map(header => header.textContent)).toEqual(['Id', 'Name', 'Paid']);
  });

  it('says that there are no rows, and that they are on their way', async () => {
    await shown({ data: [] });
    expect(screen.getByText('There are no rows yet.')).toBeTruthy();
    cleanup();
    const { grid } = await shown({ data: [], loadingState: true });
    expect(grid.getAttribute('aria-busy')).toBe('true');
  });

  it('colours and rewrites single cells', async () => {
    await shown({
      columns: [
        {
          id: 'a',
          name: 'Total',
          key: 'total',
          columnType: 'number',
          transformation: '{{cellValue * 2}}',
          textColor: "{{rowData.paid ? 'red' : ''}}",
        },
      ],
    });
    await waitFor(() => expect(texts(0).slice(0, 2)).toEqual(['20', '40']));
    expect([cell(0, 0).style.color, cell(1, 0).style.color]).toEqual(['red', '']);
  });
});

describe('the keyboard', () => {
  it('moves the focus cell from the first one on', async () => {
    const { grid, user } = await shown();
    fireEvent.click(cell(0, 0));
    grid.focus();
    await user.keyboard('{ArrowRight}{ArrowDown}{ArrowDown}');
    expect(grid.getAttribute('aria-activedescendant')).toBe(cell(2, 1).id);
    await user.keyboard('{Control>}{End}{/Control}');
    expect(cell(9, 3).id).toBe(grid.getAttribute('aria-activedescendant'));
  });

  it('edits with Enter, stores with Enter and goes down', async () => {
    const { grid, user, runtime } = await shown();
    fireEvent.click(cell(0, 1));
    grid.focus();
    await user.keyboard('{Enter}');
    const input = screen.getByRole('textbox', { name: 'Name' });
    await user.clear(input);
    await user.type(input, 'Ann Lee{Enter}');
    expect(texts(1)[0]).toBe('Ann Lee');
    expect(runtime.read('components.it.changeSet')).toEqual({ 0: { name: 'Ann Lee' } });
    expect(cell(1, 1).id).toBe(grid.getAttribute('aria-activedescendant'));
  });

  it('leaves the cell as it was on Escape', async () => {
    const { user, runtime } = await shown();
    await user.dblClick(cell(0, 1));
    await user.type(screen.getByRole('textbox', { name: 'Name' }), 'zzz{Escape}');
    expect([texts(1)[0], runtime.read('Object.keys(components.it.changeSet).length')]).toEqual(['Customer 1', 0]);
  });

  it('starts an edit by typing and goes to the next cell with Tab', async () => {
    const { grid, user } = await shown();
    fireEvent.click(cell(0, 2));
    grid.focus();
    await user.keyboard('7');
    await user.type(screen.getByRole('textbox', { name: 'Total' }), '5{Tab}');
    expect(texts(2)[0]).toBe('75');
    expect(cell(0, 3).id).toBe(grid.getAttribute('aria-activedescendant'));
  });

  it('says why a value is refused and stays', async () => {
    const { user } = await shown();
    await user.dblClick(cell(0, 1));
    const input = screen.getByRole('textbox', { name: 'Name' });
    await user.clear(input);
    await user.type(input, 'A{Enter}');
    expect(screen.getByRole('alert').textContent).toContain('At least 3 characters');
    expect(input.getAttribute('aria-invalid')).toBe('true');
  });

  it('sorts from the header', async () => {
    const { grid, user } = await shown();
    fireEvent.click(cell(0, 2));
    grid.focus();
    await user.keyboard('{ArrowUp}{Enter}{Enter}');
    expect(texts(2)[0]).toBe('250');
  });
});

describe('changing', () => {
  it('marks edits, counts them and saves them together', async () => {
    const { user, runtime, asked } = await shown(
      {},
      { events: [says('onBulkUpdate', '{{components.it.dataUpdates.length}} saved')] }
    );
    await user.click(within(cell(0, 3)).getByRole('switch'));
    await user.click(within(cell(1, 3)).getByRole('switch'));
    expect(screen.getByText('2 changes')).toBeTruthy();
    expect(cell(0, 3).className).toContain('tj-mod-changed');
    await user.click(screen.getByText('Save changes'));
    await waitFor(() => expect(screen.queryByText('2 changes')).toBeNull());
    expect(asked).toMatchObject([{ kind: 'alert', message: '2 saved' }]);
    expect(runtime.read('components.it.currentData[0].paid')).toBe(false);
  });

  it('discards edits', async () => {
    const { user } = await shown();
    await user.click(within(cell(0, 3)).getByRole('switch'));
    await user.click(screen.getByText('Discard'));
    await waitFor(() => expect(screen.queryByText('1 change')).toBeNull());
    expect(within(cell(0, 3)).getByRole('switch')).toHaveProperty('checked', true);
  });

  it('drops an edit that puts the old value back', async () => {
    const { user } = await shown();
    await user.click(within(cell(0, 3)).getByRole('switch'));
    await user.click(within(cell(0, 3)).getByRole('switch'));
    expect(screen.queryByText(/change/)).toBeNull();
  });

  it('adds rows and hands them to the app', async () => {
    const { user, asked } = await shown(
      { showAddNewRowButton: true },
      { events: [says('onNewRowsAdded', '{{components.it.newRows[0].name}}')] }
    );
    await user.click(screen.getByText('Add row'));
    const dialog = await screen.findByRole('dialog');
    await user.type(within(dialog).getByLabelText('Name'), 'New one');
    await user.click(within(dialog).getByRole('button', { name: 'Add row' }));
    expect(asked).toMatchObject([{ kind: 'alert', message: 'New one' }]);
  });
});

describe('choosing rows', () => {
  it('selects the clicked row, and lets go of it', async () => {
    const { user, runtime } = await shown();
    await user.click(cell(2, 1));
    expect([
      runtime.read('components.it.selectedRow.id'),
      screen.getAllByRole('row')[3]?.getAttribute('aria-selected'),
    ]).toEqual([3, 'true']);
    await user.click(cell(2, 1));
    expect(runtime.read('components.it.selectedRowId')).toBeNull();
  });

  it('starts with the default row', async () => {
    await shown({ defaultSelectedRow: { id: 4 } });
    expect(screen.getAllByRole('row')[4]?.getAttribute('aria-selected')).toBe('true');
  });

  it('selects several, and all of the page', async () => {
    const { user, runtime } = await shown({ showBulkSelector: true });
    await user.click(screen.getByLabelText('Select row 1'));
    await user.click(screen.getByLabelText('Select row 3'));
    expect(runtime.read('components.it.selectedRowsId')).toEqual([0, 2]);
    await user.click(screen.getByLabelText('Select all rows'));
    expect(runtime.read('components.it.selectedRows.length')).toBe(10);
  });

  it('runs the event of the pressed button with its row', async () => {
    const options = { events: [says('onClick', 'open {{components.it.selectedRow.name}}', 'view')] };
    const { user, asked } = await shown({ actions: [{ name: 'view', buttonText: 'View' }] }, options);
    await user.click(within(cell(1, 4)).getByText('View'));
    expect(asked).toMatchObject([{ kind: 'alert', message: 'open Customer 2' }]);
  });
});

it('downloads all rows that pass, with the shown columns', async () => {
  const { user, asked } = await shown({ title: 'Customers' });
  await user.click(screen.getByLabelText('Download'));
  await user.click(await screen.findByText('CSV'));
  await waitFor(() => expect(asked).toHaveLength(1));
  const [file] = asked;
  if (file?.kind !== 'download' || !(file.data instanceof Blob)) throw new Error('no file');
  expect([file.name, (await file.data.text()).trim().split('\r\n').length]).toEqual(['Customers.csv', 26]);
});

it('shows cards on a phone when there are more than three columns', async () => {
  const table = live({
    type: 'Table',
    props: { data, columns, autogenerateColumns: { value: false } },
    media: 'mobile',
  });
  render(table.view);
  await screen.findByRole('list');
  expect(screen.queryByRole('grid')).toBeNull();
  expect(screen.getAllByText('Customer 1')).toHaveLength(1);
});
