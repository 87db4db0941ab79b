import { html } from '../../../../platform/http/html.js';
import type { Page } from '../../../../platform/http/pages/html-page.js';
import type { LtiRefusalCode } from '../../domain/refusal.js';
import { howToAllowCookies } from '../../../../platform/http/pages/where-cookies-are-kept.js';
import { noIndex } from '../../../../platform/http/pages/no-index.js';
import { wordsIn } from './words.js';

export interface RefusalShown {
  code: LtiRefusalCode;
  /** The claim or parameter that it is about. */
  claim: string | undefined;
  /** Finds it in the log. */
  request: string;
}

/** Says what happened to who came, and to who can mend it. Nothing of what was sent is repeated. */
export function refusedMessagePage({ code, claim, request }: RefusalShown): Page {
  return (language) => {
    const { refused: words } = wordsIn(language);
    return {
      title: words.title,
      head: noIndex,
      bare: true,
      body: html`<div class="narrow">
        <h1>${words.title}</h1>
        <p>${words.reasons[code]}</p>
        ${code === 'browser_unknown' && howToAllowCookies(language)}
        <p>${words.again}</p>
        <h2>${words.forAdministrators}</h2>
        <dl class="facts">
          <dt>${words.code}</dt>
          <dd><code>${code}</code></dd>
          ${
            claim === undefined
              ? null
              : html`<dt>${words.where}</dt>
                  <dd><code>${claim}</code></dd>`
          }
          <dt>${words.request}</dt>
          <dd><code>${request}</code></dd>
        </dl>
      </div>`,
    };
  };
}
