/** Buttons, ticks, words, pictures, icons, lines and links as a person sees and uses them. */
import { fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderToString } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { Button } from '../src/Button';
import { Checkbox } from '../src/Checkbox';
import { Divider } from '../src/Divider';
import { Icon } from '../src/Icon';
import { Image } from '../src/Image';
import { Link } from '../src/Link';
import { TablerIcon } from '../src/TablerIcon';
import { Text } from '../src/Text';
import { ToggleSwitch } from '../src/ToggleSwitch';
import { ToggleSwitchV2 } from '../src/ToggleSwitchV2';
import { draw } from './given';

describe('a button', () => {
  it('says that it was clicked, and that the pointer came', async () => {
    const { calls } = draw('Button', Button, { props: { text: 'Save' } });
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(calls).toEqual(['fire onHover', 'fire onClick']);
  });

  it('keeps its words, focus and width while it waits, and does nothing', async () => {
    const { calls } = draw('Button', Button, { props: { text: 'Save', loadingState: true } });
    const button = screen.getByRole('button', { name: 'Save' });
    await userEvent.click(button);
    expect(calls).not.toContain('fire onClick');
    expect(button).toHaveProperty('disabled', false);
    expect(button.getAttribute('aria-busy')).toBe('true');
  });

  it('does nothing while it is disabled', async () => {
    const { calls } = draw('Button', Button, { props: { text: 'Save', disabledState: true } });
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(calls).not.toContain('fire onClick');
  });

  it('has a name even when it shows only an icon', () => {
    draw('Button', Button, { props: { text: '', iconVisibility: true, icon: 'IconTrash' } });
    expect(screen.getByRole('button', { name: 'myButton' })).toBeTruthy();
  });

  it('keeps its letters readable on a colour of the builder', () => {
    const { container } = draw('Button', Button, { props: { backgroundColor: '#ffc53d' } });
    const style = container.querySelector<HTMLElement>('.tj-Button')?.style;
    expect(style?.getPropertyValue('--tj-button-ground')).toBe('#ffc53d');
    expect(style?.getPropertyValue('--tj-button-ink')).toBe('#1c2024');
  });
});

describe('ticks and switches', () => {
  it('are named by their label and say the value before the event', async () => {
    const { calls } = draw('Checkbox', Checkbox, { props: { label: 'Express' }, exposed: { value: false } });
    await userEvent.click(screen.getByRole('checkbox', { name: 'Express' }));
    expect(calls).toEqual(['set value true', 'fire onChange']);
    expect(screen.getByRole('checkbox')).toHaveProperty('checked', true);
    await userEvent.click(screen.getByText('Express'));
    expect(calls.slice(2).filter(call => !call.includes('$'))).toEqual(['set value false', 'fire onChange']);
  });

  it('are switches to a screen reader when they look like one', async () => {
    const { calls } = draw('ToggleSwitchV2', ToggleSwitchV2, { props: { label: 'Live' }, exposed: { value: true } });
    await userEvent.click(screen.getByRole('switch', { name: 'Live' }));
    expect(calls).toEqual(['set value false', 'fire onChange']);
    draw('ToggleSwitch', ToggleSwitch, { props: { label: 'Old' }, exposed: { value: true } });
    expect(screen.getByRole('switch', { name: 'Old' })).toHaveProperty('checked', true);
  });

  it('say why they are refused', () => {
    draw('Checkbox', Checkbox, { props: { label: 'Terms', mandatory: true }, error: 'Accept the terms' });
    expect(screen.getByRole('alert').textContent).toBe('Accept the terms');
    expect(screen.getByRole('checkbox').getAttribute('aria-invalid')).toBe('true');
  });

  it('cannot be used while they are disabled', async () => {
    const { calls } = draw('ToggleSwitchV2', ToggleSwitchV2, { props: { label: 'Live', disabledState: true } });
    await userEvent.click(screen.getByRole('switch'));
    expect(calls).toEqual([]);
  });
});

describe('words', () => {
  it('are plain unless they are Markdown or HTML', () => {
    const { container } = draw('Text', Text, { props: { text: '<b>5 < 6</b>', textFormat: 'plainText' } });
    expect(container.querySelector('.tj-Text-words')?.textContent).toBe('<b>5 < 6</b>');
  });

  it('can be clicked', async () => {
    const { calls } = draw('Text', Text, { props: { text: 'Hello' } });
    await userEvent.click(screen.getByText('Hello'));
    expect(calls).toContain('fire onClick');
  });
});

describe('a picture', () => {
  it('is described by its words, or by its component', () => {
    const stage = draw('Image', Image, { exposed: { imageURL: 'https://example.com/a.png' } });
    expect(screen.getByAltText('myImage').getAttribute('src')).toBe('https://example.com/a.png');
    stage.expose({ alternativeText: 'Sun' });
    expect(screen.getByAltText('Sun')).toBeTruthy();
  });

  it('says that there is none, or that it could not be loaded', () => {
    const stage = draw('Image', Image);
    expect(screen.getByText('No picture')).toBeTruthy();
    stage.expose({ imageURL: 'https://example.com/gone.png' });
    fireEvent.error(screen.getByAltText('myImage'));
    expect(screen.getByText('The picture could not be loaded')).toBeTruthy();
  });

  it('is enlarged and turned by buttons', async () => {
    draw('Image', Image, {
      props: { zoomButtons: true, rotateButton: true },
      exposed: { imageURL: 'https://example.com/a.png' },
    });
    fireEvent.load(screen.getByAltText('myImage'));
    await userEvent.click(screen.getByRole('button', { name: 'Zoom in' }));
    await userEvent.click(screen.getByRole('button', { name: 'Rotate' }));
    expect(screen.getByAltText('myImage').style.transform).toContain('rotate(90deg) scale(1.25)');
    expect(screen.getByRole('button', { name: 'Zoom out' })).toHaveProperty('disabled', false);
  });
});

describe('icons, lines and links', () => {
  it('an icon is a button with a name', async () => {
    const { calls } = draw('Icon', Icon, { props: { icon: 'IconShoppingCart' } });
    await userEvent.click(screen.getByRole('button', { name: 'Shopping cart' }));
    expect(calls).toContain('fire onClick');
  });

  it('an icon keeps its place until it has arrived', () => {
    expect(renderToString(<TablerIcon name="IconHome" size={20} />)).toContain('width:20px');
  });

  it('a line may hold words', () => {
    draw('Divider', Divider, { props: { label: 'Shipping' } });
    expect(screen.getByRole('separator', { name: 'Shipping' }).textContent).toBe('Shipping');
  });

  it('a link asks the host to open its address, after its event', async () => {
    const { calls, actions } = draw('Link', Link, {
      props: { linkText: 'Report', linkTarget: 'example.com', targetType: 'same' },
    });
    await userEvent.click(screen.getByRole('link', { name: 'Report' }));
    expect(calls.slice(-2)).toEqual(['fire onClick', 'act open-url']);
    expect(actions).toEqual([{ kind: 'open-url', url: 'https://example.com', newTab: false }]);
  });

  it('a link never runs code and does nothing while it is disabled', async () => {
    const { actions, change } = draw('Link', Link, {
      props: { linkText: 'Report', linkTarget: 'javascript:alert(1)' },
    });
    await userEvent.click(screen.getByRole('link'));
    change({ props: { linkTarget: 'https://example.com', disabledState: true } });
    await userEvent.click(screen.getByRole('link'));
    expect(actions).toEqual([]);
  });
});
