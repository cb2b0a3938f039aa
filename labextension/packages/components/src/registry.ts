/** One renderer per spec: a spec without one does not compile. Heavy ones load when an app first shows them. */
import type { Name } from '@tooljet/schema';
import { lazy } from 'react';
import { Button } from './Button';
import { Checkbox } from './Checkbox';
import { Container } from './Container';
import type { Renderer } from './define';
import { Divider } from './Divider';
import { DropdownV2 } from './DropdownV2';
import { Form } from './Form';
import { Icon } from './Icon';
import { Image } from './Image';
import { Link } from './Link';
import { ModalV2 } from './ModalV2';
import { MultiselectV2 } from './MultiselectV2';
import { NumberInput } from './NumberInput';
import { Statistics } from './Statistics';
import { Tabs } from './Tabs';
import { Text } from './Text';
import { TextArea } from './TextArea';
import { TextInput } from './TextInput';
import { ToggleSwitch } from './ToggleSwitch';
import { ToggleSwitchV2 } from './ToggleSwitchV2';

export const registry: { [N in Name]: Renderer<N> } = {
  Button,
  Chart: lazy(() => import('./Chart').then(module => ({ default: module.Chart }))),
  Checkbox,
  Container,
  DatePickerV2: lazy(() => import('./DatePickerV2').then(module => ({ default: module.DatePickerV2 }))),
  Divider,
  DropdownV2,
  Form,
  Html: lazy(() => import('./Html').then(module => ({ default: module.Html }))),
  Icon,
  Image,
  Link,
  Listview: lazy(() => import('./Listview').then(module => ({ default: module.Listview }))),
  ModalV2,
  MultiselectV2,
  NumberInput,
  Statistics,
  Table: lazy(() => import('./Table').then(module => ({ default: module.Table }))),
  Tabs,
  Text,
  TextArea,
  TextInput,
  ToggleSwitch,
  ToggleSwitchV2,
};
