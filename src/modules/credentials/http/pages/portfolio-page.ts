import { html } from '../../../../platform/http/html.js';
import { formatIn } from '../../../../platform/http/pages/format.js';
import type { Page } from '../../../../platform/http/pages/html-page.js';
import type { ShownPortfolio } from '../../use-cases/sharing/public-documents.js';
import { wordsIn } from './words.js';

interface Badge {
  id: string;
  name: string;
  description: string;
  awardedDate: string;
  issuer: { name: string };
  image?: { id: string };
}

/** The badges that a learner chose, each a door to its own page, where it is checked. */
export function portfolioPage({ portfolio, badges, learner }: ShownPortfolio): Page {
  return (language) => {
    const { portfolio: words } = wordsIn(language);
    const title = portfolio.title || (learner ? words.of(learner) : words.untitled);
    return {
      title,
      body: html`<h1>${title}</h1>
        ${learner && portfolio.title ? html`<p>${learner}</p>` : null}
        ${portfolio.introduction ? html`<p>${portfolio.introduction}</p>` : null}
        ${badges.length === 0 ? html`<p>${words.none}</p>` : null}
        <ul class="cards">
          ${badges.map((credential) => {
            const badge = JSON.parse(credential.signed) as Badge;
            return html`<li class="card">
              ${badge.image ? html`<img class="badge" src="${new URL(badge.image.id).pathname}" alt="" width="96" height="96" />` : null}
              <h2><a href="${new URL(badge.id).pathname}">${badge.name}</a></h2>
              <p>${badge.description}</p>
              <p class="quiet">
                ${badge.issuer.name},
                <time datetime="${badge.awardedDate}">${formatIn(language).day(badge.awardedDate)}</time>
              </p>
            </li>`;
          })}
        </ul>`,
    };
  };
}

/** Evidence that is a link: where it leads is shown before anybody goes there. */
export function evidenceLinkPage(url: string): Page {
  return (language) => {
    const { evidence: words } = wordsIn(language);
    return {
      title: words.title,
      body: html`<h1>${words.title}</h1>
        <p>${words.lead}</p>
        <p><a href="${url}" rel="noopener noreferrer nofollow">${url}</a></p>`,
    };
  };
}
