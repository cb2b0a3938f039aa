/** CodeMirror in the product's tokens, light and dark alike. */
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

const shell = EditorView.theme({
  '&': { backgroundColor: 'transparent', color: 'var(--tj-text)', fontSize: '13px', height: '100%' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--tj-mono)', lineHeight: '20px', padding: '8px 0' },
  '.cm-content': { padding: '0', caretColor: 'var(--tj-text)' },
  '.cm-line': { padding: '0 12px' },
  '.cm-cursor': { borderLeftColor: 'var(--tj-text)' },
  '.cm-gutters': { backgroundColor: 'transparent', color: 'var(--tj-muted)', border: 'none', paddingLeft: '4px' },
  '.cm-placeholder': { color: 'var(--tj-placeholder)' },
  '.cm-selectionBackground, &.cm-focused .cm-selectionBackground': {
    backgroundColor: 'color-mix(in srgb, var(--tj-brand) 24%, transparent) !important',
  },
  '.cm-matchingBracket': { backgroundColor: 'var(--tj-brand-soft)', outline: '1px solid var(--tj-brand-border)' },
  '.cm-tooltip': {
    backgroundColor: 'var(--tj-raised)',
    border: '1px solid var(--tj-border)',
    borderRadius: 'var(--tj-radius-card)',
    boxShadow: 'var(--tj-shadow-menu)',
    overflow: 'hidden',
  },
  '.cm-tooltip-autocomplete > ul': { fontFamily: 'var(--tj-mono)', fontSize: '12px', maxHeight: '240px' },
  '.cm-tooltip-autocomplete > ul > li': { padding: '4px 8px !important' },
  '.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    backgroundColor: 'var(--tj-brand-soft) !important',
    color: 'var(--tj-text) !important',
  },
  '.cm-completionDetail': { color: 'var(--tj-muted)', fontStyle: 'normal', marginLeft: '12px' },
});

const colours = HighlightStyle.define([
  { tag: [tags.keyword, tags.operatorKeyword, tags.modifier], color: 'var(--tj-brand-text)', fontWeight: '500' },
  { tag: [tags.string, tags.special(tags.string)], color: 'var(--tj-success)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--tj-warning)' },
  { tag: [tags.comment], color: 'var(--tj-muted)', fontStyle: 'italic' },
  { tag: [tags.typeName, tags.standard(tags.name)], color: 'var(--tj-info)' },
]);

export const look = [shell, syntaxHighlighting(colours)];
