import { faultNotice, type FormFaults, notice } from '../../../../platform/http/form-controls.js';
import { type Html, html, type PageFrame } from '../../../../platform/http/html.js';
import type { Credential } from '../../data/credential.entity.js';
import { VISIBILITIES, type Visibility } from '../../domain/visibility.js';
import type { StandingChoices } from '../../use-cases/superseding/choose-particulars.js';

export interface BadgesShown {
  credentials: readonly Credential[];
  places: readonly { enrollmentId: string; title: string }[];
  /** What has just been done, from the address. */
  done?: string | undefined;
}

const DONE = new Map([
  ['visibility', 'It is saved, and holds from now on.'],
  ['choices', 'What the badge says is saved.'],
]);

const WORDS: { readonly [visibility in Visibility]: string } = {
  public: 'Everybody: search engines may find it, and it may stand in your portfolio',
  link: 'Whoever has its address',
  private: 'Nobody, unless you make a share link',
};

export function badgesPage({ credentials, places, done }: BadgesShown): PageFrame {
  const success = done === undefined ? undefined : DONE.get(done);
  return {
    title: 'Your badges',
    body: html`<h1>Your badges</h1>
      ${success ? notice('success', success) : null}
      <p>You alone decide who sees a badge. A file that somebody already holds stays genuine whatever you choose here.</p>
      ${credentials.length === 0 ? html`<p>You have no badge yet.</p>` : credentials.map(badgeCard)}
      ${
        places.length === 0
          ? null
          : html`<h2>What your badges say of you</h2>
              <p>A badge names you and shows your results only if you want it to.</p>
              <ul>
                ${places.map(({ enrollmentId, title }) => html`<li><a href="/account/badges/choices/${enrollmentId}">${title}</a></li>`)}
              </ul>`
      }
      <p><a href="/account">Your account</a></p>`,
  };
}

function badgeCard({ id, signed, state, visibility, publicId }: Credential): Html {
  const { name } = JSON.parse(signed) as { name: string };
  return html`<section class="card" aria-labelledby="badge-${id}">
    <h2 id="badge-${id}">${visibility === 'private' ? name : html`<a href="/credentials/${publicId}">${name}</a>`}</h2>
    ${state === 'issued' ? null : html`<p>It is ${state}.</p>`}
    <form method="post" action="/account/badges/${id}/visibility">
      <fieldset>
        <legend>Who sees “${name}”</legend>
        ${VISIBILITIES.map(
          (one) =>
            html`<div class="choice">
              <label
                ><input type="radio" name="visibility" value="${one}" ${one === visibility ? html` checked` : null} />
                ${WORDS[one]}
              </label>
            </div>`,
        )}
      </fieldset>
      <button>Save</button>
    </form>
    <p><a href="/account/badges/${id}/sharing">Share links, views and the name on “${name}”</a></p>
  </section>`;
}

export interface BadgeChoicesShown {
  standing: StandingChoices;
  title: string;
  faults?: FormFaults | undefined;
}

export function badgeChoicesPage({ standing, title, faults }: BadgeChoicesShown): PageFrame {
  const { enrollmentId, choices, version, issued } = standing;
  return {
    title: `${faults ? 'Error: ' : ''}What the badge says: ${title}`,
    body: html`<div class="narrow">
      <h1>What the badge says</h1>
      <p>${title}</p>
      ${faultNotice(faults)}
      ${issued ? notice('success', 'This badge is issued.', 'What you change here is signed into a new form of it at once, at the same address. A file that somebody already holds still says what it said, but no longer counts: fetch yours again.') : null}
      <form method="post" action="/account/badges/choices/${enrollmentId}">
        <input type="hidden" name="version" value="${version}" />
        ${box('showName', 'Show my name', choices.showName, 'Anybody who reads the badge reads your name.')}
        ${box('showResults', 'Show my results', choices.showResults, 'Your level for each criterion of the project, and your points.')}
        ${box(
          'hashEmail',
          'Let people who know my e-mail address check that it is mine',
          choices.identity === 'email-hash',
          'The address itself is not in the badge. Whoever guesses it can check the guess.',
        )}
        <button>Save</button>
      </form>
      ${choices.identity === 'did' ? html`<p>The badge names you by your own DID: ${choices.did}</p>` : null}
      ${evidenceWords(choices)}
      <p><a href="/account/badges">Your badges</a></p>
    </div>`,
  };
}

function box(name: string, label: string, checked: boolean, hint: string): Html {
  return html`<div class="field">
    <label class="choice">
      <input type="checkbox" name="${name}" value="yes" aria-describedby="${name}-hint" ${checked ? html` checked` : null} />
      ${label}
    </label>
    <p class="hint" id="${name}-hint">${hint}</p>
  </div>`;
}

function evidenceWords({ evidenceLinks, evidenceFileIds }: StandingChoices['choices']): Html | null {
  const count = evidenceLinks.length + evidenceFileIds.length;
  return count === 0 ? null : html`<p>${count === 1 ? 'One part' : `${count} parts`} of your work will be shown as evidence.</p>`;
}
