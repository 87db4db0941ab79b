import { type Html, html, type PageFrame } from '../../../../platform/http/html.js';
import type { Page } from '../../../../platform/http/paging.js';
import type { CatalogueEntryView } from '../catalogue.dto.js';
import { amount, languageName, levelWords } from './words.js';

export interface CataloguePage {
  search: string;
  entries: Page<CatalogueEntryView>;
  publicUrl: string;
}

/** Everything on offer, to be read and searched without JavaScript. */
export function cataloguePage({ search, entries, publicUrl }: CataloguePage): PageFrame {
  const description = 'Micro-credentials: short courses, a graded project, and a badge that any employer can check.';
  return {
    title: search === '' ? 'Micro-credentials' : `“${search}” – Micro-credentials`,
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
          <label for="q">Search by title, skill or institution</label>
          <input type="search" id="q" name="q" maxlength="200" value="${search}" />
        </div>
        <button type="submit">Search</button>
        ${search === '' ? null : html`<a class="button plain" href="/">Show all</a>`}
      </form>
      ${results(search, entries.items)}
      ${entries.next === null ? null : html`<p><a rel="next" href="${nextAddress(search, entries.next)}">More</a></p>`}`,
  };
}

function results(search: string, items: readonly CatalogueEntryView[]): Html {
  if (items.length > 0) {
    return html`<ul class="cards">
      ${items.map(card)}
    </ul>`;
  }
  return search === ''
    ? html`<p>Nothing is published yet.</p>`
    : html`<p role="status">Nothing holds all of “${search}”. Try fewer or other words.</p>`;
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
    <h2 lang="${entry.language}"><a href="${new URL(entry.url).pathname}">${entry.title}</a></h2>
    <p class="quiet">${entry.institutionName}</p>
    <p lang="${entry.language}">${entry.summary}</p>
    <ul class="tags">
      ${facts.filter((fact) => fact !== null).map((fact) => html`<li class="tag">${fact}</li>`)}
    </ul>
  </li>`;
}

function nextAddress(search: string, cursor: string): string {
  return `/?${new URLSearchParams({ ...(search === '' ? {} : { q: search }), cursor }).toString()}`;
}
