import { type Html, html } from '../../../../platform/http/html.js';
import type { Page } from '../../../../platform/http/pages/html-page.js';
import type { Language } from '../../../../platform/languages.js';
import type { HeldOfLaunched } from '../../use-cases/accounts/show-held.js';
import { noIndex } from '../../../../platform/http/pages/no-index.js';
import { wordsIn } from './words.js';

/** What is held about who launched, and how they get it or have it erased (Data Privacy Launch). */
export function heldPage(held: HeldOfLaunched): Page {
  return (language) => {
    const { held: words } = wordsIn(language);
    return {
      title: words.title,
      head: noIndex,
      bare: true,
      body: html`<div class="narrow">
        <h1>${words.title}</h1>
        ${what(held, language)}
        <h2>${words.rightsTitle}</h2>
        <p>${held.is === 'account' ? words.rightsOfAccount : words.rights(held.institution)}</p>
        ${
          held.is === 'account'
            ? html`<p><a class="button" href="/app/account/privacy" target="_blank" rel="noopener">${words.toPrivacy}</a></p>`
            : null
        }
      </div>`,
    };
  };
}

function what(held: HeldOfLaunched, language: Language): Html {
  const { held: words } = wordsIn(language);
  if (held.is === 'nobody') return html`<p>${words.nobody}</p>`;
  if (held.is === 'account') return html`<p>${words.account}</p>`;
  const { places, facts, quizzes, drafts, submissions, notes, badges } = held.held;
  const counts = { places, facts, quizzes, drafts, submissions, notes, badges };
  return html`<p>${words.guest(held.name)}</p>
    <ul>
      ${Object.entries(counts).map(([name, count]) => html`<li>${words.counts[name as keyof typeof counts]}: ${String(count)}</li>`)}
    </ul>
    <p>${words.besides}</p>`;
}
