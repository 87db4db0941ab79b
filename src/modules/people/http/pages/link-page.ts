import { faultNotice, type FormFaults, formField } from '../../../../platform/http/form-controls.js';
import { type Html, html, type PageFrame } from '../../../../platform/http/html.js';
import type { LinkPurpose } from '../../domain/sign-in-link.js';

export interface LinkShown {
  token: string;
  purpose: LinkPurpose;
  /** The address to confirm. */
  email: string | null;
  person: { name: string; email: string | null };
  faults?: FormFaults;
}

interface Wording {
  title: string;
  text: string;
  button: string;
}

export function linkPage({ token, purpose, email, person, faults }: LinkShown): PageFrame {
  const { title, text, button } = wording(purpose, person.name, email);
  return {
    title,
    head: noIndex,
    body: html`<div class="narrow">
      <h1>${title}</h1>
      ${faultNotice(faults)}
      <p>${text}</p>
      <form method="post" action="/sign-in/link">
        <input type="hidden" name="token" value="${token}" />
        ${purpose === 'password-reset' ? newPassword(person.email, faults) : null}
        <button>${button}</button>
      </form>
    </div>`,
  };
}

export function linkNotValidPage({ title, particulars }: FormFaults): PageFrame {
  return {
    title,
    head: noIndex,
    body: html`<div class="narrow">
      <h1>${title}</h1>
      <p>${particulars.detail}</p>
      <div class="actions"><a class="button" href="/password-reset">Send me a new link</a> <a href="/sign-in">Sign in</a></div>
    </div>`,
  };
}

export function addressConfirmedPage(): PageFrame {
  return {
    title: 'Address confirmed',
    body: html`<div class="narrow">
      <h1>Address confirmed</h1>
      <p>From now on, sign in with it.</p>
      <p><a class="button" href="/account">Go to your account</a></p>
    </div>`,
  };
}

const noIndex = html`<meta name="robots" content="noindex" />`;

function wording(purpose: LinkPurpose, name: string, email: string | null): Wording {
  switch (purpose) {
    case 'password-reset':
      return {
        title: 'Choose a new password',
        text: `Hello ${name}. Every device that is signed in will be signed out.`,
        button: 'Save and sign in',
      };
    case 'email-confirmation':
      return {
        title: 'Confirm your address',
        text: `Hello ${name}. Do you want to use ${email ?? ''} for Cairn?`,
        button: 'Use this address',
      };
    case 'welcome':
    case 'first-administrator':
      return {
        title: 'Sign in to Cairn',
        text: `Hello ${name}. This link works once; choose a password afterwards, so that you can come back.`,
        button: 'Sign in',
      };
  }
}

function newPassword(email: string | null, faults?: FormFaults): Html {
  // Password managers file the new password under the address.
  return html`<input type="hidden" name="username" autocomplete="username" value="${email}" disabled />
    ${formField({ name: 'newPassword', label: 'New password', type: 'password', autocomplete: 'new-password', hint: 'At least 8 characters. A few unrelated words work well.' }, faults)}`;
}
