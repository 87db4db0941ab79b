import { html } from '../../../../platform/http/html.js';
import type { Page } from '../../../../platform/http/pages/html-page.js';
import { howToAllowCookies } from '../../../../platform/http/pages/where-cookies-are-kept.js';
import { noIndex } from '../../../../platform/http/pages/no-index.js';
import type { PlatformStorage } from '../../domain/platform-storage.js';
import { storageAttributes } from './storage-attributes.js';
import { wordsIn } from './words.js';

export interface LoginShown {
  /** Where the platform says who it is. */
  next: string;
  /** What the platform may keep for a browser that keeps no cookie. */
  storage: (PlatformStorage & { secret: string }) | null;
  /** The same login, not used yet, for a window of its own. */
  again: string;
}

/**
 * In a frame, before the platform is asked: whether the browser keeps our cookie there, or else the platform something for it. Otherwise a
 * window of its own, or, where this is one already (older browsers do not say so), how to allow cookies.
 */
export function loginPage({ next, storage, again }: LoginShown): Page {
  return (language) => {
    const { login: words } = wordsIn(language);
    const newWindow = html`<p>${words.blocked}</p>
      <p><a class="button" href="${again}" target="_blank" rel="noopener">${words.newWindow}</a></p>
      <p class="quiet">${words.after}</p>`;
    return {
      title: words.title,
      head: html`${noIndex}
        <script type="module" src="/lti/scripts/login.js"></script>`,
      bare: true,
      body: html`<div class="narrow" data-next="${next}" ${storage && storageAttributes(storage)}>
        <h1>${words.title}</h1>
        <p id="opening" role="status">${words.opening}</p>
        <div id="blocked" role="status" hidden>${newWindow}</div>
        <div id="refused" role="status" hidden>${howToAllowCookies(language)}</div>
        <noscript>${newWindow}</noscript>
      </div>`,
    };
  };
}
