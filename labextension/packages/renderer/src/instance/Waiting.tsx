/** What stands in a component's place until its values are there: the same box, nothing moves later. */
const BARE = new Set([
  'Text',
  'Link',
  'Divider',
  'Icon',
  'Checkbox',
  'ToggleSwitch',
  'ToggleSwitchV2',
  'ModalV2',
  'Modal',
  'Timer',
]);

export function Waiting({ type }: { type: string }) {
  return <div className={`tj-Waiting ${BARE.has(type) ? 'tj-mod-bare' : ''}`} aria-hidden="true" />;
}
