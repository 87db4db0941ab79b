import { dayWords } from '../../../../platform/http/day-words.js';
import { html, htmlPage, trusted } from '../../../../platform/http/html.js';
import { renderText } from '../../../catalog/index.js';
import type { Credential } from '../../data/credential.entity.js';
import type { CredentialFacts } from '../../domain/credential-facts.js';
import { failed, type Verification } from '../../proof/verifying/verification.js';
import { checkList, verdictLine } from './check-words.js';
import { particularFacts, type SignedParticulars, tellsProgramme } from './signed-particulars.js';
import { credentialForms } from './credential-forms.js';
import { credentialHead } from './credential-head.js';
import { programmeFacts } from './programme-facts.js';

interface SignedBadge {
  id: string;
  name: string;
  description: string;
  awardedDate: string;
  issuer: { id: string; name: string; url?: string };
  credentialSubject: {
    achievement: {
      id: string;
      criteria: { narrative?: string };
      alignment?: { targetName: string; targetUrl: string; targetFramework?: string }[];
      tag?: string[];
      creditsAvailable?: number;
    };
    creditsEarned?: number;
  };
}

const STATES: Record<Credential['state'], string> = {
  issued: '',
  suspended: 'The issuer has suspended this credential: it does not hold for now.',
  revoked: 'The issuer has taken this credential back.',
  superseded: 'A corrected credential replaced this one.',
  expired: 'This credential has expired.',
};

/** What an employer sees: whether it is genuine first, then every signed fact. `sharedAt`: the path of the share link by which somebody came. */
export function credentialPage(
  credential: Credential,
  checked: Verification,
  facts: CredentialFacts,
  { sharedAt }: { sharedAt?: string } = {},
): string {
  const badge = JSON.parse(credential.signed) as SignedBadge & SignedParticulars;
  const verification = knownHere(credential, checked);
  const { achievement } = badge.credentialSubject;
  const inForce = credential.state === 'issued' || credential.state === 'expired';
  return htmlPage({
    title: `${badge.name}, issued by ${badge.issuer.name}`,
    description: badge.description,
    ...(sharedAt ? {} : { head: credentialHead(facts, inForce) }),
    body: html`<article class="card credential">
      ${verdictLine(verification)} ${STATES[credential.state] ? html`<p class="notice">${STATES[credential.state]}</p>` : null}
      <img class="badge" src="${pictureOf(facts)}" alt="" width="160" height="160" />
      <h1 lang="${facts.language}">${badge.name}</h1>
      <p lang="${facts.language}">${badge.description}</p>
      <dl class="facts">
        <dt>Issued by</dt>
        <dd>
          <a href="/issuers/${badge.issuer.id.split(':').at(-1)}">${badge.issuer.name}</a> <br /><small>${badge.issuer.id}</small>
        </dd>
        <dt>Awarded</dt>
        <dd><time datetime="${badge.awardedDate}">${dayWords(badge.awardedDate)}</time></dd>
        ${
          achievement.criteria.narrative
            ? html`<dt>Earned by</dt>
                <dd>${trusted(renderText(achievement.criteria.narrative))}</dd>`
            : null
        }
        ${
          achievement.tag?.length
            ? html`<dt>Skills</dt>
                <dd>${achievement.tag.join(', ')}</dd>`
            : null
        }
        ${
          achievement.alignment?.length
            ? html`<dt>Aligned with</dt>
                <dd>
                  <ul>
                    ${achievement.alignment.map((one) => html`<li><a href="${one.targetUrl}" rel="noopener noreferrer nofollow">${one.targetName}</a>${one.targetFramework ? ` (${one.targetFramework})` : null}</li>`)}
                  </ul>
                </dd>`
            : null
        }
        ${
          badge.credentialSubject.creditsEarned === undefined
            ? null
            : html`<dt>Credits</dt>
                <dd>${badge.credentialSubject.creditsEarned} ECTS</dd>`
        }
        ${particularFacts(badge, sharedAt)}
      </dl>
      ${tellsProgramme(badge) ? null : programmeFacts(facts)}
      <h2>How this was checked</h2>
      ${checkList(verification)} ${credentialForms(sharedAt ?? new URL(facts.url).pathname, inForce && sharedAt === undefined)}
      <p class="print-only">
        This sheet alone proves nothing. What was signed, and whether it still holds, is shown at ${facts.url}
      </p>
    </article>`,
  });
}

/** The signed status list follows a moment after a credential was taken back; we know already. */
function knownHere({ state }: Credential, checked: Verification): Verification {
  if (state !== 'suspended' && state !== 'revoked') return checked;
  const checks = checked.checks.map((one) => (one.check === 'status' ? failed('status', state) : one));
  return { ...checked, verified: false, checks };
}

export function missingCredentialPage(): string {
  return htmlPage({
    title: 'There is no credential here',
    body: html`<h1>There is no credential here</h1>
      <p>Was the address copied whole? If somebody gave it to you as proof, ask them for it again.</p>
      <p><a href="/verify">Verify a badge from its file</a></p>`,
  });
}

/** A picture of ours by its path, wherever the page is read from; a badge without one has the default of its edition. */
function pictureOf({ imageUrl, achievementUrl, url }: CredentialFacts): string {
  const picture = new URL(imageUrl ?? `${achievementUrl}/badge.png`);
  return picture.origin === new URL(url).origin ? picture.pathname : `${new URL(url).pathname}/badge.png`;
}
