/** One thing that is wrong with what was sent. `field` is a path such as `content.title`. */
export interface FieldProblem {
  field: string;
  code: string;
  detail: string;
}

/** Of an act in a preview, which nobody sends to the server. */
export const NOTHING_KEPT = 'preview.nothing_kept';

interface ProblemDocument {
  code?: string;
  title?: string;
  detail?: string;
  requestId?: string;
  errors?: FieldProblem[];
}

/** A refusal of the server (RFC 9457), or that it could not be reached: `code` is then `offline`, `status` 0. */
export class ApiProblem extends Error {
  private constructor(
    readonly status: number,
    readonly code: string,
    /** What is the matter; `''`: nobody says. */
    readonly title: string,
    /** What can be done about it, else the title. */
    message: string,
    readonly errors: readonly FieldProblem[],
    readonly requestId: string | undefined,
    /** The document as it came: some problems carry particulars of their own. */
    readonly document: Readonly<Record<string, unknown>>,
  ) {
    super(message);
    this.name = 'ApiProblem';
  }

  static of(response: Response, body: unknown): ApiProblem {
    const document = (typeof body === 'object' && body !== null ? body : {}) as ProblemDocument & Record<string, unknown>;
    const { code = `http-${response.status}`, title = '', detail, requestId, errors = [] } = document;
    const message = detail ?? (title || response.statusText);
    return new ApiProblem(response.status, code, title, message, errors, requestId, document);
  }

  static offline(): ApiProblem {
    return new ApiProblem(0, 'offline', '', '', [], undefined, {});
  }

  /** What is said of a field, or of anything inside it. */
  at(field: string): FieldProblem | undefined {
    return this.errors.find((error) => isAt(error, field));
  }
}

/** Whether it is said of the field, or of anything inside it. */
export function isAt(error: FieldProblem, field: string): boolean {
  return error.field === field || error.field.startsWith(`${field}.`);
}

export function problemOf(error: unknown): ApiProblem | null {
  return error instanceof ApiProblem ? error : null;
}
