/** App functions as HubSpot runs them. */
export { FunctionRunner, type Execution } from './runner';
