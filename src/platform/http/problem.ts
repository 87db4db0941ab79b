/** One kind of refusal: a stable code, the HTTP status it answers with, and what it is called. */
export interface ProblemType {
  readonly code: string;
  readonly status: number;
  readonly title: string;
}

const catalogue = new Map<string, ProblemType>();

/** Adds a kind of refusal to the catalogue (docs/problems.md). Codes are `area.what_is_wrong` and never change. */
export function defineProblem(code: string, status: number, title: string): ProblemType {
  if (catalogue.has(code)) throw new Error(`Problem code ${code} is defined twice`);
  const type = Object.freeze({ code, status, title });
  catalogue.set(code, type);
  return type;
}

export function problemCatalogue(): ProblemType[] {
  return [...catalogue.values()].sort((a, b) => a.code.localeCompare(b.code));
}

/** One thing wrong with one field. `field` is a path as in the request: `courses[2].title`. */
export interface FieldError {
  field: string;
  code: string;
  detail: string;
}

export interface ProblemParticulars {
  /** What is wrong here, and what to do. */
  detail?: string;
  errors?: FieldError[];
  /** Seconds after which it makes sense to come back. */
  retryAfter?: number;
  /** Facts a client can act on, e.g. the current version. */
  facts?: Record<string, unknown>;
}

/** A refusal that the caller should hear about: becomes problem+json (RFC 9457). */
export class Problem extends Error {
  constructor(
    readonly type: ProblemType,
    readonly particulars: ProblemParticulars = {},
  ) {
    super(particulars.detail ?? type.title);
  }
}
