import { type Html, html, htmlPage } from '../../../../platform/http/html.js';
import type { Institution } from '../../../institutions/index.js';
import type { Credential } from '../../data/credential.entity.js';
import type { Verification } from '../../proof/verify.js';
import { checkList, verdictLine } from './check-words.js';

interface SignedBadge {
  id: string;
  name: string;
  description: string;
  awardedDate: string;
  issuer: { id: string; name: string; url?: string };
  image?: { id: string };
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
  suspended: 'The issuer has suspended this credential.',
  revoked: 'The issuer has taken this credential back.',
  superseded: 'A corrected credential replaced this one.',
  expired: 'This credential has expired.',
};

/** What an employer sees: whether it is genuine first, then every signed fact. */
export function credentialPage({
  credential,
  institution,
  verification,
}: {
  credential: Credential;
  institution: Institution;
  verification: Verification;
}): string {
  const badge = JSON.parse(credential.signed) as SignedBadge;
  const { achievement } = badge.credentialSubject;
  return htmlPage({
    title: `${badge.name}, issued by ${badge.issuer.name}`,
    description: badge.description,
    head: openGraph(badge),
    body: html`<article class="card credential">
      ${verdictLine(verification)} ${STATES[credential.state] ? html`<p class="notice">${STATES[credential.state]}</p>` : null}
      ${badge.image ? html`<img class="badge" src="${new URL(badge.image.id).pathname}" alt="" width="160" height="160" />` : null}
      <h1>${badge.name}</h1>
      <p>${badge.description}</p>
      <dl>
        <dt>Issued by</dt>
        <dd>${institution.name} <small>${badge.issuer.id}</small></dd>
        <dt>Awarded</dt>
        <dd><time datetime="${badge.awardedDate}">${badge.awardedDate.slice(0, 10)}</time></dd>
        ${
          achievement.criteria.narrative
            ? html`<dt>Earned by</dt>
                <dd>${achievement.criteria.narrative}</dd>`
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
                  ${achievement.alignment.map((one) => html`<a href="${one.targetUrl}" rel="noopener noreferrer nofollow">${one.targetName}</a>${one.targetFramework ? ` (${one.targetFramework}) ` : ' '}`)}
                </dd>`
            : null
        }
        ${
          badge.credentialSubject.creditsEarned === undefined
            ? null
            : html`<dt>Credits</dt>
                <dd>${badge.credentialSubject.creditsEarned} ECTS</dd>`
        }
      </dl>
      <h2>How this was checked</h2>
      ${checkList(verification)}
      <p>
        <a href="${new URL(badge.id).pathname}" type="application/vc+ld+json" download="credential.json"
          >Download the signed credential</a
        >
      </p>
    </article>`,
  });
}

function openGraph({ name, description, id, image }: SignedBadge): Html {
  return html`<meta property="og:type" content="website" />
    <meta property="og:title" content="${name}" />
    <meta property="og:description" content="${description}" />
    <meta property="og:url" content="${id}" />
    ${image ? html`<meta property="og:image" content="${image.id}" />` : null}`;
}
