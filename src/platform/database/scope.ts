/** Whose rows a transaction may see. */
export interface InstitutionScope {
  institutionId: string;
  /** Set: of rights that are given offering by offering, only those count that are given within this context of an LMS. */
  contextId?: string | null;
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

/** What a transaction sets, with the values of `scopeSettings` as its parameters. */
export const SCOPE_SETTINGS = `set_config('app.institution_id', $1, true), set_config('app.scope', $2, true), set_config('app.context', $3, true)`;

export function scopeSettings(scope: Scope): [string, string, string] {
  return 'system' in scope ? ['', 'system', ''] : [scope.institutionId, 'institution', scope.contextId ?? ''];
}
