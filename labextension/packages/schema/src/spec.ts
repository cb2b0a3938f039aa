/** What a component's spec says, as the runtime and the inspector read it; the words are in `generated/help.ts`. */

/** How a property is edited and what it is when resolved. */
export type PropType =
  | 'any'
  | 'array'
  | 'boolean'
  | 'boxShadow'
  | 'buttons'
  | 'color'
  | 'columns'
  | 'component'
  | 'data'
  | 'date'
  | 'enum'
  | 'fields'
  | 'html'
  | 'icon'
  | 'json'
  | 'number'
  | 'object'
  | 'options'
  | 'rule'
  | 'source'
  | 'string'
  | 'tabs'
  | 'text';

/** The type of an exposed value or of an action's argument. */
export type ValueType = 'any' | 'array' | 'boolean' | 'data' | 'number' | 'object' | 'string';

/** The part of ToolJet's file in which a property lies; in a definition all are flat in `props`. */
export type Place = 'properties' | 'validation' | 'styles' | 'general' | 'others';

/** Holds when each key has one of the wanted values. */
export type When = Record<string, unknown[]>;

/** One value of an `enum`. */
export interface Choice {
  value: string;
  label: string;
}

/** One property, style or validation rule, or one field of an item. */
export interface Prop {
  key: string;
  type: PropType;
  default: unknown;
  label: string;
  place: Place;
  /** The heading of the inspector under which it stands. */
  section: string;
  /** Shown only when this holds. */
  when?: When;
  choices?: Choice[];
  /** The item of `Spec.items` that describes the elements of a list. */
  item?: string;
  /** The component action that changes it. */
  action?: string;
  /** Names that exist only later, per row or cell: the value stays a template until then. */
  scope?: string[];
  placeholder?: string;
  min?: number;
  max?: number;
  step?: number;
  units?: string;
  /** What the palette sets when the component is dropped. */
  example?: unknown;
  /** Whether null is a value: not set. */
  nullable?: boolean;
  deprecated?: boolean;
}

/** The shape of one element of a list property. */
export interface Item {
  name: string;
  /** Events of an element say it by this field of it: `ref` of the event. */
  ref?: string;
  events?: string[];
  props: Record<string, Prop>;
}

/** A value that expressions can read as `components.<name>.<key>`. */
export interface ExposedSpec {
  type: ValueType;
  /** The property it equals until an action or the user changes it. */
  follows?: string;
  nullable?: boolean;
  deprecated?: boolean;
}

/** One argument of a component action. */
export interface Param {
  key: string;
  type: ValueType;
  default?: unknown;
  optional?: boolean;
}

/** Something a component can be told to do. */
export interface ActionSpec {
  params: Param[];
  deprecated?: boolean;
}

/** A place for children: their parent is `<id>` or `<id>-<suffix>`, or one place per row or tab. */
export interface Slot {
  name: string;
  suffix?: string;
  each?: 'row' | 'tab';
  when?: When;
}

/** A component that the palette puts inside a new one. */
export interface Child {
  type: string;
  slot?: string;
  props?: Record<string, unknown>;
  layout: { top: number; left: number; width: number; height: number };
}

/** One component. */
export interface Spec {
  name: string;
  displayName: string;
  group: string;
  icon: string;
  size: { width: number; height: number };
  sections: string[];
  /** Properties, validation, styles, general and others by ToolJet's key, in the inspector's order. */
  props: Record<string, Prop>;
  items: Record<string, Item>;
  events: string[];
  exposes: Record<string, ExposedSpec>;
  actions: Record<string, ActionSpec>;
  slots: Slot[];
  children: Child[];
  /** Names that children can read, such as `listItem`. */
  scope: string[];
  legacy: boolean;
}

/** The words about one component by key. */
export interface Help {
  doc: string;
  props: Record<string, string>;
  items: Record<string, Record<string, string>>;
  events: Record<string, string>;
  exposes: Record<string, string>;
  actions: Record<string, string>;
}

/** One argument of a component action as an event holds it; the order counts, not the handle. */
export interface ActionParam {
  handle: string;
  value: unknown;
}

/** One option of what an event does. */
export interface OptionSpec {
  type: 'any' | 'array' | 'boolean' | 'number' | 'object' | 'params' | 'string';
  doc: string;
  /** What kind of thing the value is the id of. */
  names?: 'callback' | 'component' | 'page' | 'query';
  choices?: string[];
  default?: unknown;
}

/** Something an event can do. */
export interface EventActionSpec {
  name: string;
  /** Its function in `actions` of a RunJS query. */
  js?: string;
  /** Whether ToolJet does not have it. */
  own?: boolean;
  doc: string;
  options: Record<string, OptionSpec>;
}
