/** The field that a cell becomes while it is edited. */
import type { Column } from '@tooljet/components/pure/Table/columns';
import { editorKind } from '@tooljet/components/pure/Table/editors/outcome';
import type { Edit } from '../../gestures/screen';
import { seen, when, type Part } from '../seen';

export function editor(edit: Edit, column: Column): Part[] {
  const about = {
    name: column.name,
    description: edit.complaint,
    states: { invalid: when(edit.complaint !== undefined) },
  };
  const alert = edit.complaint === undefined ? [] : [seen('alert', {}, [edit.complaint])];
  switch (editorKind(column)) {
    case 'date':
      return [seen('Date', { ...about, value: edit.text }), ...alert];
    case 'lines':
      return [seen('textbox', { ...about, value: edit.text }), ...alert, 'Ctrl+Enter stores, Escape leaves'];
    case 'line':
      return [seen('textbox', { ...about, value: edit.text }), ...alert];
    case 'choice':
      return [seen('textbox', { ...about, value: edit.text }), ...alert];
  }
}
