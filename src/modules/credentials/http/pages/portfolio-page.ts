import { dayWords } from '../../../../platform/http/day-words.js';
import { html, htmlPage } from '../../../../platform/http/html.js';
import type { ShownPortfolio } from '../../use-cases/sharing/public-documents.js';

interface Badge {
  id: string;
  name: string;
  description: string;
  awardedDate: string;
  issuer: { name: string };
  image?: { id: string };
}

/** The badges that a learner chose, each a door to its own page, where it is checked. */
export function portfolioPage({ portfolio, badges, learner }: ShownPortfolio): string {
  const title = portfolio.title || (learner ? `Badges of ${learner}` : 'Badges');
  return htmlPage({
    title,
    body: html`<h1>${title}</h1>
      ${learner && portfolio.title ? html`<p>${learner}</p>` : null}
      ${portfolio.introduction ? html`<p>${portfolio.introduction}</p>` : null}
      ${badges.length === 0 ? html`<p>No badge is shown here at present.</p>` : null}
      <ul class="cards">
        ${badges.map((credential) => {
          const badge = JSON.parse(credential.signed) as Badge;
          return html`<li class="card">
            ${badge.image ? html`<img class="badge" src="${new URL(badge.image.id).pathname}" alt="" width="96" height="96" />` : null}
            <h2><a href="${new URL(badge.id).pathname}">${badge.name}</a></h2>
            <p>${badge.description}</p>
            <p class="quiet">${badge.issuer.name}, <time datetime="${badge.awardedDate}">${dayWords(badge.awardedDate)}</time></p>
          </li>`;
        })}
      </ul>`,
  });
}

/** Evidence that is a link: where it leads is shown before anybody goes there. */
export function evidenceLinkPage(url: string): string {
  return htmlPage({
    title: 'Evidence',
    body: html`<h1>Evidence</h1>
      <p>The holder of the badge names this address as evidence. It is not Cairn’s, and what is there may have changed.</p>
      <p><a href="${url}" rel="noopener noreferrer nofollow">${url}</a></p>`,
  });
}
