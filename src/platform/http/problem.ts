import type { Language } from '../languages.js';

/** Every language that problems are told in, besides the English that they are written in. */
type Told = Exclude<Language, 'en'>;

/** How another language tells one kind of refusal. */
export interface ProblemWords {
  readonly title: string;
  /** What to do. A function where that depends on what exactly is wrong. */
  readonly detail?: string | ((particulars: ProblemParticulars) => string | undefined);
  /** What is wrong with a field: by the last part of its path and the code (`name.unusable`), or by the code alone; `other` for all the rest. */
  readonly at?: Readonly<Record<string, string | ((error: FieldError) => string)>>;
}

/** One kind of refusal: a stable code, the HTTP status it answers with, and what it is called. */
export interface ProblemType {
  readonly code: string;
  readonly status: number;
  readonly title: string;
  /** `null` for what only programs meet. */
  readonly words: Readonly<Record<Told, ProblemWords>> | null;
}

const catalogue = new Map<string, ProblemType>();

/**
 * `defineProblem` of a module whose words these are: a code that one of the languages lacks does not compile. It adds a kind of refusal
 * to the catalogue (docs/problems.md). Codes are `area.what_is_wrong` and never change.
 */
export function problemsIn<Code extends string>(words: Readonly<Record<Told, Readonly<Record<Code, ProblemWords>>>>) {
  return (code: NoInfer<Code>, status: number, title: string): ProblemType =>
    add({ code, status, title, words: { de: words.de[code] } });
}

/** A kind of refusal that only programs meet, in the protocol that they speak: English alone. */
export function defineProtocolProblem(code: string, status: number, title: string): ProblemType {
  return add({ code, status, title, words: null });
}

function add(type: ProblemType): ProblemType {
  if (catalogue.has(type.code)) throw new Error(`Problem code ${type.code} is defined twice`);
  catalogue.set(type.code, Object.freeze(type));
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
  /** What the detail names, for other languages and for programs. */
  params?: Readonly<Record<string, string | number | readonly string[]>>;
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
