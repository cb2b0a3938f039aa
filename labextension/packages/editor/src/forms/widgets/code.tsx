/** Fields for code. CodeMirror is a chunk of its own, fetched when the first such field is drawn. */
import { lazy } from 'react';
import { useSurroundings } from '../surroundings';
import { textOf, type WidgetProps } from './widget';

const SqlField = lazy(() => import('../../code/SqlField'));
const LanguageField = lazy(() => import('../../code/LanguageField'));

export function SqlWidget({ field, value, onChange, problem, describedBy }: WidgetProps) {
  const { kind, tables, onRun } = useSurroundings();
  return (
    <SqlField
      label={field.label}
      kind={kind}
      tables={tables}
      value={textOf(value)}
      onChange={onChange}
      onRun={onRun}
      placeholder={field.placeholder}
      invalid={Boolean(problem)}
      describedBy={describedBy}
      lines={8}
    />
  );
}

export function CodeWidget({ field, value, onChange, problem, describedBy }: WidgetProps) {
  const { onRun } = useSurroundings();
  return (
    <LanguageField
      label={field.label}
      name={field.language}
      value={textOf(value)}
      onChange={onChange}
      onRun={onRun}
      placeholder={field.placeholder}
      invalid={Boolean(problem)}
      describedBy={describedBy}
      lines={field.language === 'python' || field.language === 'javascript' ? 10 : 1}
    />
  );
}

/** JSON is kept as text while it is no JSON, and while it holds bindings. */
export function JsonWidget({ field, value, onChange, problem, describedBy }: WidgetProps) {
  const { onRun } = useSurroundings();
  return (
    <LanguageField
      label={field.label}
      name="json"
      value={textOf(value)}
      onChange={text => onChange(parsed(text))}
      onRun={onRun}
      placeholder={field.placeholder}
      invalid={Boolean(problem)}
      describedBy={describedBy}
      lines={5}
      own={parsed}
    />
  );
}

function parsed(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' ? value : text;
  } catch {
    return text;
  }
}
