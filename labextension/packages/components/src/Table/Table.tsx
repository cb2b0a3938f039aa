/** Rows and columns: searched, sorted, filtered, selected, edited, added, downloaded; a hundred thousand as fast as ten. */

import { useCallback, useState } from 'react';
import type { Given } from '../define';
import { AddRows } from './AddRows';
import { Cards } from './Cards';
import { retry } from '../supply/life';
import { Failed, Notes } from '../supply/Supply';
import { Footer } from './Footer';
import { Grid } from './Grid';
import { lookOf } from './look';
import { Empty, SkeletonRows } from './states';
import { Toolbar } from './Toolbar';
import { fewColumns, labelOf, selectorOf, titleOf, toolsOf } from './tools';
import { useSheet } from './useSheet';
import './table.css';
import './grid.css';
import './tools.css';
import './cards.css';
import './cells/cells.css';
import './editors/editors.css';

export function Table(given: Given<'Table'>) {
  const { props, media } = given;
  const { sheet, actions, widths, life, truncated } = useSheet(given);
  const waiting = life.stage === 'waiting';
  const again = () => retry(given);
  const [adding, setAdding] = useState(false);
  const look = lookOf({ ...props });
  const label = labelOf(props, given.name);
  const narrowed = sheet.search !== '' || sheet.filters.length > 0;
  const addRow = useCallback(() => setAdding(true), []);
  const clear = () => {
    if (sheet.search !== '') actions.search('');
    if (sheet.filters.length > 0) actions.filter([]);
  };
  const names = [look.className];
  if (props.disabledState) names.push('tj-mod-disabled');
  if (!props.highlightSelectedRow && selectorOf(props) === 'none') names.push('tj-mod-plainselect');
  const cards = media === 'mobile' && sheet.columns.length > fewColumns;
  const nothing =
    sheet.count > 0 ? null : life.stage === 'failed' && life.failure ? (
      <div className="tj-Table-failed">
        <Failed failure={life.failure} retry={again} />
      </div>
    ) : waiting ? (
      <SkeletonRows
        columns={sheet.columns.length}
        rows={props.enablePagination ? Math.min(12, props.rowsPerPage) : 8}
      />
    ) : (
      <Empty narrowed={narrowed} clear={clear} addRow={props.showAddNewRowButton ? addRow : undefined} />
    );
  return (
    <section
      className={names.join(' ')}
      style={look.style}
      inert={props.disabledState}
      aria-label={label}
      data-tj-control={given.id}
    >
      <Toolbar title={titleOf(props)} sheet={sheet} actions={actions} tools={toolsOf(props)} addRow={addRow} />
      <Notes life={life} retry={again} />
      {cards && !nothing ? (
        <Cards label={label} sheet={sheet} actions={actions} selector={selectorOf(props)} />
      ) : (
        <Grid
          label={label}
          sheet={sheet}
          actions={actions}
          look={look}
          widths={widths}
          sortable={props.enabledSort}
          selectable={props.allowSelection}
          selector={selectorOf(props)}
          busy={waiting || life.refreshing}
          grows={props.dynamicHeight}
        >
          {nothing}
        </Grid>
      )}
      <Footer
        sheet={sheet}
        actions={actions}
        saving={props.showBulkUpdateActions}
        stage={life.stage}
        truncated={truncated}
      />
      {adding && (
        <AddRows
          columns={sheet.all}
          rows={sheet.newRows}
          change={actions.draftRows}
          save={rows => {
            actions.addRows(rows);
            setAdding(false);
          }}
          close={() => {
            actions.discardRows();
            setAdding(false);
          }}
        />
      )}
    </section>
  );
}
