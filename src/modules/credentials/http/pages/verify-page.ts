import { html, htmlPage } from '../../../../platform/http/html.js';
import type { Verification } from '../../proof/verify.js';
import { checkList, verdictLine } from './check-words.js';

export type PastedCredential = { ok: true; document: unknown } | { ok: false; text: string; complaint: string };

/** The credential of the form's text field. */
export function readPastedCredential(form: unknown): PastedCredential {
  const value = (form as { credential?: unknown } | null)?.credential;
  const text = typeof value === 'string' ? value.trim() : '';
  if (text === '') return { ok: false, text, complaint: 'Paste the credential first.' };
  try {
    return { ok: true, document: JSON.parse(text) };
  } catch {
    return { ok: false, text, complaint: 'This is not JSON. Paste the whole file, from the first { to the last }.' };
  }
}

export function verifyPage(refused?: { text: string; complaint: string }): string {
  return htmlPage({
    title: 'Verify a badge',
    description: 'Check that a digital credential is genuine, unchanged and not revoked.',
    body: html`<h1>Verify a badge</h1>
      <p>Paste the signed credential (JSON). It is checked and not kept.</p>
      <form method="post" action="/verify" class="card">
        <label for="credential">Credential</label>
        <textarea
          id="credential"
          name="credential"
          rows="14"
          spellcheck="false"
          required${refused ? html` aria-invalid="true" aria-describedby="credential-error"` : null}
        >
${refused?.text ?? ''}</textarea>
        ${refused ? html`<p class="error" id="credential-error">${refused.complaint}</p>` : null}
        <button type="submit">Check it</button>
      </form>`,
  });
}

export function verificationPage(verification: Verification): string {
  const name = verification.credential?.['name'];
  return htmlPage({
    title: verification.verified ? 'Genuine and valid' : 'Not verified',
    body: html`<article class="card">
        ${verdictLine(verification)}
        <h1>${typeof name === 'string' ? name : 'Credential'}</h1>
        ${checkList(verification)}
      </article>
      <p><a href="/verify">Check another</a></p>`,
  });
}
