/** The actions by their ids; the type says when one is missing. */
import type { EventActionId } from '@tooljet/schema';
import type { Context } from '../context';
import { Options, type Action, type Start } from './action';
import { controlComponent, scrollIntoView, setTablePage, showModal, closeModal } from './components';
import { callPython, copyToClipboard, generateFile, logout, setLocalStorage, showAlert, toggleAppMode } from './device';
import { goToApp, openWebpage, switchPage } from './navigation';
import { abortQuery, resetQuery, runQuery } from './queries';
import {
  setPageVariable,
  setVariable,
  unsetAllPageVariables,
  unsetAllVariables,
  unsetPageVariable,
  unsetVariable,
} from './variables';

const actions: Record<EventActionId, Action> = {
  'show-alert': showAlert,
  'run-query': runQuery,
  'reset-query': resetQuery,
  'abort-query': abortQuery,
  'control-component': controlComponent,
  'show-modal': showModal,
  'close-modal': closeModal,
  'set-table-page': setTablePage,
  'scroll-component-into-view': scrollIntoView,
  'switch-page': switchPage,
  'go-to-app': goToApp,
  'open-webpage': openWebpage,
  'set-custom-variable': setVariable,
  'unset-custom-variable': unsetVariable,
  'unset-all-custom-variables': unsetAllVariables,
  'set-page-variable': setPageVariable,
  'unset-page-variable': unsetPageVariable,
  'unset-all-page-variables': unsetAllPageVariables,
  'set-localstorage-value': setLocalStorage,
  'copy-to-clipboard': copyToClipboard,
  'generate-file': generateFile,
  logout,
  'toggle-app-mode': toggleAppMode,
  'call-python': callPython,
};

const byId: Record<string, Action | undefined> = actions;

/** Do what an event handler or a script asks for. Throws when it cannot be done. */
export function performAction(context: Context, id: string, start: Start): unknown {
  const action = Object.hasOwn(byId, id) ? byId[id] : undefined;
  if (!action) throw new Error(`There is no action ${id}`);
  return action(new Options(start, context), context);
}
