/** Whose rows a transaction may see. */
export interface InstitutionScope {
  institutionId: string;
}

/**
 * Rows of every institution: for signing in, public pages, the relay and the scheduler, before or beyond one institution.
 * `because` is for the reader.
 */
export interface SystemScope {
  system: true;
  because: string;
}

export type Scope = InstitutionScope | SystemScope;

export function system(because: string): SystemScope {
  return { system: true, because };
}
