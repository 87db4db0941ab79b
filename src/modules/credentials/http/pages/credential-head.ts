import { type Html, html, trusted } from '../../../../platform/http/html.js';
import { noIndex } from '../../../../platform/http/pages/no-index.js';
import type { Language } from '../../../../platform/languages.js';
import type { CredentialFacts } from '../../domain/credential-facts.js';
import { wordsIn } from './words.js';

/** What other sites show of a shared link, and what programs read. The picture is left out once the credential is not in force. */
export function credentialHead(
  facts: CredentialFacts,
  { inForce, indexed }: { inForce: boolean; indexed: boolean },
  language: Language,
): Html {
  const { title, description, url, issuer } = facts;
  const alternative = wordsIn(language).credential.badgeOf(title, issuer.name);
  return html`${indexed ? null : noIndex}
    <meta property="og:type" content="website" />
    <meta property="og:title" content="${title}" />
    <meta property="og:description" content="${description}" />
    <meta property="og:url" content="${url}" />
    <meta property="og:site_name" content="${issuer.name}" />
    <meta name="twitter:title" content="${title}" />
    <meta name="twitter:description" content="${description}" />
    ${
      inForce
        ? html`<meta property="og:image" content="${url}/share.png" />
            <meta property="og:image:width" content="1200" />
            <meta property="og:image:height" content="630" />
            <meta property="og:image:alt" content="${alternative}" />
            <meta name="twitter:card" content="summary_large_image" />
            <meta name="twitter:image" content="${url}/share.png" />
            <meta name="twitter:image:alt" content="${alternative}" />
            ${jsonLd(facts)}`
        : html`<meta name="twitter:card" content="summary" />`
    }`;
}

/** As schema.org describes it. A block of data, so the content policy lets it be. */
function jsonLd(facts: CredentialFacts): Html {
  // `<` could end the element or begin a comment in it; in JSON it may be written as an escape.
  const text = JSON.stringify(described(facts)).replaceAll('<', String.raw`\u003c`);
  return html`<script type="application/ld+json">
    ${trusted(text)}
  </script>`;
}

function described({
  url,
  title,
  description,
  language,
  issuer,
  awardedAt,
  validUntil,
  skills,
  stated,
  programme,
}: CredentialFacts) {
  const level = stated.level ?? programme?.level;
  return {
    '@context': 'https://schema.org',
    '@type': 'EducationalOccupationalCredential',
    '@id': url,
    url,
    name: title,
    description,
    inLanguage: language,
    credentialCategory: 'Micro-credential',
    image: `${url}/share.png`,
    datePublished: awardedAt,
    ...(validUntil === null ? {} : { expires: validUntil }),
    publisher: { '@type': 'EducationalOrganization', name: issuer.name, ...(issuer.url === null ? {} : { url: issuer.url }) },
    ...(level ? { educationalLevel: level.framework === 'EQF' ? `EQF ${level.value}` : level.value } : {}),
    competencyRequired: skills.map(({ name, url: target, framework, code }) => ({
      '@type': 'DefinedTerm',
      name,
      ...(target === null ? {} : { url: target }),
      ...(framework === '' ? {} : { inDefinedTermSet: framework }),
      ...(code === '' ? {} : { termCode: code }),
    })),
  };
}
