import { type FormFaults, formIn, notice } from '../../../../platform/http/form-controls.js';
import { type Html, html } from '../../../../platform/http/html.js';
import type { Page } from '../../../../platform/http/pages/html-page.js';
import type { Language } from '../../../../platform/languages.js';
import type { MemberPlace } from '../../data/members.repository.js';
import type { Account } from '../../use-cases/read-account.js';
import { roleNames, wordsIn } from './words.js';

export interface AccountShown {
  account: Account;
  /** What has just been done, from the address. */
  done?: string | undefined;
  faults?: FormFaults & { form: 'password' | 'email' };
  /** As it was sent, to be corrected. */
  email?: string | undefined;
}

export function accountPage(shown: AccountShown): Page {
  const { account, done, faults } = shown;
  return (language) => {
    const { account: words } = wordsIn(language);
    const success = new Map(Object.entries(words.done)).get(done ?? '');
    return {
      title: formIn(language, faults).title(words.title),
      body: html`<h1>${words.title}</h1>
        ${success ? notice('success', success) : null}
        ${isSettingUp(account) ? notice('success', words.welcome, words.settingUp) : null} ${facts(account, language)}
        ${ways(account, language)} ${institutions(account, language)} ${emailForm(shown, language)}
        ${passwordForm(shown, language)}
        <h2>${words.leave}</h2>
        <form method="post" action="/sign-out"><button class="plain">${words.signOut}</button></form>`,
    };
  };
}

function isSettingUp({ person }: Account): boolean {
  return person.email === null || person.passwordHash === null;
}

function facts({ person, acting }: Account, language: Language): Html {
  const { account: words } = wordsIn(language);
  return html`<dl class="facts">
    <dt>${words.name}</dt>
    <dd>${person.name}</dd>
    <dt>${words.mail}</dt>
    <dd>${person.email ?? words.noMail}</dd>
    <dt>${words.actingFor}</dt>
    <dd>${acting ? acting.institution.name : words.nobody}</dd>
    <dt>${words.rolesThere}</dt>
    <dd>${acting && acting.roles.length > 0 ? roleNames(acting.roles, language) : words.noRolesThere}</dd>
  </dl>`;
}

function ways({ acting }: Account, language: Language): Html {
  const { account: words } = wordsIn(language);
  return html`<ul>
    ${acting ? html`<li><a href="/app/">${words.work}</a></li>` : null}
    ${acting ? html`<li><a href="/account/badges">${words.badges}</a>: ${words.badgesSays}</li>` : null}
    <li><a href="/api/docs">${words.apiDocs}</a></li>
    ${acting?.roles.includes('admin') ? html`<li><a href="/mailbox">${words.mailbox}</a>: ${words.mailboxSays}</li>` : null}
  </ul>`;
}

function institutions({ memberships, acting }: Account, language: Language): Html | null {
  const others = memberships.filter(({ institution }) => institution.id !== acting?.institution.id);
  if (others.length === 0) return null;
  return html`<h2>${wordsIn(language).account.others}</h2>
    <ul class="cards">
      ${others.map((place) => otherInstitution(place, language))}
    </ul>`;
}

function otherInstitution({ institution, roles, suspendedAt }: MemberPlace, language: Language): Html {
  const { account: words } = wordsIn(language);
  return html`<li class="card">
    <h3>${institution.name}</h3>
    <p class="quiet">${roles.length > 0 ? roleNames(roles, language) : words.noRoles}</p>
    ${
      suspendedAt
        ? html`<p>${words.suspended}</p>`
        : html`<form method="post" action="/account/institution">
            <input type="hidden" name="institutionId" value="${institution.id}" />
            <button class="plain">${words.actFor(institution.name)}</button>
          </form>`
    }
  </li>`;
}

function emailForm({ account: { person }, faults, email }: AccountShown, language: Language): Html {
  const { account: words, email: label, password } = wordsIn(language);
  const form = formIn(language, faults?.form === 'email' ? faults : undefined);
  const value = email ?? person.email;
  return html`<section class="narrow" aria-labelledby="email-heading">
    <h2 id="email-heading">${label}</h2>
    ${form.notice}
    <form method="post" action="/account/email">
      ${form.field({ name: 'email', label, type: 'email', autocomplete: 'email', ...(value === null ? {} : { value }) })}
      ${person.passwordHash ? form.field({ name: 'password', label: password, type: 'password', autocomplete: 'current-password' }) : null}
      <button>${words.saveEmail}</button>
    </form>
  </section>`;
}

function passwordForm({ account: { person }, faults }: AccountShown, language: Language): Html {
  const { account: words, password, newPassword, passwordHint: hint } = wordsIn(language);
  const form = formIn(language, faults?.form === 'password' ? faults : undefined);
  return html`<section class="narrow" aria-labelledby="password-heading">
    <h2 id="password-heading">${password}</h2>
    ${form.notice}
    <form method="post" action="/account/password">
      ${person.passwordHash ? form.field({ name: 'currentPassword', label: words.currentPassword, type: 'password', autocomplete: 'current-password' }) : null}
      ${form.field({ name: 'newPassword', label: newPassword, type: 'password', autocomplete: 'new-password', hint })}
      <button>${words.savePassword}</button>
    </form>
  </section>`;
}
