/** Actions that many components have: show, hide, disable, wait, click, and those that give a property another value. */
import type { Spec } from '@tooljet/schema';
import { asBoolean } from '../coerce';
import type { Act } from './behaviour';

/** Give a boolean property another value; without a value it becomes true. */
function flag(property: string): Act {
  return (self, value = true) => self.override(property, asBoolean(value));
}

const SHARED: Record<string, Act | undefined> = {
  setVisibility: flag('visibility'),
  setDisable: flag('disabledState'),
  setLoading: flag('loadingState'),
  setDisableTrigger: flag('disabledTrigger'),
  setDisableModal: flag('disabledModal'),
  visibility: flag('visibility'),
  disable: flag('disabledState'),
  loading: flag('loadingState'),
  click: self => self.fire('onClick'),
  setFocus: self => self.context.host.act({ kind: 'focus', instance: self.key }),
  setBlur: self => self.context.host.act({ kind: 'blur', instance: self.key }),
};

/** An action that the spec lists and no behaviour does in its own way. */
export function standardActions(spec: Spec | null, action: string): Act | undefined {
  if (!spec?.actions || !Object.hasOwn(spec.actions, action)) return undefined;
  return SHARED[action] ?? setProperty(spec, action);
}

/** `setText` of a Text is another value for the property whose spec says `action = "setText"`. */
function setProperty(spec: Spec, action: string): Act | undefined {
  const prop = Object.values(spec.props).find(candidate => candidate.action === action);
  return prop && ((self, value) => self.override(prop.key, value));
}
