/** What can be done with each component type: a type without an entry does not compile. */
import type { Name } from '@tooljet/schema';
import { Form, Listview, ModalV2, Tabs } from './containers';
import { DatePickerV2 } from './date';
import type { Doings } from './hand';
import { DropdownV2, MultiselectV2 } from './menu';
import { NumberInput } from './number';
import { Button, Chart, Html, Icon, Image, Link, Statistics, Text } from './press';
import { Table } from './table';
import { TextArea, TextInput } from './text';
import { Checkbox, ToggleSwitch, ToggleSwitchV2 } from './toggle';

const doings: { [N in Name]: Doings<N> } = {
  Button,
  Chart,
  Checkbox,
  // A box and a line take no notice of a person.
  Container: {},
  DatePickerV2,
  Divider: {},
  DropdownV2,
  Form,
  Html,
  Icon,
  Image,
  Link,
  Listview,
  ModalV2,
  MultiselectV2,
  NumberInput,
  Statistics,
  Table,
  Tabs,
  Text,
  TextArea,
  TextInput,
  ToggleSwitch,
  ToggleSwitchV2,
};

export function isKnown(type: string): type is Name {
  return Object.hasOwn(doings, type);
}

/** What can be done with a type; whoever calls it has a component of that type in hand. */
export function doingsOf(type: Name): Doings<Name> {
  // The entry takes the hand of its own type, which only the name says.
  return doings[type] as Doings<Name>;
}
