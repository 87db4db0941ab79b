import { faultNotice, type FormFaults, formField } from '../../../../platform/http/form-controls.js';
import { type Html, html, type PageFrame } from '../../../../platform/http/html.js';
import type { InvitationOffer } from '../../use-cases/read-invitations.js';
import { roleNames } from './role-names.js';

export interface InvitationShown {
  offer: InvitationOffer;
  token: string;
  /** Person who is signed in. */
  signedInAs: string | null;
  name?: string;
  faults?: FormFaults;
}

export function invitationPage(shown: InvitationShown): PageFrame {
  const { institution, invitation } = shown.offer;
  const title = `Join ${institution.name}`;
  return {
    title,
    head: html`<meta name="robots" content="noindex" />`,
    body: html`<div class="narrow">
      <h1>${title}</h1>
      ${faultNotice(shown.faults)}
      <p>${institution.name} invites ${invitation.email} to Cairn as ${roleNames(invitation.roles)}.</p>
      ${nextStep(shown)}
    </div>`,
  };
}

export function invitationNotValidPage({ title, particulars }: FormFaults): PageFrame {
  return {
    title,
    body: html`<div class="narrow">
      <h1>${title}</h1>
      <p>${particulars.detail}</p>
      <p><a href="/sign-in">Sign in</a></p>
    </div>`,
  };
}

function nextStep({ offer, token, signedInAs, name, faults }: InvitationShown): Html {
  if (offer.state === 'accepted') return html`<p>You have accepted. <a class="button" href="/account">Go to your account</a></p>`;
  if (signedInAs !== null && signedInAs !== offer.knownPersonId) {
    return html`<p>You are signed in as somebody else. Sign out first, then open the link in the mail again.</p>
      <form method="post" action="/sign-out"><button>Sign out</button></form>`;
  }
  return html`<form method="post" action="/invitations/acceptance">
      <input type="hidden" name="token" value="${token}" />
      ${signedInAs === null ? proof(offer, name, faults) : null}
      <button>Accept</button>
    </form>
    ${signedInAs === null && offer.knownPersonId !== null ? html`<p><a href="/password-reset">Forgotten your password, or have you none yet?</a></p>` : null}`;
}

function proof({ invitation, knownPersonId }: InvitationOffer, name: string | undefined, faults?: FormFaults): Html {
  if (knownPersonId !== null) {
    return html`<p>You have an account with this address. Enter its password to show that this is you.</p>
      ${formField({ name: 'password', label: 'Password', type: 'password', autocomplete: 'current-password' }, faults)}`;
  }
  return html`${formField({ name: 'name', label: 'Your name', autocomplete: 'name', value: name ?? invitation.name, hint: 'As it shall stand on a badge.' }, faults)}
  ${formField({ name: 'password', label: 'Choose a password', type: 'password', autocomplete: 'new-password', hint: 'At least 8 characters. A few unrelated words work well.' }, faults)}`;
}
