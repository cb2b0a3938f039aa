/** One widget for each name a manifest may use: a name without a widget does not compile. */
import type { ComponentType } from 'react';
import type { Widget } from '../fields';
import { Choose, ChooseMany } from './choice';
import { CodeWidget, JsonWidget, SqlWidget } from './code';
import { FileWidget } from './FileWidget';
import { Aggregates, Columns, Filters, Groups, Sorts } from './lists';
import { Login } from './Login';
import { Pairs } from './Pairs';
import { Selector } from './Selector';
import { LongText, NumberWidget, Password, PlainText, Toggle } from './text';
import type { WidgetProps } from './widget';

export const widgets: Record<Widget, ComponentType<WidgetProps>> = {
  text: PlainText,
  textarea: LongText,
  password: Password,
  number: NumberWidget,
  toggle: Toggle,
  select: Choose,
  multiselect: ChooseMany,
  code: CodeWidget,
  sql: SqlWidget,
  json: JsonWidget,
  records: JsonWidget,
  joins: JsonWidget,
  pairs: Pairs,
  file: FileWidget,
  selector: Selector,
  filters: Filters,
  sorts: Sorts,
  aggregates: Aggregates,
  groups: Groups,
  columns: Columns,
  login: Login,
};
