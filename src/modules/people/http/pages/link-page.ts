import { type Form, type FormFaults, formIn } from '../../../../platform/http/form-controls.js';
import { type Html, html } from '../../../../platform/http/html.js';
import type { Page } from '../../../../platform/http/pages/html-page.js';
import type { Language } from '../../../../platform/languages.js';
import type { LinkPurpose } from '../../domain/sign-in-link.js';
import { noIndex } from '../../../../platform/http/pages/no-index.js';
import { COOKIE_SCRIPT, whereCookiesAreKept } from '../../../../platform/http/pages/where-cookies-are-kept.js';
import { refusedPage } from './refused-page.js';
import { wordsIn } from './words.js';

export interface LinkShown {
  token: string;
  purpose: LinkPurpose;
  /** The address to confirm. */
  email: string | null;
  person: { name: string; email: string | null };
  faults?: FormFaults;
}

export function linkPage({ token, purpose, email, person, faults }: LinkShown): Page {
  return (language) => {
    const { title, text, button } = wording(purpose, language);
    const form = formIn(language, faults);
    const offer = html`${form.notice}
      <p>${text(person.name, email ?? '')}</p>
      <form method="post" action="/sign-in/link">
        <input type="hidden" name="token" value="${token}" />
        ${purpose === 'password-reset' ? newPassword(person.email, form, language) : null}
        <button>${button}</button>
      </form>`;
    const signsIn = purpose !== 'email-confirmation';
    return {
      title,
      head: html`${noIndex} ${signsIn && COOKIE_SCRIPT}`,
      body: html`<div class="narrow">
        <h1>${title}</h1>
        ${signsIn ? whereCookiesAreKept(offer, language) : offer}
      </div>`,
    };
  };
}

export function linkNotValidPage(faults: FormFaults): Page {
  return refusedPage(faults, (language) => {
    const { link: words } = wordsIn(language);
    return html`<div class="actions">
      <a class="button" href="/password-reset">${words.newOne}</a> <a href="/sign-in">${words.signIn}</a>
    </div>`;
  });
}

export function addressConfirmedPage(): Page {
  return (language) => {
    const { link: words } = wordsIn(language);
    return {
      title: words.confirmedTitle,
      body: html`<div class="narrow">
        <h1>${words.confirmedTitle}</h1>
        <p>${words.confirmed}</p>
        <p><a class="button" href="/account">${words.toAccount}</a></p>
      </div>`,
    };
  };
}

interface Wording {
  title: string;
  text: (name: string, email: string) => string;
  button: string;
}

function wording(purpose: LinkPurpose, language: Language): Wording {
  const { link: words } = wordsIn(language);
  switch (purpose) {
    case 'password-reset':
      return words.reset;
    case 'email-confirmation':
      return words.confirm;
    case 'welcome':
    case 'first-administrator':
      return words.welcome;
  }
}

function newPassword(email: string | null, form: Form, language: Language): Html {
  const { newPassword: label, passwordHint: hint } = wordsIn(language);
  // Password managers file the new password under the address.
  return html`<input type="hidden" name="username" autocomplete="username" value="${email}" disabled />
    ${form.field({ name: 'newPassword', label, type: 'password', autocomplete: 'new-password', hint })}`;
}
