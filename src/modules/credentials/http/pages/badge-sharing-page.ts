import { type FormFaults, formIn, notice } from '../../../../platform/http/form-controls.js';
import { type Html, html } from '../../../../platform/http/html.js';
import { formatIn } from '../../../../platform/http/pages/format.js';
import type { Page, PageFrame } from '../../../../platform/http/pages/html-page.js';
import type { Language } from '../../../../platform/languages.js';
import type { CorrectionRequest } from '../../data/correction-requests.repository.js';
import type { Credential } from '../../data/credential.entity.js';
import type { ShareLink } from '../../data/share-link.entity.js';
import type { DailyViews } from '../../data/sharing.repository.js';
import type { JsonObject } from '../../domain/json.js';
import { shownName } from '../../domain/superseding-document.js';
import { SHARE_DAYS } from './share-days.js';
import { wordsIn } from './words.js';

export interface BadgeSharingShown {
  credential: Pick<Credential, 'id' | 'signed' | 'state'>;
  links: readonly ShareLink[];
  views: readonly DailyViews[];
  requests: readonly CorrectionRequest[];
  now: Date;
  /** The address of the link that has just been made. */
  sharedAt?: string | undefined;
  /** What has just been done, from the address. */
  done?: string | undefined;
  faults?: FormFaults | undefined;
}

export function badgeSharingPage(shown: BadgeSharingShown): Page {
  return (language) => frame(shown, language);
}

function frame(shown: BadgeSharingShown, language: Language): PageFrame {
  const { credential, sharedAt, done, faults } = shown;
  const { sharing: words, badges } = wordsIn(language);
  const form = formIn(language, faults);
  const document = JSON.parse(credential.signed) as JsonObject & { name: string };
  const success = new Map(Object.entries(words.done)).get(done ?? '');
  return {
    title: form.title(words.title(document.name)),
    body: html`<div class="narrow">
      <h1>${words.title(document.name)}</h1>
      ${success ? notice('success', success) : null} ${form.notice}
      ${
        sharedAt
          ? html`<div class="notice success" role="status">
              <strong>${words.made}</strong> <span>${words.madeText}</span>
              <p><a href="${sharedAt}">${sharedAt}</a></p>
            </div>`
          : null
      }
      ${linksPart(shown, language)} ${viewsPart(shown, language)} ${namePart(shown, shownName(document), language)}
      <p><a href="/account/badges">${badges.title}</a></p>
    </div>`,
  };
}

function linksPart({ credential, links, views, now, faults }: BadgeSharingShown, language: Language): Html {
  const { sharing: words } = wordsIn(language);
  const form = formIn(language, faults);
  const open = links.filter(({ revokedAt, expiresAt }) => revokedAt === null && expiresAt > now);
  return html`<h2>${words.links}</h2>
    <p>${words.linksText}</p>
    ${
      open.length === 0
        ? null
        : html`<ul>
            ${open.map(({ id, label, expiresAt }) => {
              const opened = sumOf(views.filter(({ way }) => way === id));
              return html`<li>
                <form class="actions" method="post" action="/account/badges/${credential.id}/share-links/${id}/end">
                  ${words.link(label, formatIn(language).day(expiresAt.toISOString()), words.openings(opened))}
                  <button class="danger" aria-label="${words.endOne(label)}">${words.end}</button>
                </form>
              </li>`;
            })}
          </ul>`
    }
    <form method="post" action="/account/badges/${credential.id}/share-links">
      ${form.field({ name: 'label', label: words.label, hint: words.labelHint })}
      <fieldset>
        <legend>${words.days}</legend>
        ${SHARE_DAYS.map(
          (days, index) =>
            html`<div class="choice">
              <label
                ><input type="radio" name="days" value="${days}" ${index === 1 ? html` checked` : null} />
                ${words.lives[days]}</label
              >
            </div>`,
        )}
      </fieldset>
      <button>${words.make}</button>
    </form>`;
}

function viewsPart({ views }: BadgeSharingShown, language: Language): Html {
  const { sharing: words } = wordsIn(language);
  const page = sumOf(views.filter(({ way }) => way === 'page'));
  const all = sumOf(views);
  return html`<h2>${words.views}</h2>
    <p>${words.viewsText}</p>
    <dl class="facts">
      <dt>${words.atAddress}</dt>
      <dd>${words.openings(page)}</dd>
      <dt>${words.byLinks}</dt>
      <dd>${words.openings(all - page)}</dd>
    </dl>`;
}

function namePart({ credential, requests, faults }: BadgeSharingShown, name: string | null, language: Language): Html | null {
  if (name === null || credential.state !== 'issued') return null;
  const { sharing: words } = wordsIn(language);
  const form = formIn(language, faults);
  const open = requests.find(({ state }) => state === 'open');
  const declined = requests.findLast(({ state }) => state === 'declined');
  return html`<h2>${words.name}</h2>
    <p>${words.shown(name)}</p>
    ${declined && !open ? html`<p>${words.declined(declined.name)} ${declined.note}</p>` : null}
    ${
      open
        ? html`<p>${words.open(open.name)}</p>`
        : html`<form method="post" action="/account/badges/${credential.id}/correction-requests">
            ${form.field({ name: 'name', label: words.wish, autocomplete: 'name' })}
            ${form.field({ name: 'reason', label: words.reason, required: false })}
            <button>${words.ask}</button>
          </form>`
    }`;
}

function sumOf(views: readonly DailyViews[]): number {
  return views.reduce((sum, { views: count }) => sum + count, 0);
}
