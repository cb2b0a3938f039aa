/** The types of the definition, the specs of the components and of the actions, and nothing that runs. */
export * from './definition';
export * from './generated/actions';
export * from './generated/components';
export * from './spec';
