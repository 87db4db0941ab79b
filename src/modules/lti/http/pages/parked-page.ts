import { html } from '../../../../platform/http/html.js';
import { noIndex } from '../../../../platform/http/pages/no-index.js';
import type { Page } from '../../../../platform/http/pages/html-page.js';
import type { Parked } from '../../use-cases/launch/park-launch.js';
import { storageAttributes } from './storage-attributes.js';
import { wordsIn } from './words.js';

/** Fetches what the platform keeps for the browser and goes on with it: by itself, or in a window of its own once somebody clicks. */
export function parkedPage({ ticket, storage, goesOn }: Omit<Parked, 'registration'>): Page {
  return (language) => {
    const { login, parked, refused } = wordsIn(language);
    const other = html`<p>${refused.reasons.browser_other}</p>
      <p>${refused.again}</p>`;
    return {
      title: login.title,
      head: html`${noIndex}
        <script type="module" src="/lti/scripts/claim.js"></script>`,
      bare: true,
      body: html`<div class="narrow" ${storageAttributes(storage)}>
        <h1>${login.title}</h1>
        <p id="opening" role="status">${login.opening}</p>
        <form id="claim" method="post" action="/lti/launch/claim" ${goesOn === 'here' ? null : html`target="_blank"`} hidden>
          <input type="hidden" name="ticket" value="${ticket}" />
          <input type="hidden" name="secret" />
          <p>${parked.blocked}</p>
          <button>${login.newWindow}</button>
        </form>
        <p id="opened" role="status" hidden>${parked.opened}</p>
        <div id="blocked" role="status" hidden>${other}</div>
        <noscript>${other}</noscript>
      </div>`,
    };
  };
}
