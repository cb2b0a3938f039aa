/** The table, as the registry loads it. */
export { Table } from './Table';
