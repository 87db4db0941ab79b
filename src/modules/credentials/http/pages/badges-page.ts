import { type FormFaults, formIn, notice } from '../../../../platform/http/form-controls.js';
import { type Html, html } from '../../../../platform/http/html.js';
import type { Page, PageFrame } from '../../../../platform/http/pages/html-page.js';
import type { Language } from '../../../../platform/languages.js';
import type { Credential } from '../../data/credential.entity.js';
import { VISIBILITIES } from '../../domain/visibility.js';
import type { StandingChoices } from '../../use-cases/superseding/choose-particulars.js';
import { wordsIn } from './words.js';

export interface BadgesShown {
  credentials: readonly Credential[];
  places: readonly { enrollmentId: string; title: string }[];
  /** What has just been done, from the address. */
  done?: string | undefined;
}

export function badgesPage(shown: BadgesShown): Page {
  return (language) => badgesFrame(shown, language);
}

function badgesFrame({ credentials, places, done }: BadgesShown, language: Language): PageFrame {
  const { badges: words } = wordsIn(language);
  const success = new Map(Object.entries(words.done)).get(done ?? '');
  return {
    title: words.title,
    body: html`<h1>${words.title}</h1>
      ${success ? notice('success', success) : null}
      <p>${words.lead}</p>
      ${credentials.length === 0 ? html`<p>${words.none}</p>` : credentials.map((one) => badgeCard(one, language))}
      ${
        places.length === 0
          ? null
          : html`<h2>${words.says}</h2>
              <p>${words.saysText}</p>
              <ul>
                ${places.map(({ enrollmentId, title }) => html`<li><a href="/account/badges/choices/${enrollmentId}">${title}</a></li>`)}
              </ul>`
      }
      <p><a href="/account">${words.account}</a></p>`,
  };
}

function badgeCard({ id, signed, state, visibility, publicId }: Credential, language: Language): Html {
  const { badges: words } = wordsIn(language);
  const { name } = JSON.parse(signed) as { name: string };
  return html`<section class="card" aria-labelledby="badge-${id}">
    <h2 id="badge-${id}">${visibility === 'private' ? name : html`<a href="/credentials/${publicId}">${name}</a>`}</h2>
    ${state === 'issued' ? null : html`<p>${words.states[state]}</p>`}
    <form method="post" action="/account/badges/${id}/visibility">
      <fieldset>
        <legend>${words.whoSees(name)}</legend>
        ${VISIBILITIES.map(
          (one) =>
            html`<div class="choice">
              <label
                ><input type="radio" name="visibility" value="${one}" ${one === visibility ? html` checked` : null} />
                ${words.visibility[one]}
              </label>
            </div>`,
        )}
      </fieldset>
      <button>${words.save}</button>
    </form>
    <p><a href="/account/badges/${id}/sharing">${words.sharing(name)}</a></p>
  </section>`;
}

export interface BadgeChoicesShown {
  standing: StandingChoices;
  title: string;
  faults?: FormFaults | undefined;
}

export function badgeChoicesPage(shown: BadgeChoicesShown): Page {
  return (language) => choicesFrame(shown, language);
}

function choicesFrame({ standing, title, faults }: BadgeChoicesShown, language: Language): PageFrame {
  const { choices: words, badges } = wordsIn(language);
  const form = formIn(language, faults);
  const { enrollmentId, choices, version, issued } = standing;
  return {
    title: form.title(`${words.title}: ${title}`),
    body: html`<div class="narrow">
      <h1>${words.title}</h1>
      <p>${title}</p>
      ${form.notice} ${issued ? notice('success', words.issued, words.issuedText) : null}
      <form method="post" action="/account/badges/choices/${enrollmentId}">
        <input type="hidden" name="version" value="${version}" />
        ${box('showName', words.showName, choices.showName, words.showNameHint)}
        ${box('showResults', words.showResults, choices.showResults, words.showResultsHint)}
        ${box('hashEmail', words.hashEmail, choices.identity === 'email-hash', words.hashEmailHint)}
        <button>${badges.save}</button>
      </form>
      ${choices.identity === 'did' ? html`<p>${words.did} ${choices.did}</p>` : null} ${evidenceWords(choices, language)}
      <p><a href="/account/badges">${badges.title}</a></p>
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

function evidenceWords({ evidenceLinks, evidenceFileIds }: StandingChoices['choices'], language: Language): Html | null {
  const count = evidenceLinks.length + evidenceFileIds.length;
  return count === 0 ? null : html`<p>${wordsIn(language).choices.evidence(count)}</p>`;
}
