/** What ToolJet's plugins share, and what other extensions may ask for. */

import { Token } from '@lumino/coreutils';

import type { Workspace } from './workspace';

export const IWorkspace = new Token<Workspace>(
  '@tooljet/lab:IWorkspace',
  'The apps, data sources and queries of the workspace, as lists that follow the server.'
);
