import { html } from '../../../../platform/http/html.js';
import type { Page } from '../../../../platform/http/pages/html-page.js';
import { noIndex } from '../../../../platform/http/pages/no-index.js';
import { wordsIn } from './words.js';

/** A link for which nobody has chosen yet what it shows. */
export function nothingPage(): Page {
  return (language) => {
    const { nothing: words } = wordsIn(language);
    return {
      title: words.title,
      head: noIndex,
      bare: true,
      body: html`<div class="narrow">
        <h1>${words.title}</h1>
        <p>${words.text}</p>
      </div>`,
    };
  };
}

/** `reason`: the key of an admission's refusal. */
export function noPlacePage(reason: string): Page {
  return (language) => {
    const { noPlace: words } = wordsIn(language);
    return {
      title: words.title,
      head: noIndex,
      bare: true,
      body: html`<div class="narrow">
        <h1>${words.title}</h1>
        <p>${words.reasons[reason]} ${words.text}</p>
      </div>`,
    };
  };
}
