/** Rows and columns with the tools around them. */
import { lifeOf } from '@tooljet/components/pure/supply/life';
import { truncatedText } from '@tooljet/components/pure/Table/view';
import { fewColumns, labelOf } from '@tooljet/components/pure/Table/tools';
import { sheetNow } from '../gestures/table/sheet';
import { tableLocal } from '../gestures/screen';
import type { Sight } from './eye';
import { notes } from './parts/supply';
import { seen } from './seen';
import { adding } from './table/adding';
import { cards } from './table/cards';
import { footer } from './table/footer';
import { grid } from './table/grid';
import { instead } from './table/instead';
import { panel, toolbar } from './table/toolbar';

export const Table: Sight<'Table'> = eye => {
  const { given, local, float } = eye;
  const { id, name, props, exposed, media } = given;
  const sheet = sheetNow(given, local);
  const table = tableLocal(local);
  if (table.adding) float([adding(sheet, table.adding)], true);
  if (table.panel) float([panel(table.panel, sheet, table)]);
  if (props.disabledState) return [];
  const life = lifeOf(exposed, { has: (props.data ?? []).length > 0, loadingState: props.loadingState });
  const nothing = sheet.count > 0 ? undefined : instead(given, sheet, life, local);
  const narrow = media === 'mobile' && sheet.columns.length > fewColumns && !nothing;
  const rows = narrow ? cards(given, sheet) : grid({ given, sheet, table, life, nothing });
  return [
    seen('region', { name: labelOf(props, name), instance: id }, [
      ...toolbar(given, sheet, table),
      ...notes(life, false),
      rows,
      ...footer(given, sheet, life, truncatedText(life)),
    ]),
  ];
};
