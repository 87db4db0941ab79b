import { type Html, html } from '../../../../platform/http/html.js';
import { formatIn } from '../../../../platform/http/pages/format.js';
import type { Page, PageFrame } from '../../../../platform/http/pages/html-page.js';
import type { Language } from '../../../../platform/languages.js';
import type { CatalogueEntry } from '../../../catalog/index.js';
import type { Institution } from '../../../institutions/index.js';
import type { IssuerAddresses } from '../../use-cases/issuing/issuer-addresses.js';
import { MOST_OFFERED, type ShownIssuer } from '../../use-cases/sharing/public-documents.js';
import { endorsementFacts } from './endorsement-facts.js';
import { wordsIn } from './words.js';

/** Who issues, by whose leave, what can be learnt there, and by what its badges are known. */
export function issuerPage(shown: ShownIssuer, addresses: IssuerAddresses): Page {
  return (reader) => frame(shown, addresses, reader);
}

function frame(
  { institution, did, offered, endorsements }: ShownIssuer,
  addresses: IssuerAddresses,
  reader: Language,
): PageFrame {
  const { issuer: words } = wordsIn(reader);
  const { slug, name, description, language } = institution;
  const address = addresses.issuer(slug);
  return {
    title: name,
    address,
    ...(description === '' ? {} : { description }),
    head: html`<link rel="alternate" type="application/ld+json" href="${address}" />
      <meta property="og:type" content="website" />
      <meta property="og:title" content="${name}" />
      <meta property="og:url" content="${address}" />`,
    body: html`<article>
      <header>
        <h1>${name}</h1>
        ${description === '' ? null : html`<p class="lead" lang="${language}">${description}</p>`}
      </header>
      ${facts(institution, reader)} ${accreditation(institution, reader)}
      ${endorsements.length === 0 ? null : html`<dl class="facts">${endorsementFacts('issuer', endorsements, reader)}</dl>`}
      <section aria-labelledby="offered">
        <h2 id="offered">${words.offered}</h2>
        ${
          offered.length === 0
            ? html`<p>${words.nothing}</p>`
            : html`<ul class="cards">
                ${offered.map(card)}
              </ul>`
        }
        ${offered.length < MOST_OFFERED ? null : html`<p><a href="/?${new URLSearchParams({ q: name }).toString()}">${words.all}</a></p>`}
      </section>
      <section aria-labelledby="trust">
        <h2 id="trust">${words.trust}</h2>
        <p>${words.key(name)} <a href="/verify">${words.here}</a>${words.orAnywhere}</p>
        <dl class="facts">
          <dt>${words.did}</dt>
          <dd><code>${did}</code></dd>
          <dt>${words.keys}</dt>
          <dd>
            <a href="/issuers/${slug}/did.json">${words.didDocument}</a>, <a href="/issuers/${slug}/jwks.json">${words.keySet}</a>
          </dd>
        </dl>
      </section>
    </article>`,
  };
}

function facts(institution: Institution, reader: Language): Html | null {
  const { url, email, countryCode, region, parentOrganization, identifiers } = institution;
  const { issuer: words } = wordsIn(reader);
  const country = countryCode && formatIn(reader).country(countryCode);
  const place = [region, country].filter(Boolean).join(', ');
  const known: (readonly [string, Html | string])[] = [
    ...(url === null ? [] : [[words.website, link(url, url)] as const]),
    ...(email === null ? [] : [[words.email, link(`mailto:${email}`, email)] as const]),
    ...(place === '' ? [] : [[words.where, place] as const]),
    ...(parentOrganization ? [[words.parent, link(parentOrganization.url, parentOrganization.name)] as const] : []),
    ...identifiers.map(({ identifier, identifierType }) => [identifierType.replace(/^ext:/, ''), identifier] as const),
  ];
  if (known.length === 0) return null;
  return html`<dl class="facts">
    ${known.map(
      ([term, says]) =>
        html`<dt>${term}</dt>
          <dd>${says}</dd>`,
    )}
  </dl>`;
}

function accreditation({ accreditation, language }: Institution, reader: Language): Html | null {
  if (accreditation.length === 0) return null;
  return html`<section aria-labelledby="accreditation">
    <h2 id="accreditation">${wordsIn(reader).issuer.accreditation}</h2>
    <ul lang="${language}">
      ${accreditation.map(
        ({ body, statement, url }) =>
          html`<li>${url === null ? body : link(url, body)}${statement === '' ? null : `: ${statement}`}</li>`,
      )}
    </ul>
  </section>`;
}

function card({ institutionSlug, slug, title, card: { summary, language } }: CatalogueEntry): Html {
  return html`<li class="card">
    <h3 lang="${language}"><a href="/micro-credentials/${institutionSlug}/${slug}">${title}</a></h3>
    <p lang="${language}">${summary}</p>
  </li>`;
}

function link(url: string, words: string): Html {
  return html`<a href="${url}" rel="noopener noreferrer">${words}</a>`;
}
