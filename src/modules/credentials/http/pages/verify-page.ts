import { type Html, html, htmlPage } from '../../../../platform/http/html.js';

type FieldName = 'credential' | 'file' | 'url' | 'email';

/** What stands in the form when it is shown again; a file cannot be kept. */
export interface FormState {
  readonly text?: string;
  readonly url?: string;
  readonly email?: string;
  readonly complaint?: { readonly field: FieldName; readonly complaint: string };
}

export function verifyPage(state: FormState = {}): string {
  return htmlPage({
    title: 'Verify a badge',
    description: 'Check that a digital credential is genuine, unchanged and not revoked.',
    body: html`<h1>Verify a badge</h1>
      <p>
        Find out who issued a digital credential, whether it was changed, and whether it still holds: Open Badges 3.0 and 2.0 and
        other verifiable credentials, of any issuer. It is checked and not kept.
      </p>
      <form method="post" action="/verify" enctype="multipart/form-data" class="card">
        <p>Bring it in one of these three ways.</p>
        ${fault(state, 'file')}
        <div class="field">
          <label for="file">A file</label>
          <p class="hint" id="file-hint">
            A badge picture (PNG or SVG), a certificate (PDF), or a credential (JSON or JWT), up to 5 MB.
          </p>
          <input
            id="file"
            name="file"
            type="file"
            accept=".png,.svg,.pdf,.json,.jsonld,.jwt,.jws,image/png,image/svg+xml,application/pdf,application/json"
            aria-describedby="file-hint"
          />
        </div>
        <div class="field">
          <label for="url">A web address</label>
          <p class="hint" id="url-hint">The page or file that you were given a link to.</p>
          ${fault(state, 'url')}
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
          <label for="credential">The credential itself</label>
          <p class="hint" id="credential-hint">Paste its whole text.</p>
          ${fault(state, 'credential')}
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
          <label for="email">E-mail address of its holder <span class="quiet">(optional)</span></label>
          <p class="hint" id="email-hint">
            To find out whether the credential is about the person who showed it to you. It is not kept.
          </p>
          ${fault(state, 'email')}
          <input
            id="email"
            name="email"
            type="email"
            autocomplete="off"
            value="${state.email ?? ''}"
            ${invalid(state, 'email', 'email-hint')}
          />
        </div>
        <p class="actions"><button type="submit">Check it</button></p>
      </form>`,
  });
}

function fault({ complaint }: FormState, field: FieldName): Html | null {
  return complaint?.field === field ? html`<p class="fault" id="${field}-error" role="alert">${complaint.complaint}</p>` : null;
}

function invalid({ complaint }: FormState, field: FieldName, hint: string): Html {
  return complaint?.field === field
    ? html`aria-invalid="true" aria-describedby="${field}-error ${hint}"`
    : html`aria-describedby="${hint}"`;
}
