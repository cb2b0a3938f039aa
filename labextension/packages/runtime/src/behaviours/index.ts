/** The behaviours by component type; the type says when one is missing. */
import type { Name } from '@tooljet/schema';
import type { Behaviour } from './behaviour';
import { Button } from './Button';
import { Chart } from './Chart';
import { Checkbox } from './Checkbox';
import { Container } from './Container';
import { DatePickerV2 } from './DatePickerV2';
import { Divider } from './Divider';
import { DropdownV2 } from './DropdownV2';
import { Form } from './Form';
import { Html } from './Html';
import { Icon } from './Icon';
import { Image } from './Image';
import { Link } from './Link';
import { Listview } from './Listview';
import { ModalV2 } from './ModalV2';
import { MultiselectV2 } from './MultiselectV2';
import { NumberInput } from './NumberInput';
import { Statistics } from './Statistics';
import { Table } from './Table';
import { Tabs } from './Tabs';
import { Text } from './Text';
import { TextArea } from './TextArea';
import { TextInput } from './TextInput';
import { ToggleSwitch } from './ToggleSwitch';
import { ToggleSwitchV2 } from './ToggleSwitchV2';

export { standardActions } from './standard';

const behaviours: Record<Name, Behaviour> = {
  Button,
  Chart,
  Checkbox,
  Container,
  DatePickerV2,
  Divider,
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

const byType: Record<string, Behaviour | undefined> = behaviours;
const NONE: Behaviour = {};

/** How a component of a type behaves; one we do not have keeps what it is given. */
export function behaviourOf(type: string): Behaviour {
  return (Object.hasOwn(byType, type) ? byType[type] : undefined) ?? NONE;
}
