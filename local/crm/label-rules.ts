/** What HubSpot does with labels where its documents leave a doubt: see docs/assumptions.md. */
export interface LabelRules {
  /**
   * Which labels of a pair a write takes away that does not name them: `all`, HubSpot's own ones excepted (`custom`), or
   * `none`. `all` if absent.
   */
  replaced?: 'all' | 'custom' | 'none';
  /** Whether a write of Primary takes it from the record's other company, or is refused. `moves` if absent. */
  secondPrimary?: 'moves' | 'is-refused';
  /** Whether the first company of a contact, deal or ticket becomes Primary by itself. `stays-plain` if absent. */
  firstCompany?: 'stays-plain' | 'becomes-primary';
  /** Whether a removal names pairs that are not linked in a refusal. `are-ignored` if absent. */
  unlinkedPairs?: 'are-ignored' | 'are-refused';
}
