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
      ({ endorser, endorserName, comment, url }) =>
        html`<dd>
          <strong>${endorserName}</strong> ${endorserName === endorser ? null : html`<br /><small>${endorser}</small>`}
          ${trusted(renderText(comment))}
          ${url === null ? null : html`<a href="/verify?url=${encodeURIComponent(url)}">${words.check}</a>`}
        </dd>`,
    )}`;
}
