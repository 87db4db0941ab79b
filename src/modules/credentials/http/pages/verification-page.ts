import { dayWords } from '../../../../platform/http/day-words.js';
import { type Html, html, htmlPage, trusted } from '../../../../platform/http/html.js';
import { renderText } from '../../../catalog/index.js';
import type { JsonObject } from '../../domain/json.js';
import { isVouchedFor } from '../../proof/verifying/outcomes.js';
import type { Verification } from '../../proof/verifying/verify.js';
import { type FactName, type SignedFact, signedFacts } from '../../verifying/signed-facts.js';
import { checkList, verdictLine } from './check-words.js';

/** The answer about a credential that somebody brought: the verdict, who vouches for it, every signed fact, and how it was checked. */
export function verificationPage(verification: Verification): string {
  return htmlPage({
    title: verification.verified ? 'Genuine and valid' : 'Not verified',
    body: html`<article class="card">
        ${verdictLine(verification)} ${claims(verification)}
        <h2>How this was checked</h2>
        ${checkList(verification)}
      </article>
      <p><a href="/verify">Check another</a></p>`,
  });
}

/** What a credential says is told as a fact only when somebody vouches for it. */
function claims(verification: Verification): Html {
  const { credential = {}, provenFor } = verification;
  if (!isVouchedFor(verification)) {
    const name = typeof credential.name === 'string' ? credential.name : undefined;
    return html`<h1>Credential</h1>
      ${name === undefined ? null : html`<p>It calls itself “${name}”. Nobody vouches for that.</p>`}`;
  }
  const facts = signedFacts(credential);
  const name = facts.find(({ fact }) => fact === 'name')?.text;
  const lines = linesOf(facts.filter(({ fact }) => fact !== 'name' && fact !== 'issuer' && fact !== 'description'));
  return html`<h1>${name ?? 'Credential'}</h1>
    ${facts.filter(({ fact }) => fact === 'description').map(({ text }) => html`<p>${text}</p>`)}
    <dl class="facts">
      <dt>Issued by</dt>
      <dd>${issuer(facts.find(({ fact }) => fact === 'issuer')?.text, provenFor)}</dd>
      ${lines.map(
        ([label, values]) =>
          html`<dt>${label}</dt>
            <dd>
              ${
                values.length === 1
                  ? shown(values[0])
                  : html`<ul>
                      ${values.map((value) => html`<li>${shown(value)}</li>`)}
                    </ul>`
              }
            </dd>`,
      )}
    </dl>
    <p>These are the facts that were signed. If the paper or picture that you were given says otherwise, believe these.</p>
    ${everything(credential)}`;
}

/** A name is what issuers call themselves. What is proven is that they hold the domain, or only a key. */
function issuer(name: string | undefined, provenFor: string | undefined): Html {
  const called = name === undefined || name === provenFor ? null : html`<br /><small>It calls itself “${name}”.</small>`;
  return provenFor === undefined
    ? html`<strong>The holder of a key that belongs to no domain</strong>${called} <br /><small
          >Anybody can make such a key. Ask the issuer by another way whether it is theirs.</small
        >`
    : html`<strong>${provenFor}</strong>${called} <br /><small
          >Proven: whoever runs ${provenFor} vouches for this credential.</small
        >`;
}

const LABELS: Record<Exclude<FactName, 'other'>, string> = {
  name: 'Name',
  description: 'Description',
  issuer: 'Issued by',
  parent: 'Part of',
  holder: 'Issued to',
  awarded: 'Awarded',
  'valid-from': 'Valid from',
  'valid-until': 'Valid until',
  activity: 'Period of study',
  criteria: 'Earned by',
  result: 'Results',
  credits: 'Credits',
  hours: 'Workload',
  level: 'Level',
  skill: 'Aligned with',
  tag: 'Skills',
  language: 'Language',
  evidence: 'Evidence',
  narrative: 'About the work',
};

/** What the European elements of our own context are called; the members of other extensions keep their names. */
const EUROPEAN_LABELS: Readonly<Record<string, string>> = {
  learningOutcome: 'Learning outcomes',
  assessmentType: 'Assessed by',
  participationType: 'Taken part',
  supervisionType: 'Supervision',
  qualityAssurance: 'Quality assurance',
  entryRequirement: 'Entry requirements',
  stackability: 'Counts towards',
};

function linesOf(facts: readonly SignedFact[]): readonly (readonly [label: string, facts: readonly SignedFact[]])[] {
  const lines = new Map<string, SignedFact[]>();
  for (const fact of facts) {
    const label = fact.fact === 'other' ? (EUROPEAN_LABELS[fact.label ?? ''] ?? fact.label ?? '') : LABELS[fact.fact];
    lines.set(label, [...(lines.get(label) ?? []), fact]);
  }
  return [...lines];
}

const DATES = new Set<FactName>(['awarded', 'valid-from', 'valid-until']);
const PROSE = new Set<FactName>(['criteria', 'narrative']);

function shown(given: SignedFact | undefined): Html | null {
  if (!given) return null;
  const { fact, text, link } = given;
  // A strange site's page opens by itself, without learning where the reader was.
  if (link !== undefined) return html`<a href="${link}" rel="noopener noreferrer nofollow">${text}</a>`;
  if (DATES.has(fact)) return html`<time datetime="${text}">${dayWords(text)}</time>`;
  if (fact === 'hours' && /^\d+(\.\d+)?$/.test(text)) return html`${text} hours`;
  return PROSE.has(fact) ? html`${trusted(renderText(text))}` : html`${text}`;
}

function everything(credential: JsonObject): Html {
  return html`<details>
    <summary>Everything in the credential</summary>
    <pre tabindex="0" aria-label="The whole credential as JSON">${JSON.stringify(credential, null, 2)}</pre>
  </details>`;
}
