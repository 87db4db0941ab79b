import { type Html, html } from './html.js';
import { Problem, type ProblemParticulars } from './problem.js';

/** What was wrong with a form that was sent, to be shown where it is. */
export interface FormFaults {
  title: string;
  status: number;
  particulars: ProblemParticulars;
}

/** Runs what a form asked for. A refusal is a value, so that the form can be shown again with it. */
export async function tryForm<Result>(work: () => Promise<Result>): Promise<{ result: Result } | { faults: FormFaults }> {
  try {
    return { result: await work() };
  } catch (error) {
    if (!(error instanceof Problem) || error.type.status >= 500) throw error;
    return { faults: { title: error.type.title, status: error.type.status, particulars: error.particulars } };
  }
}

export interface FieldOptions {
  name: string;
  label: string;
  type?: 'text' | 'email' | 'password';
  value?: string;
  /** The HTML autofill name, which password managers and assistive programs read. */
  autocomplete?: string;
  hint?: string;
  required?: boolean;
}

/** A labelled input with its hint and its fault, tied together for whoever does not see them. */
export function formField(options: FieldOptions, faults?: FormFaults): Html {
  const { name, label, type = 'text', value, autocomplete, hint, required = true } = options;
  const wrong = faults?.particulars.errors?.filter(({ field }) => field === name).map(({ detail }) => detail) ?? [];
  const described = [hint ? `${name}-hint` : '', wrong.length > 0 ? `${name}-fault` : ''].filter(Boolean).join(' ');
  const attributes = [
    attribute('value', value),
    attribute('autocomplete', autocomplete),
    attribute('aria-describedby', described || undefined),
    attribute('aria-invalid', wrong.length > 0 ? 'true' : undefined),
    required ? html` required` : null,
  ];
  return html`<div class="field">
    <label for="${name}">${label}${required ? null : html` <span class="quiet">(optional)</span>`}</label>
    ${hint ? html`<p class="hint" id="${name}-hint">${hint}</p>` : null}
    ${wrong.length > 0 ? html`<p class="fault" id="${name}-fault">${wrong.join(' ')}</p>` : null}
    <input id="${name}" name="${name}" type="${type}" ${attributes} />
  </div>`;
}

function attribute(name: string, value: string | undefined): Html | null {
  return value === undefined ? null : html` ${name}="${value}"`;
}

/** What happened, or what is wrong with the form as a whole; screen readers say it at once. */
export function notice(kind: 'success' | 'error', title: string, detail?: string): Html {
  return html`<div class="notice ${kind}" role="${kind === 'error' ? 'alert' : 'status'}">
    <strong>${title}</strong>${detail ? html` <span>${detail}</span>` : null}
  </div>`;
}

export function faultNotice(faults: FormFaults | undefined): Html | null {
  return faults ? notice('error', `${faults.title}.`, faults.particulars.detail) : null;
}
