import { type Html, html } from '../../../../platform/http/html.js';
import type { Page, PageFrame } from '../../../../platform/http/pages/html-page.js';
import { wordsIn as frameWordsIn } from '../../../../platform/http/pages/words.js';
import type { Language } from '../../../../platform/languages.js';
import { wordsIn } from './words.js';

type FieldName = 'credential' | 'file' | 'url' | 'email';

/** What stands in the form when it is shown again; a file cannot be kept. */
export interface FormState {
  readonly text?: string;
  readonly url?: string;
  readonly email?: string;
  /** What is wrong, in a language. */
  readonly complaint?: { readonly field: FieldName; readonly says: (language: Language) => string };
}

export function verifyPage(state: FormState, address?: string): Page {
  return (language) => frame(state, address, language);
}

function frame(state: FormState, address: string | undefined, language: Language): PageFrame {
  const { verify: words } = wordsIn(language);
  return {
    title: words.title,
    description: words.description,
    ...(address === undefined ? {} : { address }),
    body: html`<h1>${words.title}</h1>
      <p>${words.lead}</p>
      <form method="post" action="/verify" enctype="multipart/form-data" class="card">
        <p>${words.ways}</p>
        ${fault(state, 'file', language)}
        <div class="field">
          <label for="file">${words.file}</label>
          <p class="hint" id="file-hint">${words.fileHint}</p>
          <input
            id="file"
            name="file"
            type="file"
            accept=".png,.svg,.pdf,.json,.jsonld,.jwt,.jws,image/png,image/svg+xml,application/pdf,application/json"
            aria-describedby="file-hint"
          />
        </div>
        <div class="field">
          <label for="url">${words.url}</label>
          <p class="hint" id="url-hint">${words.urlHint}</p>
          ${fault(state, 'url', language)}
          <input
            id="url"
            name="url"
            type="url"
            autocomplete="off"
            value="${state.url ?? ''}"
            ${invalid(state, 'url', 'url-hint')}
          />
        </div>
        <div class="field">
          <label for="credential">${words.text}</label>
          <p class="hint" id="credential-hint">${words.textHint}</p>
          ${fault(state, 'credential', language)}
          <textarea
            class="code"
            id="credential"
            name="credential"
            rows="8"
            spellcheck="false"
            ${invalid(state, 'credential', 'credential-hint')}
          >
${state.text ?? ''}</textarea>
        </div>
        <hr />
        <div class="field">
          <label for="email">${words.email} <span class="quiet">${frameWordsIn(language).optional}</span></label>
          <p class="hint" id="email-hint">${words.emailHint}</p>
          ${fault(state, 'email', language)}
          <input
            id="email"
            name="email"
            type="email"
            autocomplete="off"
            value="${state.email ?? ''}"
            ${invalid(state, 'email', 'email-hint')}
          />
        </div>
        <p class="actions"><button type="submit">${words.check}</button></p>
      </form>`,
  };
}

function fault({ complaint }: FormState, field: FieldName, language: Language): Html | null {
  if (complaint?.field !== field) return null;
  return html`<p class="fault" id="${field}-error" role="alert">${complaint.says(language)}</p>`;
}

function invalid({ complaint }: FormState, field: FieldName, hint: string): Html {
  return complaint?.field === field
    ? html`aria-invalid="true" aria-describedby="${field}-error ${hint}"`
    : html`aria-describedby="${hint}"`;
}
