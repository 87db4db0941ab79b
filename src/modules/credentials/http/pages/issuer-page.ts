import { type Html, html, htmlPage } from '../../../../platform/http/html.js';
import type { CatalogueEntry } from '../../../catalog/index.js';
import type { Institution } from '../../../institutions/index.js';
import type { IssuerAddresses } from '../../use-cases/issuing/issuer-addresses.js';
import { MOST_OFFERED, type ShownIssuer } from '../../use-cases/sharing/public-documents.js';

/** Who issues, by whose leave, what can be learnt there, and by what its badges are known. */
export function issuerPage({ institution, did, offered }: ShownIssuer, addresses: IssuerAddresses): string {
  const { slug, name, description, language } = institution;
  const address = addresses.issuer(slug);
  return htmlPage({
    title: name,
    ...(description === '' ? {} : { description }),
    head: html`<link rel="canonical" href="${address}" />
      <link rel="alternate" type="application/ld+json" href="${address}" />
      <meta property="og:type" content="website" />
      <meta property="og:title" content="${name}" />
      <meta property="og:url" content="${address}" />`,
    body: html`<article>
      <header>
        <h1>${name}</h1>
        ${description === '' ? null : html`<p class="lead" lang="${language}">${description}</p>`}
      </header>
      ${facts(institution)} ${accreditation(institution)}
      <section aria-labelledby="offered">
        <h2 id="offered">Micro-credentials</h2>
        ${
          offered.length === 0
            ? html`<p>Nothing is on offer here just now.</p>`
            : html`<ul class="cards">
                ${offered.map(card)}
              </ul>`
        }
        ${offered.length < MOST_OFFERED ? null : html`<p><a href="/?${new URLSearchParams({ q: name }).toString()}">All of them</a></p>`}
      </section>
      <section aria-labelledby="trust">
        <h2 id="trust">How its badges are checked</h2>
        <p>
          Each badge is signed with a key of ${name}. Its own page says whether it still holds; whoever was given a file or a
          picture
          <a href="/verify">checks it here</a>, or with any program for Open Badges 3.0.
        </p>
        <dl class="facts">
          <dt>Name for programs</dt>
          <dd><code>${did}</code></dd>
          <dt>Keys</dt>
          <dd><a href="/issuers/${slug}/did.json">DID document</a>, <a href="/issuers/${slug}/jwks.json">key set</a></dd>
        </dl>
      </section>
    </article>`,
  });
}

function facts({ url, email, countryCode, region, parentOrganization, identifiers }: Institution): Html | null {
  const country = countryCode && new Intl.DisplayNames('en', { type: 'region' }).of(countryCode);
  const place = [region, country].filter(Boolean).join(', ');
  const known: (readonly [string, Html | string])[] = [
    ...(url === null ? [] : [['Website', link(url, url)] as const]),
    ...(email === null ? [] : [['E-mail', link(`mailto:${email}`, email)] as const]),
    ...(place === '' ? [] : [['Where', place] as const]),
    ...(parentOrganization ? [['Part of', link(parentOrganization.url, parentOrganization.name)] as const] : []),
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

function accreditation({ accreditation, language }: Institution): Html | null {
  if (accreditation.length === 0) return null;
  return html`<section aria-labelledby="accreditation">
    <h2 id="accreditation">Accreditation</h2>
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
