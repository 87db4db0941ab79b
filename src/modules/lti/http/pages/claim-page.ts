import { type Form, type FormFaults, formIn } from '../../../../platform/http/form-controls.js';
import { type Html, html } from '../../../../platform/http/html.js';
import type { Page } from '../../../../platform/http/pages/html-page.js';
import type { Language } from '../../../../platform/languages.js';
import type { ClaimStep } from '../../domain/claim-step.js';
import type { KnownClaim } from '../../use-cases/accounts/read-claim.js';
import { noIndex } from '../../../../platform/http/pages/no-index.js';
import { wordsIn } from './words.js';

export interface ClaimShown {
  known: KnownClaim;
  token: string;
  /** Who is signed in to an account, not by an LMS. */
  signedInAs: string | null;
  faults?: FormFaults;
}

/** Says what becomes of whom, and asks. */
export function claimPage(shown: ClaimShown): Page {
  const { claim, registration, guest, next } = shown.known;
  return (language) => {
    const { account: words } = wordsIn(language);
    const form = formIn(language, shown.faults);
    const { title, lead } = words.steps[next.step];
    return {
      title: form.title(title),
      head: noIndex,
      body: html`<div class="narrow">
        <h1>${title}</h1>
        ${
          // The page says it itself, at more length.
          next.step === 'refused' ? null : form.notice
        }
        <p>${lead(guest.name, registration.name, claim.email)}</p>
        ${next.step === 'refused' ? html`<p>${words.refusals[next.reason]}</p>` : question(shown, next.step, form, language)}
      </div>`,
    };
  };
}

export function claimNotValidPage(faults: FormFaults): Page {
  return (language) => {
    const { account: words } = wordsIn(language);
    return {
      title: words.notValid,
      head: noIndex,
      body: html`<div class="narrow">
        <h1>${words.notValid}</h1>
        ${formIn(language, faults).notice}
      </div>`,
    };
  };
}

export function settledPage(step: 'own' | 'link'): Page {
  return (language) => {
    const { account: words } = wordsIn(language);
    const { title, text } = words.settled[step];
    return {
      title,
      head: noIndex,
      body: html`<div class="narrow">
        <h1>${title}</h1>
        <p role="status">${text}</p>
        <p><a class="button" href="/app">${words.toAccount}</a></p>
      </div>`,
    };
  };
}

function question(shown: ClaimShown, step: Exclude<ClaimStep['step'], 'refused'>, form: Form, language: Language): Html {
  const { account: words } = wordsIn(language);
  const { known, token, signedInAs } = shown;
  if (step === 'link' && signedInAs !== null && signedInAs !== known.holder?.id) {
    return html`<p>${words.somebodyElse}</p>
      <form method="post" action="/sign-out"><button>${words.signOut}</button></form>`;
  }
  return html`${step === 'link' ? html`<p>${words.whatItMeans(known.registration.name)}</p>` : null}
    <form method="post" action="/lti/account">
      <input type="hidden" name="token" value="${token}" />
      ${form.field({ name: 'code', label: words.code, autocomplete: 'one-time-code', hint: words.codeHint(known.registration.name) })}
      ${password(shown, step, form, language)}
      <button>${words.steps[step].button}</button>
    </form>
    <p class="quiet">${words.ignore}</p>`;
}

function password({ known, signedInAs }: ClaimShown, step: 'own' | 'link', form: Form, language: Language): Html | null {
  const { account: words } = wordsIn(language);
  if (step === 'link' && signedInAs !== null) return null;
  // Password managers file it under the address.
  const username = html`<input type="hidden" name="username" autocomplete="username" value="${known.claim.email}" disabled />`;
  const [name, label] = step === 'own' ? ['newPassword', words.newPassword] : ['password', words.password];
  const autocomplete = step === 'own' ? 'new-password' : 'current-password';
  const hint = step === 'own' ? { hint: words.newPasswordHint } : {};
  return html`${username} ${form.field({ name, label, type: 'password', autocomplete, ...hint })}
  ${step === 'link' ? html`<p><a href="/password-reset">${words.forgotten}</a></p>` : null}`;
}
