import { type Html, html, trusted } from '../../../../platform/http/html.js';
import { formatIn } from '../../../../platform/http/pages/format.js';
import type { Page } from '../../../../platform/http/pages/html-page.js';
import type { Language } from '../../../../platform/languages.js';
import { renderText } from '../../../catalog/index.js';
import type { JsonObject } from '../../domain/json.js';
import { isVouchedFor } from '../../proof/verifying/outcomes.js';
import type { Verification } from '../../proof/verifying/verify.js';
import { type FactName, type SignedFact, signedFacts } from '../../verifying/signed-facts.js';
import { checkList, verdictLine } from './check-words.js';
import { wordsIn } from './words.js';

/** The answer about a credential that somebody brought: the verdict, who vouches for it, every signed fact, and how it was checked. */
export function verificationPage(verification: Verification): Page {
  return (language) => {
    const { verification: words, credential } = wordsIn(language);
    return {
      title: verification.verified ? words.verified : words.notVerified,
      body: html`<article class="card">
          ${verdictLine(verification, language)} ${claims(verification, language)}
          <h2>${credential.checked}</h2>
          ${checkList(verification, language)}
        </article>
        <p><a href="/verify">${words.another}</a></p>`,
    };
  };
}

/** What a credential says is told as a fact only when somebody vouches for it. */
function claims(verification: Verification, language: Language): Html {
  const { verification: words } = wordsIn(language);
  const { credential = {}, provenFor } = verification;
  if (!isVouchedFor(verification)) {
    const name = typeof credential.name === 'string' ? credential.name : undefined;
    return html`<h1>${words.unnamed}</h1>
      ${name === undefined ? null : html`<p>${words.unvouched(name)}</p>`}`;
  }
  const facts = signedFacts(credential);
  const name = facts.find(({ fact }) => fact === 'name')?.text;
  const lines = linesOf(
    facts.filter(({ fact }) => fact !== 'name' && fact !== 'issuer' && fact !== 'description'),
    words,
  );
  return html`<h1>${name ?? words.unnamed}</h1>
    ${facts.filter(({ fact }) => fact === 'description').map(({ text }) => html`<p>${text}</p>`)}
    <dl class="facts">
      <dt>${words.labels.issuer}</dt>
      <dd>${issuer(facts.find(({ fact }) => fact === 'issuer')?.text, provenFor, language)}</dd>
      ${lines.map(
        ([label, values]) =>
          html`<dt>${label}</dt>
            <dd>
              ${
                values.length === 1
                  ? shown(values[0], language)
                  : html`<ul>
                      ${values.map((value) => html`<li>${shown(value, language)}</li>`)}
                    </ul>`
              }
            </dd>`,
      )}
    </dl>
    <p>${words.believe}</p>
    ${everything(credential, language)}`;
}

/** A name is what issuers call themselves. What is proven is that they hold the domain, or only a key. */
function issuer(name: string | undefined, provenFor: string | undefined, language: Language): Html {
  const { verification: words } = wordsIn(language);
  const called = name === undefined || name === provenFor ? null : html`<br /><small>${words.itself(name)}</small>`;
  return provenFor === undefined
    ? html`<strong>${words.keyAlone}</strong>${called} <br /><small>${words.keyAloneAdvice}</small>`
    : html`<strong>${provenFor}</strong>${called} <br /><small>${words.proven(provenFor)}</small>`;
}

type Words = ReturnType<typeof wordsIn>['verification'];

function linesOf(
  facts: readonly SignedFact[],
  words: Words,
): readonly (readonly [label: string, facts: readonly SignedFact[]])[] {
  const lines = new Map<string, SignedFact[]>();
  for (const fact of facts) {
    const label = fact.fact === 'other' ? (words.european[fact.label ?? ''] ?? fact.label ?? '') : words.labels[fact.fact];
    lines.set(label, [...(lines.get(label) ?? []), fact]);
  }
  return [...lines];
}

const DATES = new Set<FactName>(['awarded', 'valid-from', 'valid-until', 'activity-from', 'activity-until']);
const PROSE = new Set<FactName>(['criteria', 'narrative', 'comment']);

function shown(given: SignedFact | undefined, language: Language): Html | null {
  if (!given) return null;
  const { fact, text, link } = given;
  // A strange site's page opens by itself, without learning where the reader was.
  if (link !== undefined) return html`<a href="${link}" rel="noopener noreferrer nofollow">${text}</a>`;
  if (DATES.has(fact)) return html`<time datetime="${text}">${formatIn(language).day(text)}</time>`;
  if (fact === 'language') return html`${formatIn(language).languageName(text)}`;
  if (fact === 'hours' && /^\d+(\.\d+)?$/.test(text)) return html`${wordsIn(language).hours(Number(text))}`;
  return PROSE.has(fact) ? html`${trusted(renderText(text))}` : html`${text}`;
}

function everything(credential: JsonObject, language: Language): Html {
  const { verification: words } = wordsIn(language);
  return html`<details>
    <summary>${words.everything}</summary>
    <pre tabindex="0" aria-label="${words.wholeJson}">${JSON.stringify(credential, null, 2)}</pre>
  </details>`;
}
