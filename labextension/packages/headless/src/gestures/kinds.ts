/** The gestures there are, and how a message names the attempt. */

const attempts = {
  click: 'cannot be clicked',
  doubleClick: 'cannot be double-clicked',
  hover: 'cannot be pointed at',
  set: 'cannot be set',
  type: 'cannot be typed into',
  press: 'cannot be reached by the keyboard',
  focus: 'cannot be focused',
  blur: 'cannot be left',
  clear: 'cannot be emptied',
  step: 'cannot be stepped',
  open: 'cannot be opened',
  close: 'cannot be closed',
  search: 'cannot be searched',
  choose: 'cannot be chosen from',
  chooseAll: 'cannot be chosen from',
  page: 'cannot turn its page',
  pageSize: 'cannot change its page',
  sort: 'cannot be sorted',
  filter: 'cannot be filtered',
  select: 'cannot be selected from',
  selectAll: 'cannot be selected from',
  edit: 'cannot be edited',
  save: 'cannot be saved',
  discard: 'cannot be discarded',
  add: 'cannot be added to',
  download: 'cannot be downloaded',
  show: 'cannot show that',
  follow: 'cannot be followed',
  retry: 'cannot be tried again',
  unfold: 'cannot be unfolded',
  zoom: 'cannot be zoomed',
  rotate: 'cannot be rotated',
  answer: 'cannot be answered',
  dismiss: 'cannot be dismissed',
} as const;

export type Kind = keyof typeof attempts;

export function isKind(word: string): word is Kind {
  return Object.hasOwn(attempts, word);
}

/** "cannot be clicked" */
export function attemptAt(kind: Kind): string {
  return attempts[kind];
}

/** All gestures by name, for a message. */
export const kinds = Object.keys(attempts);
