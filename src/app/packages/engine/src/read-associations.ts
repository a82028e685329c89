import type { Run } from './run';
import { sendRequest, type Reply } from './send-request';

/** The most records of one batch/read of associations (HubSpot's changelog of 10 February 2025). */
export const mostAssociationReads = 1000;

/** A record whose associations are read; `after` is the cursor of its next page. */
export interface AssociationRead {
  id: string;
  after?: string | undefined;
}

/** Sends one batch/read of the associations from records of a type to another type. `linksByRecord` reads the answer. */
export function readAssociations(
  run: Run,
  from: string,
  to: string,
  inputs: AssociationRead[],
  { optional = false } = {},
): Promise<Reply> {
  const path = run.hubspot.paths.readAssociations(from, to);
  return sendRequest(run, { method: 'POST', path, body: { inputs }, purpose: 'read', optional });
}
