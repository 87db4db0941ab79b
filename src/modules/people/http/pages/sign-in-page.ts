import { type FormFaults, formIn } from '../../../../platform/http/form-controls.js';
import { html } from '../../../../platform/http/html.js';
import type { Page } from '../../../../platform/http/pages/html-page.js';
import { COOKIE_SCRIPT, whereCookiesAreKept } from '../../../../platform/http/pages/where-cookies-are-kept.js';
import type { SignInAside } from '../sign-in-aside.js';
import { wordsIn } from './words.js';

export interface SignInShown {
  next: string;
  email?: string;
  faults?: FormFaults;
  aside?: SignInAside | undefined;
}

export function signInPage({ next, email, faults, aside }: SignInShown): Page {
  return (language) => {
    const { signIn: words, ...fields } = wordsIn(language);
    const form = formIn(language, faults);
    const ways = html`${form.notice}
      <form method="post" action="/sign-in">
        <input type="hidden" name="next" value="${next}" />
        ${form.field({ name: 'email', label: fields.email, type: 'email', autocomplete: 'username', ...(email === undefined ? {} : { value: email }) })}
        ${form.field({ name: 'password', label: fields.password, type: 'password', autocomplete: 'current-password' })}
        <button>${words.heading}</button>
      </form>
      <p><a href="/password-reset">${words.forgotten}</a></p>
      ${aside?.(next, language)}`;
    return {
      title: form.title(words.title),
      head: COOKIE_SCRIPT,
      body: html`<div class="narrow">
        <h1>${words.heading}</h1>
        ${whereCookiesAreKept(ways, language)}
      </div>`,
    };
  };
}
