import type { LocalOptions } from 'hubspot-local';

/** What differs between the editions of the app. */
export interface Edition extends Pick<
  LocalOptions,
  'project' | 'actionFolders' | 'build' | 'linkingFunctions' | 'backEnd'
> {
  /** Ends what the edition started itself. */
  close?(): Promise<void>;
}

/** The functions that create and remove associations, in both editions. */
export const linkingFunctions = ['associate_records', 'remove_associations'];
