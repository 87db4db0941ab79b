import { html } from '../../../../platform/http/html.js';
import type { Page } from '../../../../platform/http/pages/html-page.js';
import { noIndex } from '../../../../platform/http/pages/no-index.js';
import { wordsIn } from './words.js';

/** Takes the choice to the platform: the browser posts it (Deep Linking 2.0 §2.2), by itself or by the button. */
export function answerPage({ jwt, returnUrl }: { jwt: string; returnUrl: string }): Page {
  return (language) => {
    const { answer: words } = wordsIn(language);
    return {
      title: words.title,
      head: html`${noIndex}
        <script type="module" src="/lti/scripts/submit.js"></script>`,
      bare: true,
      body: html`<div class="narrow">
        <h1>${words.title}</h1>
        <p role="status">${words.text}</p>
        <form method="post" action="${returnUrl}" data-at-once>
          <input type="hidden" name="JWT" value="${jwt}" />
          <button>${words.button}</button>
        </form>
      </div>`,
    };
  };
}

/** The link that they came by shows something from now on. */
export function shownPage(): Page {
  return (language) => {
    const { answer: words } = wordsIn(language);
    return {
      title: words.shownTitle,
      head: noIndex,
      bare: true,
      body: html`<div class="narrow">
        <h1>${words.shownTitle}</h1>
        <p role="status">${words.shown}</p>
      </div>`,
    };
  };
}
