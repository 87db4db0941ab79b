import { html } from '../../../../platform/http/html.js';
import type { Page } from '../../../../platform/http/pages/html-page.js';
import { wordsIn } from './words.js';

/** What is not there, at an address that leads to such things. */
export type MissingThing = 'shared' | 'portfolio' | 'issuer' | 'endorsement';

/** Where nothing is shown to whoever came by an address that was given to them. */
export function missingPage(thing: MissingThing): Page {
  return (language) => {
    const { missing, portfolio, issuer, endorsement } = wordsIn(language);
    const titles = {
      shared: missing.shared,
      portfolio: portfolio.missing,
      issuer: issuer.missing,
      endorsement: endorsement.missing,
    };
    const title = titles[thing];
    return {
      title,
      body: html`<h1>${title}</h1>
        <p>${missing.text}</p>`,
    };
  };
}
