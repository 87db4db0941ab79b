import { faultNotice, formField, type FormFaults, notice } from '../../../../platform/http/form-controls.js';
import { type Html, html, type PageFrame } from '../../../../platform/http/html.js';
import type { CorrectionRequest } from '../../data/correction-requests.repository.js';
import type { Credential } from '../../data/credential.entity.js';
import type { ShareLink } from '../../data/share-link.entity.js';
import type { DailyViews } from '../../data/sharing.repository.js';
import type { JsonObject } from '../../domain/json.js';
import { shownName } from '../../domain/superseding-document.js';

export const SHARE_DAYS = ['7', '30', '90', '366'] as const;
export type ShareDays = (typeof SHARE_DAYS)[number];

const DAY_WORDS: { readonly [days in ShareDays]: string } = { 7: 'A week', 30: 'A month', 90: 'Three months', 366: 'A year' };

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

const DONE = new Map([
  ['ended', 'The link is ended: whoever opens it finds nothing.'],
  ['asked', 'The office is asked. You get an e-mail when it has decided.'],
]);

export function badgeSharingPage(shown: BadgeSharingShown): PageFrame {
  const { credential, sharedAt, done, faults } = shown;
  const document = JSON.parse(credential.signed) as JsonObject & { name: string };
  const success = done === undefined ? undefined : DONE.get(done);
  return {
    title: `${faults ? 'Error: ' : ''}Share “${document.name}”`,
    body: html`<div class="narrow">
      <h1>Share “${document.name}”</h1>
      ${success ? notice('success', success) : null} ${faultNotice(faults)}
      ${
        sharedAt
          ? html`<div class="notice success" role="status">
              <strong>The link is made.</strong> <span>Copy it now: it is shown this once.</span>
              <p><a href="${sharedAt}">${sharedAt}</a></p>
            </div>`
          : null
      }
      ${linksPart(shown)} ${viewsPart(shown)} ${namePart(shown, shownName(document))}
      <p><a href="/account/badges">Your badges</a></p>
    </div>`,
  };
}

function linksPart({ credential, links, views, now, faults }: BadgeSharingShown): Html {
  const open = links.filter(({ revokedAt, expiresAt }) => revokedAt === null && expiresAt > now);
  return html`<h2>Links</h2>
    <p>
      A link opens this badge until it ends, even if nobody else sees it. Make one for each person: you can end them one by one.
    </p>
    ${
      open.length === 0
        ? null
        : html`<ul>
            ${open.map(({ id, label, expiresAt }) => {
              const opened = sumOf(views.filter(({ way }) => way === id));
              return html`<li>
                <form method="post" action="/account/badges/${credential.id}/share-links/${id}/end">
                  ${label}, until ${dayOf(expiresAt)}, ${openings(opened)}
                  <button class="danger" aria-label="End the link for ${label}">End</button>
                </form>
              </li>`;
            })}
          </ul>`
    }
    <form method="post" action="/account/badges/${credential.id}/share-links">
      ${formField({ name: 'label', label: 'For whom it is', hint: 'You alone see this.' }, faults)}
      <fieldset>
        <legend>How long it opens</legend>
        ${SHARE_DAYS.map(
          (days, index) =>
            html`<div class="choice">
              <label
                ><input type="radio" name="days" value="${days}" ${index === 1 ? html` checked` : null} />
                ${DAY_WORDS[days]}</label
              >
            </div>`,
        )}
      </fieldset>
      <button>Make a link</button>
    </form>`;
}

function viewsPart({ views }: BadgeSharingShown): Html {
  const page = sumOf(views.filter(({ way }) => way === 'page'));
  const all = sumOf(views);
  return html`<h2>Views</h2>
    <p>In the last 90 days, counted by day; who looked is not known.</p>
    <dl class="facts">
      <dt>At its own address</dt>
      <dd>${openings(page)}</dd>
      <dt>By links</dt>
      <dd>${openings(all - page)}</dd>
    </dl>`;
}

function namePart({ credential, requests, faults }: BadgeSharingShown, name: string | null): Html | null {
  if (name === null || credential.state !== 'issued') return null;
  const open = requests.find(({ state }) => state === 'open');
  const declined = requests.findLast(({ state }) => state === 'declined');
  return html`<h2>Your name</h2>
    <p>The badge shows you as “${name}”.</p>
    ${declined && !open ? html`<p>The office declined to show “${declined.name}”. ${declined.note}</p>` : null}
    ${
      open
        ? html`<p>You asked the office to show “${open.name}” instead. It has not decided yet.</p>`
        : html`<form method="post" action="/account/badges/${credential.id}/correction-requests">
            ${formField({ name: 'name', label: 'How it should read', autocomplete: 'name' }, faults)}
            ${formField({ name: 'reason', label: 'What is wrong', required: false }, faults)}
            <button>Ask for a correction</button>
          </form>`
    }`;
}

function sumOf(views: readonly DailyViews[]): number {
  return views.reduce((sum, { views: count }) => sum + count, 0);
}

function openings(count: number): string {
  if (count === 0) return 'not opened yet';
  return count === 1 ? 'opened once' : `opened ${count} times`;
}

function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}
