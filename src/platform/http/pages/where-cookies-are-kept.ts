import { type Html, html } from '../html.js';
import type { Language } from '../../languages.js';
import { wordsIn } from './words.js';

/** In the head of a page whose body is shown where cookies are kept. */
export const COOKIE_SCRIPT = html`<script type="module" src="/assets/cookies.js"></script>`;

/** What signs somebody in; in its place, where the browser would not keep them signed in, how to let it. Only a script sees which. */
export function whereCookiesAreKept(body: Html, language: Language): Html {
  const { cookies: words } = wordsIn(language);
  return html`<div data-cookies="kept">${body}</div>
    <div data-cookies="refused" role="status" hidden>
      <h2>${words.title}</h2>
      ${howToAllowCookies(language)}
      <p>${words.afterwards}</p>
      <div class="actions">
        <a class="button" href="">${words.again}</a>
        <a href="" target="_blank" rel="noopener" data-own-window hidden>${words.ownWindow}</a>
      </div>
    </div>`;
}

export function howToAllowCookies(language: Language): Html {
  const { cookies: words } = wordsIn(language);
  return html`<p>${words.why}</p>
    <ul>
      ${words.how.map((way) => html`<li>${way}</li>`)}
    </ul>`;
}
