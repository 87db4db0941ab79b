import { faultNotice, type FormFaults, formField, notice } from '../../../../platform/http/form-controls.js';
import { type Html, html, type PageFrame } from '../../../../platform/http/html.js';
import type { MemberPlace } from '../../data/members.repository.js';
import type { Account } from '../../use-cases/read-account.js';
import { roleNames } from './role-names.js';

export interface AccountShown {
  account: Account;
  /** What has just been done, from the address. */
  done?: string | undefined;
  faults?: FormFaults & { form: 'password' | 'email' };
  /** As it was sent, to be corrected. */
  email?: string | undefined;
}

const DONE = new Map([
  ['password', 'Your password is saved. Every other device was signed out.'],
  ['email', 'Your e-mail address is saved.'],
  ['confirmation', 'Look at your mail: the new address counts when you open the link there.'],
]);

export function accountPage(shown: AccountShown): PageFrame {
  const { account, done, faults } = shown;
  const success = done === undefined ? undefined : DONE.get(done);
  return {
    title: faults ? 'Error: Your account' : 'Your account',
    language: 'en',
    body: html`<h1>Your account</h1>
      ${success ? notice('success', success) : null}
      ${isSettingUp(account) ? notice('success', 'Welcome to Cairn.', 'Enter your e-mail address and choose a password, so that you can come back.') : null}
      ${facts(account)} ${ways(account)} ${institutions(account)} ${emailForm(shown)} ${passwordForm(shown)}
      <h2>Leave</h2>
      <form method="post" action="/sign-out"><button class="plain">Sign out</button></form>`,
  };
}

function isSettingUp({ person }: Account): boolean {
  return person.email === null || person.passwordHash === null;
}

function facts({ person, acting }: Account): Html {
  return html`<dl class="facts">
    <dt>Name</dt>
    <dd>${person.name}</dd>
    <dt>E-mail</dt>
    <dd>${person.email ?? 'none yet'}</dd>
    <dt>Acting for</dt>
    <dd>${acting ? acting.institution.name : 'no institution'}</dd>
    <dt>Roles there</dt>
    <dd>${acting && acting.roles.length > 0 ? roleNames(acting.roles) : 'none'}</dd>
  </dl>`;
}

function ways({ acting }: Account): Html {
  return html`<ul>
    ${acting ? html`<li><a href="/app/">Your learning and your work</a></li>` : null}
    ${acting ? html`<li><a href="/account/badges">Your badges</a>: who sees them, and what they say</li>` : null}
    <li><a href="/api/docs">API documentation</a></li>
    ${acting?.roles.includes('admin') ? html`<li><a href="/mailbox">Mailbox</a>: mail that Cairn wrote</li>` : null}
  </ul>`;
}

function institutions({ memberships, acting }: Account): Html | null {
  const others = memberships.filter(({ institution }) => institution.id !== acting?.institution.id);
  if (others.length === 0) return null;
  return html`<h2>Your other institutions</h2>
    <ul class="cards">
      ${others.map(otherInstitution)}
    </ul>`;
}

function otherInstitution({ institution, roles, suspendedAt }: MemberPlace): Html {
  return html`<li class="card">
    <h3>${institution.name}</h3>
    <p class="quiet">${roles.length > 0 ? roleNames(roles) : 'no roles'}</p>
    ${
      suspendedAt
        ? html`<p>Your membership is suspended. Ask the institution.</p>`
        : html`<form method="post" action="/account/institution">
            <input type="hidden" name="institutionId" value="${institution.id}" />
            <button class="plain">Act for ${institution.name}</button>
          </form>`
    }
  </li>`;
}

function emailForm({ account: { person }, faults: all, email }: AccountShown): Html {
  const faults = all?.form === 'email' ? all : undefined;
  const value = email ?? person.email;
  return html`<section class="narrow" aria-labelledby="email-heading">
    <h2 id="email-heading">E-mail address</h2>
    ${faultNotice(faults)}
    <form method="post" action="/account/email">
      ${formField({ name: 'email', label: 'E-mail address', type: 'email', autocomplete: 'email', ...(value === null ? {} : { value }) }, faults)}
      ${person.passwordHash ? formField({ name: 'password', label: 'Password', type: 'password', autocomplete: 'current-password' }, faults) : null}
      <button>Save the address</button>
    </form>
  </section>`;
}

function passwordForm({ account: { person }, faults: all }: AccountShown): Html {
  const faults = all?.form === 'password' ? all : undefined;
  return html`<section class="narrow" aria-labelledby="password-heading">
    <h2 id="password-heading">Password</h2>
    ${faultNotice(faults)}
    <form method="post" action="/account/password">
      ${person.passwordHash ? formField({ name: 'currentPassword', label: 'Current password', type: 'password', autocomplete: 'current-password' }, faults) : null}
      ${formField({ name: 'newPassword', label: 'New password', type: 'password', autocomplete: 'new-password', hint: 'At least 8 characters. A few unrelated words work well.' }, faults)}
      <button>Save the password</button>
    </form>
  </section>`;
}
