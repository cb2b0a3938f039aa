/** One sight per component type: a type without one does not compile. */
import type { Name } from '@tooljet/schema';
import { Button } from './Button';
import { Chart } from './Chart';
import { Checkbox } from './Checkbox';
import { Container } from './Container';
import { DatePickerV2 } from './DatePickerV2';
import { Divider } from './Divider';
import { DropdownV2 } from './DropdownV2';
import type { Sight } from './eye';
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

export const sights: { [N in Name]: Sight<N> } = {
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
