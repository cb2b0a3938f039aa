/** Action buttons of a Table that say something for each row. */
import { describe, expect, it } from 'vitest';
import { component, on, testApp } from '../src/testing';

const data = [
  { id: 1, paid: true },
  { id: 2, paid: false },
];

describe('action buttons', () => {
  it('of older apps are resolved for each row, side by side with those that are not', () => {
    const actions = [
      { name: 'pay', buttonText: 'Pay', position: 'left', disableActionButton: '{{rowData.paid}}' },
      { name: 'open', buttonText: 'Open' },
    ];
    const app = testApp([component('Table', 't', { data: `{{${JSON.stringify(data)}}}`, actions })]);
    expect(app.log()).toEqual([]);
    expect(app.shown('t').props['actions']).toMatchObject([
      { name: 'pay', perCell: ['disableActionButton'] },
      { name: 'open', perCell: [] },
    ]);
    app.runtime.cells('t', 'actions-left', [0, 1]);
    expect(app.shown('t').cells['actions-left']).toMatchObject({
      0: { buttons: [{ ref: 'pay', buttonText: 'Pay', disableActionButton: true }] },
      1: { buttons: [{ ref: 'pay', buttonText: 'Pay', disableActionButton: false }] },
    });
  });

  it('of a column are resolved for each row, with what was not said', () => {
    const buttons = [{ id: 'b1', buttonLabel: 'Pay {{rowData.id}}', loadingState: '{{rowData.paid}}' }];
    const columns = [{ key: 'do', name: 'Do', columnType: 'button', buttons }];
    const app = testApp([component('Table', 't', { data: `{{${JSON.stringify(data)}}}`, columns })]);
    app.runtime.cells('t', 'do', [1]);
    expect(app.shown('t').cells['do']?.[1]?.['buttons']).toMatchObject([
      { id: 'b1', buttonLabel: 'Pay 2', loadingState: false, buttonVisibility: true, buttonType: 'solid' },
    ]);
  });

  it('run the handlers that name them', async () => {
    const columns = [{ key: 'do', columnType: 'button', buttons: [{ id: 'b1' }, { id: 'b2' }] }];
    const events = [on('onClick', 'show-alert', { ref: 'b2', message: '{{components.t.selectedRow.id}}' })];
    const app = testApp([component('Table', 't', { data: `{{${JSON.stringify(data)}}}`, columns }, { events })]);
    app.runtime.set('t', { selectedRowId: 1 });
    app.runtime.fire('t', 'onClick', { ref: 'b1' });
    app.runtime.fire('t', 'onClick', { ref: 'b2' });
    await Promise.resolve();
    expect(app.host.actions.map(action => ('message' in action ? action.message : ''))).toEqual(['2']);
  });
});
