import { type Html, html } from '../../../../platform/http/html.js';
import { formatIn } from '../../../../platform/http/pages/format.js';
import type { Page } from '../../../../platform/http/pages/html-page.js';
import { noIndex } from '../../../../platform/http/pages/no-index.js';
import type { Language } from '../../../../platform/languages.js';
import type { StoredEdition } from '../../../catalog/index.js';
import type { EmbeddedOffering } from '../../use-cases/read-embedded-offering.js';
import { wordsIn } from './words.js';

/** A card that stands in a page of another site, as narrow as that has room. */
export function embedPage({ offering, edition, institution }: EmbeddedOffering): Page {
  const { title, language } = edition.content;
  return (reader) => {
    const { embed: words } = wordsIn(reader);
    return {
      title: `${title} – ${institution.name}`,
      head: noIndex,
      bare: true,
      body: html`<article class="card embedded">
        <header>
          <img class="badge" src="${pictureOf(edition)}" alt="" width="96" height="96" />
          <p class="quiet">${institution.name}</p>
          <h1 lang="${language}">${title}</h1>
        </header>
        <dl class="facts">
          <dt>${words.workload}</dt>
          <dd>${workloadWords(edition, reader)}</dd>
          ${offering.run === 'over' ? null : dates(offering, reader)}
        </dl>
        ${
          offering.run === 'over'
            ? html`<p class="notice">${words.over}</p>`
            : html`<p>
                <a class="button" href="/go/${offering.id}" target="_blank" rel="noopener"
                  >${words.open} <span class="visually-hidden">${words.newTab}</span></a
                >
              </p>`
        }
      </article>`,
    };
  };
}

/** The one that was uploaded for it, else the one that is drawn. */
function pictureOf({ id, content: { badgeImageFileId } }: StoredEdition): string {
  return badgeImageFileId === null ? `/achievements/${id}/badge.png` : `/badge-images/${badgeImageFileId}`;
}

function workloadWords({ content: { workload } }: StoredEdition, reader: Language): string {
  const { hours } = wordsIn(reader).embed;
  const ects = workload.ects === null ? [] : [`${formatIn(reader).number(workload.ects)} ECTS`];
  return [hours(workload.hours), ...ects].join(' · ');
}

function dates({ title, startsAt, run }: EmbeddedOffering['offering'], reader: Language): Html {
  const { embed: words } = wordsIn(reader);
  const instant = startsAt.toISOString();
  return html`<dt>${run === 'ahead' ? words.begins : words.began}</dt>
    <dd><time datetime="${instant}">${formatIn(reader).day(instant)}</time> <span class="quiet">${title}</span></dd>`;
}
