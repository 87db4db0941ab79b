import { type FormFaults, formIn } from '../../../../platform/http/form-controls.js';
import { html } from '../../../../platform/http/html.js';
import type { Page } from '../../../../platform/http/pages/html-page.js';
import { wordsIn } from './words.js';

export function passwordResetPage({ email, faults }: { email?: string; faults?: FormFaults } = {}): Page {
  return (language) => {
    const { reset: words, email: label } = wordsIn(language);
    const form = formIn(language, faults);
    return {
      title: words.title,
      body: html`<div class="narrow">
        <h1>${words.title}</h1>
        ${form.notice}
        <p>${words.lead}</p>
        <form method="post" action="/password-reset">
          ${form.field({ name: 'email', label, type: 'email', autocomplete: 'username', ...(email === undefined ? {} : { value: email }) })}
          <button>${words.send}</button>
        </form>
        <p><a href="/sign-in">${words.back}</a></p>
      </div>`,
    };
  };
}

export function resetOnItsWayPage(): Page {
  return (language) => {
    const { reset: words } = wordsIn(language);
    return {
      title: words.sentTitle,
      body: html`<div class="narrow">
        <h1>${words.sentTitle}</h1>
        <p>${words.sent}</p>
        <p><a href="/sign-in">${words.back}</a></p>
      </div>`,
    };
  };
}
