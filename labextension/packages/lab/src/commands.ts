/** The ids of ToolJet's commands, for menus, the launcher and keyboard shortcuts. */

export const commands = {
  /** Opens a page of the server by its path below `/tooljet/`; what restoring uses. */
  openPage: 'tooljet:open-page',
  openHome: 'tooljet:open-home',
  openApp: 'tooljet:open-app',
  /** Opens what was right-clicked in the sidebar. */
  openItem: 'tooljet:open-item',
  openAppInBrowser: 'tooljet:open-app-in-browser',
  manageApps: 'tooljet:manage-apps',
  newApp: 'tooljet:new-app',
  newSource: 'tooljet:new-source',
  testSource: 'tooljet:test-source',
  newQuery: 'tooljet:new-query',
  newQueryOnSource: 'tooljet:new-query-on-source',
  copyQuery: 'tooljet:copy-query',
  openReference: 'tooljet:open-reference',
  refresh: 'tooljet:refresh',
} as const;

export const CATEGORY = 'ToolJet';
