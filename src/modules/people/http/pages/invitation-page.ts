import { type Form, type FormFaults, formIn } from '../../../../platform/http/form-controls.js';
import { type Html, html } from '../../../../platform/http/html.js';
import type { Page } from '../../../../platform/http/pages/html-page.js';
import type { Language } from '../../../../platform/languages.js';
import type { InvitationOffer } from '../../use-cases/read-invitations.js';
import { noIndex } from '../../../../platform/http/pages/no-index.js';
import { refusedPage } from './refused-page.js';
import { roleNames, wordsIn } from './words.js';

export interface InvitationShown {
  offer: InvitationOffer;
  token: string;
  /** Person who is signed in. */
  signedInAs: string | null;
  name?: string;
  faults?: FormFaults;
}

export function invitationPage(shown: InvitationShown): Page {
  const { institution, invitation } = shown.offer;
  return (language) => {
    const { invitation: words } = wordsIn(language);
    const form = formIn(language, shown.faults);
    const title = words.title(institution.name);
    return {
      title,
      head: noIndex,
      body: html`<div class="narrow">
        <h1>${title}</h1>
        ${form.notice}
        <p>${words.lead(institution.name, invitation.email, roleNames(invitation.roles, language))}</p>
        ${nextStep(shown, form, language)}
      </div>`,
    };
  };
}

export function invitationNotValidPage(faults: FormFaults): Page {
  return refusedPage(faults, (language) => html`<p><a href="/sign-in">${wordsIn(language).invitation.signIn}</a></p>`);
}

function nextStep(shown: InvitationShown, form: Form, language: Language): Html {
  const { offer, token, signedInAs } = shown;
  const { invitation: words } = wordsIn(language);
  if (offer.state === 'accepted') return html`<p>${words.accepted} <a class="button" href="/account">${words.toAccount}</a></p>`;
  if (signedInAs !== null && signedInAs !== offer.knownPersonId) {
    return html`<p>${words.somebodyElse}</p>
      <form method="post" action="/sign-out"><button>${words.signOut}</button></form>`;
  }
  return html`<form method="post" action="/invitations/acceptance">
      <input type="hidden" name="token" value="${token}" />
      ${signedInAs === null ? proof(shown, form, language) : null}
      <button>${words.accept}</button>
    </form>
    ${signedInAs === null && offer.knownPersonId !== null ? html`<p><a href="/password-reset">${words.forgotten}</a></p>` : null}`;
}

function proof({ offer: { invitation, knownPersonId }, name }: InvitationShown, form: Form, language: Language): Html {
  const { invitation: words, password, passwordHint } = wordsIn(language);
  if (knownPersonId !== null) {
    return html`<p>${words.known}</p>
      ${form.field({ name: 'password', label: password, type: 'password', autocomplete: 'current-password' })}`;
  }
  return html`${form.field({ name: 'name', label: words.name, autocomplete: 'name', value: name ?? invitation.name, hint: words.nameHint })}
  ${form.field({ name: 'password', label: words.choosePassword, type: 'password', autocomplete: 'new-password', hint: passwordHint })}`;
}
