import { findObjectType, type Crm } from '../crm';
import type { PageType } from './object-types';

/** The id of the first record of each object type that has one, by object type id. */
export function firstRecords(crm: Crm, types: PageType[]): Record<string, string> {
  return Object.fromEntries(
    types.flatMap(({ id }) => {
      const type = findObjectType(id);
      const [first] = type ? crm.state.recordsOf(type).keys() : [];
      return first === undefined ? [] : [[id, first]];
    }),
  );
}
