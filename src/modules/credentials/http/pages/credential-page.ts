import { html, trusted } from '../../../../platform/http/html.js';
import { formatIn } from '../../../../platform/http/pages/format.js';
import type { Page, PageFrame } from '../../../../platform/http/pages/html-page.js';
import type { Language } from '../../../../platform/languages.js';
import { renderText } from '../../../catalog/index.js';
import type { Credential } from '../../data/credential.entity.js';
import type { CredentialFacts } from '../../domain/credential-facts.js';
import type { ShownEndorsement } from '../../domain/endorsement.js';
import type { ToldAwards } from '../../domain/told-awards.js';
import { isIndexed } from '../../domain/visibility.js';
import { failed, type Verification } from '../../proof/verifying/verification.js';
import { awardLinks } from './award-links.js';
import { checkList, verdictLine } from './check-words.js';
import { particularFacts, type SignedParticulars, tellsProgramme } from './signed-particulars.js';
import { credentialForms } from './credential-forms.js';
import { credentialHead } from './credential-head.js';
import { endorsementFacts } from './endorsement-facts.js';
import { programmeFacts } from './programme-facts.js';
import { wordsIn } from './words.js';

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

export interface CredentialShown {
  credential: Credential;
  checked: Verification;
  facts: CredentialFacts;
  endorsements: readonly ShownEndorsement[];
  told: ToldAwards;
  /** The path of the share link by which somebody came. */
  sharedAt?: string;
}

/** What an employer sees: whether it is genuine first, then every signed fact. */
export function credentialPage(shown: CredentialShown): Page {
  return (language) => frame(shown, language);
}

function frame({ credential, checked, facts, endorsements, told, sharedAt }: CredentialShown, language: Language): PageFrame {
  const { credential: words } = wordsIn(language);
  const { day, number } = formatIn(language);
  const badge = JSON.parse(credential.signed) as SignedBadge & SignedParticulars;
  const verification = knownHere(credential, checked);
  const { achievement } = badge.credentialSubject;
  const inForce = credential.state === 'issued' || credential.state === 'expired';
  // Open Badges' credits have no unit: one is shown only where it is signed beside them.
  const unit = facts.credits !== null && facts.credits === facts.stated.ects ? ' ECTS' : '';
  const indexed = isIndexed(credential.visibility);
  return {
    title: words.title(badge.name, badge.issuer.name),
    description: badge.description,
    ...(sharedAt ? {} : { address: facts.url, head: credentialHead(facts, { inForce, indexed }, language) }),
    body: html`<article class="card credential">
      ${verdictLine(verification, language)}
      ${words.states[credential.state] ? html`<p class="notice">${words.states[credential.state]}</p>` : null}
      <img class="badge" src="${pictureOf(facts)}" alt="" width="160" height="160" />
      <h1 lang="${facts.language}">${badge.name}</h1>
      <p lang="${facts.language}">${badge.description}</p>
      <dl class="facts">
        <dt>${words.issuedBy}</dt>
        <dd>
          <a href="/issuers/${badge.issuer.id.split(':').at(-1)}">${badge.issuer.name}</a> <br /><small>${badge.issuer.id}</small>
        </dd>
        <dt>${words.awarded}</dt>
        <dd><time datetime="${badge.awardedDate}">${day(badge.awardedDate)}</time></dd>
        ${awardLinks(told, language)}
        ${
          achievement.criteria.narrative
            ? html`<dt>${words.earnedBy}</dt>
                <dd lang="${facts.language}">${trusted(renderText(achievement.criteria.narrative))}</dd>`
            : null
        }
        ${
          achievement.tag?.length
            ? html`<dt>${words.skills}</dt>
                <dd lang="${facts.language}">${achievement.tag.join(', ')}</dd>`
            : null
        }
        ${
          achievement.alignment?.length
            ? html`<dt>${words.aligned}</dt>
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
            : html`<dt>${words.credits}</dt>
                <dd>${number(badge.credentialSubject.creditsEarned)}${unit}</dd>`
        }
        ${particularFacts({ badge, spoken: facts.language, sharedAt }, language)}
        ${endorsementFacts('programme', endorsements.filter(of(achievement)), language)}
        ${endorsementFacts('issuer', endorsements.filter(of(badge.issuer)), language)}
      </dl>
      ${tellsProgramme(badge) ? null : programmeFacts(facts, language)}
      <h2>${words.checked}</h2>
      ${checkList(verification, language)}
      ${credentialForms(sharedAt ?? new URL(facts.url).pathname, inForce && sharedAt === undefined, language)}
      <p class="print-only">${words.printed} ${facts.url}</p>
    </article>`,
  };
}

function of({ id }: { id: string }): (endorsement: ShownEndorsement) => boolean {
  return ({ subject }) => subject === id;
}

/** The signed status list follows a moment after a credential was taken back; we know already. */
function knownHere({ state }: Credential, checked: Verification): Verification {
  if (state !== 'suspended' && state !== 'revoked') return checked;
  const checks = checked.checks.map((one) => (one.check === 'status' ? failed('status', state) : one));
  return { ...checked, verified: false, checks };
}

export function missingCredentialPage(): Page {
  return (language) => {
    const { credential: words } = wordsIn(language);
    return {
      title: words.missing,
      body: html`<h1>${words.missing}</h1>
        <p>${words.missingText}</p>
        <p><a href="/verify">${words.verify}</a></p>`,
    };
  };
}

/** A picture of ours by its path, wherever the page is read from; a badge without one has the default of its edition. */
function pictureOf({ imageUrl, achievementUrl, url }: CredentialFacts): string {
  const picture = new URL(imageUrl ?? `${achievementUrl}/badge.png`);
  return picture.origin === new URL(url).origin ? picture.pathname : `${new URL(url).pathname}/badge.png`;
}
