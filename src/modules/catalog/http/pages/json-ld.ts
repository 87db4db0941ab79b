import { type Html, html, trusted } from '../../../../platform/http/html.js';
import type { PublishedMicroCredentialView } from '../catalogue.dto.js';

/** The page as schema.org describes programmes and courses, for search engines. A block of data, so the content policy lets it be. */
export function jsonLd(published: PublishedMicroCredentialView): Html {
  // `<` could end the element or begin a comment in it; in JSON it may be written as an escape.
  const text = JSON.stringify(programme(published)).replaceAll('<', String.raw`\u003c`);
  return html`<script type="application/ld+json">
    ${trusted(text)}
  </script>`;
}

function programme(published: PublishedMicroCredentialView) {
  const { url, title, summary, issuer, workload, badgeImageUrl, prerequisites } = published;
  const provider = {
    '@type': 'EducationalOrganization',
    name: issuer.name,
    ...(issuer.url === null ? {} : { url: issuer.url }),
    ...(issuer.countryCode === null ? {} : { address: { '@type': 'PostalAddress', addressCountry: issuer.countryCode } }),
  };
  return {
    '@context': 'https://schema.org',
    '@type': 'EducationalOccupationalProgram',
    '@id': url,
    url,
    name: title,
    description: summary,
    provider,
    ...(badgeImageUrl === null ? {} : { image: badgeImageUrl }),
    ...(prerequisites === '' ? {} : { programPrerequisites: prerequisites }),
    ...(workload.ects === null
      ? {}
      : { numberOfCredits: { '@type': 'QuantitativeValue', value: workload.ects, unitText: 'ECTS' } }),
    educationalCredentialAwarded: credential(published),
    hasCourse: published.courses.map((course) => ({
      '@type': 'Course',
      name: course.title,
      description: course.summary || course.title,
      inLanguage: course.language,
      timeRequired: `PT${course.minutes}M`,
      provider,
    })),
  };
}

function credential({ title, level, skills }: PublishedMicroCredentialView) {
  return {
    '@type': 'EducationalOccupationalCredential',
    name: title,
    credentialCategory: 'Micro-credential',
    ...(level === null ? {} : { educationalLevel: `${level.framework === 'EQF' ? 'EQF ' : ''}${level.value}` }),
    competencyRequired: skills.map(({ name, alignment }) => ({
      '@type': 'DefinedTerm',
      name,
      ...(alignment === null
        ? {}
        : {
            url: alignment.targetUrl,
            ...(alignment.targetFramework === '' ? {} : { inDefinedTermSet: alignment.targetFramework }),
            ...(alignment.targetCode === '' ? {} : { termCode: alignment.targetCode }),
          }),
    })),
  };
}
