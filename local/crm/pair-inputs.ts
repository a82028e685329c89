/** A pair of record ids. The object types are in the path. */
export interface PairInput {
  from: { id: string };
  to: { id: string };
}

/** A pair with association types: those it shall have, or lose. */
export interface LabelInput extends PairInput {
  types: { associationCategory: string; associationTypeId: number }[];
}
