/** What stands for a picture that is not there. */
export const NO_PICTURE = 'No picture';
export const BROKEN_PICTURE = 'The picture could not be loaded';
