import { type Html, html, htmlPage } from '../../../../platform/http/html.js';
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
        ${refused ? html`<p class="fault" id="credential-error">${refused.complaint}</p>` : null}
        <textarea
          class="code"
          id="credential"
          name="credential"
          rows="14"
          spellcheck="false"
          required${refused ? html` aria-invalid="true" aria-describedby="credential-error"` : null}
        >
${refused?.text ?? ''}</textarea>
        <p class="actions"><button type="submit">Check it</button></p>
      </form>`,
  });
}

export function verificationPage(verification: Verification): string {
  return htmlPage({
    title: verification.verified ? 'Genuine and valid' : 'Not verified',
    body: html`<article class="card">${verdictLine(verification)} ${claims(verification)} ${checkList(verification)}</article>
      <p><a href="/verify">Check another</a></p>`,
  });
}

/** What a credential says is told as a fact only when somebody vouches for it. */
function claims({ verified, credential = {} }: Verification): Html {
  const name = wordOf(credential, 'name');
  if (!verified)
    return html`<h1>Credential</h1>
      ${name === null ? null : html`<p>It calls itself “${name}”.</p>`}`;
  const issuer = wordOf(credential['issuer'], 'name');
  const awarded = wordOf(credential, 'awardedDate')?.slice(0, 10) ?? null;
  return html`<h1>${name ?? 'Credential'}</h1>
    <dl class="facts">
      ${
        issuer === null
          ? null
          : html`<dt>Issued by</dt>
              <dd>${issuer}</dd>`
      }
      ${
        awarded === null
          ? null
          : html`<dt>Awarded</dt>
              <dd><time datetime="${awarded}">${awarded}</time></dd>`
      }
    </dl>`;
}

function wordOf(part: unknown, name: string): string | null {
  const value = (part as Record<string, unknown> | null | undefined)?.[name];
  return typeof value === 'string' ? value : null;
}
