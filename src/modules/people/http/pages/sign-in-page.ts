import { faultNotice, type FormFaults, formField } from '../../../../platform/http/form-controls.js';
import { html, type PageFrame } from '../../../../platform/http/html.js';
import type { SignInAside } from '../sign-in-aside.js';

export interface SignInShown {
  next: string;
  email?: string;
  faults?: FormFaults;
  aside?: SignInAside | undefined;
}

export function signInPage({ next, email, faults, aside }: SignInShown): PageFrame {
  return {
    title: faults ? 'Error: Sign in to Cairn' : 'Sign in to Cairn',
    body: html`<div class="narrow">
      <h1>Sign in</h1>
      ${faultNotice(faults)}
      <form method="post" action="/sign-in">
        <input type="hidden" name="next" value="${next}" />
        ${formField({ name: 'email', label: 'E-mail address', type: 'email', autocomplete: 'username', ...(email === undefined ? {} : { value: email }) }, faults)}
        ${formField({ name: 'password', label: 'Password', type: 'password', autocomplete: 'current-password' }, faults)}
        <button>Sign in</button>
      </form>
      <p><a href="/password-reset">Forgotten your password, or have you none yet?</a></p>
      ${aside?.(next)}
    </div>`,
  };
}
