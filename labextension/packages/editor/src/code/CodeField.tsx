/** A field for code: CodeMirror in the product's look, with a name for screen readers and Tab left to the page. */
import { autocompletion, closeBrackets, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { bracketMatching } from '@codemirror/language';
import { Compartment, EditorState, Prec, type Extension } from '@codemirror/state';
import { EditorView, keymap, lineNumbers, placeholder as hint } from '@codemirror/view';
import { useEffect, useRef } from 'react';
import { look } from './look';

interface CodeFieldProps {
  label: string;
  value: string;
  onChange: (text: string) => void;
  /** The language with its completion; another one may come later. */
  language?: Extension;
  placeholder?: string;
  lines?: number;
  /** What Mod-Enter does. */
  onRun?: () => void;
  invalid?: boolean;
  describedBy?: string;
}

const GUTTER_FROM = 4;

/** The editor's fixed parts. */
function basics(label: string, placeholder: string, lines: number): Extension[] {
  return [
    history(),
    bracketMatching(),
    closeBrackets(),
    autocompletion({ icons: false }),
    lines >= GUTTER_FROM ? lineNumbers() : [],
    EditorView.lineWrapping,
    EditorView.contentAttributes.of({ 'aria-label': label }),
    hint(placeholder),
    look,
    keymap.of([...completionKeymap, ...historyKeymap, ...defaultKeymap]),
  ];
}

export function CodeField({
  label,
  value,
  onChange,
  language = [],
  placeholder = '',
  lines = 6,
  onRun,
  invalid,
  describedBy,
}: CodeFieldProps) {
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(null);
  const parts = useRef(new Compartment());
  const latest = useRef({ onChange, onRun });
  latest.current = { onChange, onRun };
  const start = useRef({ value, language });

  useEffect(() => {
    const run = (): boolean => {
      latest.current.onRun?.();
      return latest.current.onRun !== undefined;
    };
    const made = new EditorView({
      parent: place.current ?? undefined,
      state: EditorState.create({
        doc: start.current.value,
        extensions: [
          Prec.highest(keymap.of([{ key: 'Mod-Enter', run }])),
          basics(label, placeholder, lines),
          parts.current.of(start.current.language),
          EditorView.updateListener.of(
            ({ docChanged, state }) => docChanged && latest.current.onChange(state.doc.toString())
          ),
        ],
      }),
    });
    view.current = made;
    return () => made.destroy();
  }, [label, placeholder, lines]);

  useEffect(() => {
    view.current?.dispatch({ effects: parts.current.reconfigure(language) });
  }, [language]);

  useEffect(() => {
    const shown = view.current?.state.doc.toString();
    // The text came from outside: another query was opened.
    if (shown !== undefined && shown !== value)
      view.current?.dispatch({ changes: { from: 0, to: shown.length, insert: value } });
  }, [value]);

  return (
    <div
      ref={place}
      className="tj-Code"
      data-invalid={invalid || undefined}
      aria-describedby={describedBy}
      style={{ minHeight: lines * 20 + 16 }}
    />
  );
}
