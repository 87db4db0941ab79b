import { faultNotice, type FormFaults, formField } from '../../../../platform/http/form-controls.js';
import { html, type PageFrame } from '../../../../platform/http/html.js';

export function passwordResetPage({ email, faults }: { email?: string; faults?: FormFaults } = {}): PageFrame {
  return {
    title: 'Choose a new password',
    body: html`<div class="narrow">
      <h1>Choose a new password</h1>
      ${faultNotice(faults)}
      <p>We send a link to your e-mail address. It works once, for an hour.</p>
      <form method="post" action="/password-reset">
        ${formField({ name: 'email', label: 'E-mail address', type: 'email', autocomplete: 'username', ...(email === undefined ? {} : { value: email }) }, faults)}
        <button>Send me a link</button>
      </form>
      <p><a href="/sign-in">Back to signing in</a></p>
    </div>`,
  };
}

export function resetOnItsWayPage(): PageFrame {
  return {
    title: 'Look at your mail',
    body: html`<div class="narrow">
      <h1>Look at your mail</h1>
      <p>
        If somebody here has this address, a link is on its way to it. It may take a few minutes; look among the unwanted mail,
        too.
      </p>
      <p><a href="/sign-in">Back to signing in</a></p>
    </div>`,
  };
}
