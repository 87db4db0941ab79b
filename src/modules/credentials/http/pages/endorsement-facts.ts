import { type Html, html, trusted } from '../../../../platform/http/html.js';
import type { Language } from '../../../../platform/languages.js';
import { renderText } from '../../../catalog/index.js';
import type { ShownEndorsement } from '../../domain/endorsement.js';
import { wordsIn } from './words.js';

/** Who stands behind the programme or the issuer, in their own words; the reader can check that these are theirs. */
export function endorsementFacts(
  what: 'programme' | 'issuer',
  endorsements: readonly ShownEndorsement[],
  language: Language,
): Html | null {
  if (endorsements.length === 0) return null;
  const { endorsements: words } = wordsIn(language);
  return html`<dt>${words[what]}</dt>
    ${endorsements.map(
      ({ endorser, endorserName, comment, url, publicId }) =>
        html`<dd>
          <strong>${endorserName}</strong> ${endorserName === endorser ? null : html`<br /><small>${endorser}</small>`}
          ${trusted(renderText(comment))} ${check(url, publicId, words.check)}
        </dd>`,
    )}`;
}

/** One that was given here has a page that checks it; another is brought to where anything is checked. */
function check(url: string | null, publicId: string | null, words: string): Html | null {
  if (publicId !== null) return html`<a href="/endorsements/${publicId}">${words}</a>`;
  return url === null ? null : html`<a href="/verify?url=${encodeURIComponent(url)}">${words}</a>`;
}
