import { type Html, html, type PageFrame } from '../../../../platform/http/html.js';
import { type Facet, type FacetOption, FACETS } from '../../domain/catalogue-facets.js';
import type { CatalogueWish, FoundInCatalogue } from '../../use-cases/browse-catalogue.js';
import type { CatalogueEntryView } from '../catalogue.dto.js';
import { amount, FACET_WORDS, languageName, levelWords, optionWords } from './words.js';

export interface CataloguePage extends CatalogueWish, Omit<FoundInCatalogue, 'items'> {
  entries: readonly CatalogueEntryView[];
  publicUrl: string;
}

/** Everything on offer, to be read, searched and narrowed without JavaScript. */
export function cataloguePage(page: CataloguePage): PageFrame {
  const { text, choice, entries, next, count, publicUrl } = page;
  const description = 'Micro-credentials: short courses, a graded project, and a badge that any employer can check.';
  const isWhole = text === '' && Object.keys(choice).length === 0;
  return {
    title: text === '' ? 'Micro-credentials' : `“${text}” – Micro-credentials`,
    description,
    head: html`<link rel="canonical" href="${publicUrl}/" />
      <meta property="og:type" content="website" />
      <meta property="og:title" content="Micro-credentials" />
      <meta property="og:description" content="${description}" />
      <meta property="og:url" content="${publicUrl}/" />`,
    body: html`<h1>Micro-credentials</h1>
      <p class="lead">Short courses, a graded project, and a badge that any employer can check.</p>
      <form role="search" action="/" method="get">
        <div class="field">
          <label for="q">Title, skill or institution</label>
          <input type="search" id="q" name="q" maxlength="200" value="${text}" />
        </div>
        ${FACETS.map((facet) => facetField(facet, page))}
        <button type="submit">Search</button>
        ${isWhole ? null : html`<a class="button plain" href="/">Show all</a>`}
      </form>
      ${isWhole ? null : html`<p role="status">${count === 1 ? 'One micro-credential' : `${count} micro-credentials`}</p>`}
      ${results(entries, text, isWhole)}
      ${next === null ? null : html`<p><a rel="next" href="${nextAddress(page, next)}">More</a></p>`}`,
  };
}

/** Only where there is something to choose between. */
function facetField(facet: Facet, { facets, choice }: CataloguePage): Html | null {
  const options = facets[facet];
  const chosen = choice[facet];
  if (options.length < 2 && chosen === undefined) return null;
  const option = ({ value, count }: FacetOption) =>
    html`<option value="${value}" ${value === chosen ? html`selected` : null}>${optionWords(facet, value)} (${count})</option>`;
  return html`<div class="field">
    <label for="${facet}">${FACET_WORDS[facet]}</label>
    <select id="${facet}" name="${facet}">
      <option value="">Any</option>
      ${options.map(option)}
    </select>
  </div>`;
}

function results(entries: readonly CatalogueEntryView[], text: string, isWhole: boolean): Html {
  if (entries.length > 0) {
    return html`<ul class="cards">
      ${entries.map(card)}
    </ul>`;
  }
  if (isWhole) return html`<p>Nothing is published yet. What an institution publishes will stand here.</p>`;
  return text === ''
    ? html`<p>Nothing is of all these kinds at once. Set one of them back to “Any”.</p>`
    : html`<p>Nothing holds all of “${text}”. Try fewer or other words.</p>`;
}

function card(entry: CatalogueEntryView): Html {
  const { hours, ects, ceu } = entry.workload;
  const facts = [
    `${amount(hours)} h`,
    ects === null ? null : `${amount(ects)} ECTS`,
    ceu === null ? null : `${amount(ceu)} CEU`,
    entry.level && levelWords(entry.level),
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
