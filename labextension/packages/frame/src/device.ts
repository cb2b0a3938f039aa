/** Which screen this is: narrower than this is a phone. */
import type { Device } from '@tooljet/schema';

const PHONE = '(max-width: 599px)';

/** The device by the width of the frame. */
export function deviceByWidth(): Device {
  return matchMedia(PHONE).matches ? 'mobile' : 'desktop';
}

/** Tells when the width crosses the line. */
export function whenDeviceChanges(changed: () => void): void {
  matchMedia(PHONE).addEventListener('change', changed);
}
