import type { Language } from '../languages.js';
import { type Html, html } from './html.js';
import { refusalIn } from './refusals.js';
import { wordsIn } from './pages/words.js';
import { Problem, type ProblemParticulars, type ProblemType } from './problem.js';

/** What was wrong with a form that was sent, to be shown where it is. */
export interface FormFaults extends ProblemType {
  particulars: ProblemParticulars;
}

/** Runs what a form asked for. A refusal is a value, so that the form can be shown again with it. */
export async function tryForm<Result>(work: () => Promise<Result>): Promise<{ result: Result } | { faults: FormFaults }> {
  try {
    return { result: await work() };
  } catch (error) {
    if (!(error instanceof Problem) || error.type.status >= 500) throw error;
    return { faults: { ...error.type, particulars: error.particulars } };
  }
}

export interface FieldOptions {
  name: string;
  label: string;
  type?: 'text' | 'email' | 'password' | 'date';
  value?: string;
  /** The HTML autofill name, which password managers and assistive programs read. */
  autocomplete?: string;
  hint?: string;
  required?: boolean;
}

export interface Form {
  /** Of the page: it says first that something is wrong. */
  title: (title: string) => string;
  /** What is wrong with the form as a whole. */
  notice: Html | null;
  /** A labelled input with its hint and its fault, tied together for whoever does not see them. */
  field: (options: FieldOptions) => Html;
}

/** The parts of a form in its reader's language, with what was wrong when it was sent. */
export function formIn(language: Language, faults?: FormFaults): Form {
  const refusal = faults && refusalIn(language, faults, faults.particulars);
  return {
    title: (title) => (refusal ? wordsIn(language).errorTitle(title) : title),
    notice: refusal ? notice('error', `${refusal.title}.`, refusal.detail, refusal.language) : null,
    field: (options) => {
      const wrong = refusal?.errors?.filter(({ field }) => field === options.name).map(({ detail }) => detail) ?? [];
      return fieldOf(options, wrong, wordsIn(language).optional);
    },
  };
}

function fieldOf(options: FieldOptions, wrong: readonly string[], optional: string): Html {
  const { name, label, type = 'text', value, autocomplete, hint, required = true } = options;
  const described = [hint ? `${name}-hint` : '', wrong.length > 0 ? `${name}-fault` : ''].filter(Boolean).join(' ');
  const attributes = [
    attribute('value', value),
    attribute('autocomplete', autocomplete),
    attribute('aria-describedby', described || undefined),
    attribute('aria-invalid', wrong.length > 0 ? 'true' : undefined),
    required ? html` required` : null,
  ];
  return html`<div class="field">
    <label for="${name}">${label}${required ? null : html` <span class="quiet">${optional}</span>`}</label>
    ${hint ? html`<p class="hint" id="${name}-hint">${hint}</p>` : null}
    ${wrong.length > 0 ? html`<p class="fault" id="${name}-fault">${wrong.join(' ')}</p>` : null}
    <input id="${name}" name="${name}" type="${type}" ${attributes} />
  </div>`;
}

function attribute(name: string, value: string | undefined): Html | null {
  return value === undefined ? null : html` ${name}="${value}"`;
}

/** What happened, or what is wrong; screen readers say it at once. `language`: where it is another one than the page's. */
export function notice(kind: 'success' | 'error', title: string, detail?: string, language?: Language): Html {
  return html`<div class="notice ${kind}" role="${kind === 'error' ? 'alert' : 'status'}" ${attribute('lang', language)}>
    <strong>${title}</strong>${detail ? html` <span>${detail}</span>` : null}
  </div>`;
}
