/** The frame an app runs in, as its hosts see it: the protocol, the checks, and what every host does. */
export { handshake, isRemoteAction, isToFrame, isToHost } from './guards';
export { errorBody, isErrorBody } from './host/backend';
export type { Backend } from './host/backend';
export { createFrame, createShield, meet, SANDBOX } from './host/frame';
export type { FrameSource } from './host/frame';
export { copy, openUrl, safeLink, save, store } from './host/hands';
export { createHost } from './host/host';
export type { Host, HostEvents, HostOptions } from './host/host';
export { send, UNREACHABLE } from './host/http';
export type { Sending } from './host/http';
export { PROTOCOL } from './protocol';
export type * from './protocol';
