import { type Html, html, trusted } from '../../../../platform/http/html.js';
import { formatIn } from '../../../../platform/http/pages/format.js';
import type { Page, PageFrame } from '../../../../platform/http/pages/html-page.js';
import type { Language } from '../../../../platform/languages.js';
import { renderText } from '../../../catalog/index.js';
import type { EndorsementShown } from '../../use-cases/endorsing/show-endorsement.js';
import { checkList, verdictLine } from './check-words.js';
import { wordsIn } from './words.js';

/** Whether somebody really vouches for what a badge or an issuer shows, and in which words. `address`: where its document is, too. */
export function endorsementPage(shown: EndorsementShown, address: string): Page {
  return (language) => frame(shown, address, language);
}

function frame({ said, givenAt, subject, checked }: EndorsementShown, address: string, language: Language): PageFrame {
  const { endorsement: words, credential, particulars } = wordsIn(language);
  const { day } = formatIn(language);
  const { endorser, endorserName, comment, validUntil } = said;
  const title = words.by(endorserName);
  return {
    title,
    address,
    head: html`<link rel="alternate" type="application/vc+ld+json" href="${address}" />`,
    body: html`<article class="card">
      ${verdictLine(checked, language)}
      <h1>${title}</h1>
      ${trusted(renderText(comment))}
      <dl class="facts">
        <dt>${words.endorser}</dt>
        <dd><a href="/issuers/${endorser.split(':').at(-1)}">${endorserName}</a> <br /><small>${endorser}</small></dd>
        <dt>${subject ? words.subjects[subject.kind] : words.subject}</dt>
        <dd>${endorsed(said.subject, subject)}</dd>
        <dt>${words.given}</dt>
        <dd><time datetime="${givenAt.toISOString()}">${day(givenAt.toISOString())}</time></dd>
        ${
          validUntil &&
          html`<dt>${particulars.validUntil}</dt>
            <dd><time datetime="${validUntil.toISOString()}">${day(validUntil.toISOString())}</time></dd>`
        }
      </dl>
      <h2>${credential.checked}</h2>
      ${checkList(checked, language)}
    </article>`,
  };
}

/** What is not on this Cairn is named as it was signed; it is a page only if it is an address. */
function endorsed(named: string, subject: EndorsementShown['subject']): Html {
  if (subject)
    return html`<a href="${subject.path}" lang="${subject.language}">${subject.title}</a> <br /><small>${named}</small>`;
  return /^https?:\/\//.test(named) ? html`<a href="${named}" rel="noopener noreferrer nofollow">${named}</a>` : html`${named}`;
}

/** Copies of it that somebody kept fail, and nobody is shown it any more: here neither. */
export function withdrawnEndorsementPage(): Page {
  return (language) => {
    const { endorsement: words } = wordsIn(language);
    return {
      title: words.withdrawn,
      body: html`<h1>${words.withdrawn}</h1>
        <p>${words.withdrawnText}</p>`,
    };
  };
}
