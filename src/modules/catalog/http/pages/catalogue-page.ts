import { type Html, html } from '../../../../platform/http/html.js';
import { formatIn } from '../../../../platform/http/pages/format.js';
import type { Page, PageFrame } from '../../../../platform/http/pages/html-page.js';
import type { Language } from '../../../../platform/languages.js';
import { type Facet, type FacetOption, FACETS } from '../../domain/catalogue-facets.js';
import type { CatalogueWish, FoundInCatalogue } from '../../use-cases/browse-catalogue.js';
import type { CatalogueEntryView } from '../catalogue.dto.js';
import { levelWords, optionWords, wordsIn } from './words.js';

export interface CataloguePage extends CatalogueWish, Omit<FoundInCatalogue, 'items'> {
  entries: readonly CatalogueEntryView[];
  publicUrl: string;
}

/** Everything on offer, to be read, searched and narrowed without JavaScript. */
export function cataloguePage(page: CataloguePage): Page {
  return (language) => frame(page, language);
}

function frame(page: CataloguePage, language: Language): PageFrame {
  const { text, choice, entries, next, count, publicUrl } = page;
  const { catalogue: words } = wordsIn(language);
  const isWhole = text === '' && Object.keys(choice).length === 0;
  return {
    title: text === '' ? words.title : words.searched(text),
    description: words.description,
    address: `${publicUrl}/`,
    head: html`<meta property="og:type" content="website" />
      <meta property="og:title" content="${words.title}" />
      <meta property="og:description" content="${words.description}" />
      <meta property="og:url" content="${publicUrl}/" />`,
    body: html`<h1>${words.title}</h1>
      <p class="lead">${words.lead}</p>
      <form role="search" action="/" method="get">
        <div class="field">
          <label for="q">${words.text}</label>
          <input type="search" id="q" name="q" maxlength="200" value="${text}" />
        </div>
        ${FACETS.map((facet) => facetField(facet, page, language))}
        <button type="submit">${words.search}</button>
        ${isWhole ? null : html`<a class="button plain" href="/">${words.showAll}</a>`}
      </form>
      ${isWhole ? null : html`<p role="status">${words.found(count)}</p>`} ${results(entries, text, isWhole, language)}
      ${next === null ? null : html`<p><a rel="next" href="${nextAddress(page, next)}">${words.more}</a></p>`}`,
  };
}

/** Only where there is something to choose between. */
function facetField(facet: Facet, { facets, choice }: CataloguePage, language: Language): Html | null {
  const words = wordsIn(language);
  const options = facets[facet];
  const chosen = choice[facet];
  if (options.length < 2 && chosen === undefined) return null;
  const option = ({ value, count }: FacetOption) =>
    html`<option value="${value}" ${value === chosen ? html`selected` : null}>
      ${optionWords(facet, value, language)} (${count})
    </option>`;
  return html`<div class="field">
    <label for="${facet}">${words.facets[facet]}</label>
    <select id="${facet}" name="${facet}">
      <option value="">${words.catalogue.any}</option>
      ${options.map(option)}
    </select>
  </div>`;
}

function results(entries: readonly CatalogueEntryView[], text: string, isWhole: boolean, language: Language): Html {
  const { catalogue: words } = wordsIn(language);
  if (entries.length > 0) {
    return html`<ul class="cards">
      ${entries.map((entry) => card(entry, language))}
    </ul>`;
  }
  if (isWhole) return html`<p>${words.empty}</p>`;
  return text === '' ? html`<p>${words.noneOfKinds}</p>` : html`<p>${words.noneOfWords(text)}</p>`;
}

function card(entry: CatalogueEntryView, language: Language): Html {
  const { number, languageName } = formatIn(language);
  const { hours, ects, ceu } = entry.workload;
  const facts = [
    `${number(hours)} h`,
    ects === null ? null : `${number(ects)} ECTS`,
    ceu === null ? null : `${number(ceu)} CEU`,
    entry.level && levelWords(entry.level, language),
    languageName(entry.language),
  ];
  return html`<li class="card">
    ${
      entry.badgeImageUrl === null
        ? null
        : html`<img class="badge" src="${new URL(entry.badgeImageUrl).pathname}" alt="" width="64" height="64" />`
    }
    <h2 lang="${entry.language}"><a href="${new URL(entry.url).pathname}">${entry.title}</a></h2>
    <p class="quiet">${entry.institutionName}</p>
    <p lang="${entry.language}">${entry.summary}</p>
    <ul class="tags">
      ${facts.filter((fact) => fact !== null).map((fact) => html`<li class="tag">${fact}</li>`)}
    </ul>
  </li>`;
}

function nextAddress({ text, choice }: CatalogueWish, cursor: string): string {
  return `/?${new URLSearchParams({ ...(text === '' ? {} : { q: text }), ...choice, cursor }).toString()}`;
}
