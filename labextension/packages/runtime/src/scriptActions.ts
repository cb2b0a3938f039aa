/** `actions` of a RunJS query, with ToolJet's names and parameters. */
import { performAction } from './actions';
import type { Context } from './context';
import type { LogEntry, LogSource } from './host';
import { isRecord } from './equal';
import { asText } from './template';

type Call = (...given: unknown[]) => unknown;

/** The functions of `actions`. */
export function scriptActions(context: Context, source: LogSource): Record<string, Call> {
  const perform = (id: string, options: Record<string, unknown>): Promise<unknown> => {
    const start = { row: null, component: source.name, event: '', read: (key: string) => options[key] };
    return Promise.resolve(context.because(`the code of ${source.name}`, () => performAction(context, id, start)));
  };
  const log =
    (level: LogEntry['level']): Call =>
    message =>
      context.log.write(level, source, asText(message));
  return {
    runQuery: (name, parameters) => perform('run-query', { queryName: name, parameters }),
    resetQuery: name => perform('reset-query', { queryId: name }),
    abortQuery: name => perform('abort-query', { queryId: name }),
    setVariable: (key, value) => perform('set-custom-variable', { key, value }),
    getVariable: key => context.variables.get(asText(key)),
    unSetVariable: key => perform('unset-custom-variable', { key }),
    unsetVariable: key => perform('unset-custom-variable', { key }),
    unsetAllVariables: () => perform('unset-all-custom-variables', {}),
    setPageVariable: (key, value) => perform('set-page-variable', { key, value }),
    getPageVariable: key => context.pageVariables.get(asText(key)),
    unsetPageVariable: key => perform('unset-page-variable', { key }),
    unsetAllPageVariables: () => perform('unset-all-page-variables', {}),
    showAlert: (alertType, message) => perform('show-alert', { alertType, message }),
    logout: () => perform('logout', {}),
    showModal: modal => perform('show-modal', { modal: nameOf(modal) }),
    closeModal: modal => perform('close-modal', { modal: nameOf(modal) }),
    setLocalStorage: (key, value) => perform('set-localstorage-value', { key, value }),
    copyToClipboard: contentToCopy => perform('copy-to-clipboard', { contentToCopy }),
    goToApp: (slug, queryParams, openInNewTab) => perform('go-to-app', { slug, queryParams, openInNewTab }),
    generateFile: (fileName, fileType, data) => perform('generate-file', { fileName, fileType, data }),
    switchPage: (pageId, queryParams) => perform('switch-page', { pageId, queryParams }),
    toggleAppMode: appMode => perform('toggle-app-mode', { appMode }),
    openWebPage: (url, windowTarget) => perform('open-webpage', { url, windowTarget }),
    setTablePage: (table, pageIndex) => perform('set-table-page', { table: nameOf(table), pageIndex }),
    scrollComponentInToView: (componentId, scrollBehavior, scrollBlock) =>
      perform('scroll-component-into-view', { componentId: nameOf(componentId), scrollBehavior, scrollBlock }),
    logInfo: log('info'),
    logError: log('error'),
    log: log('info'),
  };
}

/** A component can be given by its name or as itself. */
function nameOf(component: unknown): unknown {
  return isRecord(component) ? component['id'] : component;
}
