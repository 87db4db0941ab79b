import { type Html, html, trusted } from '../../../../platform/http/html.js';
import { formatIn } from '../../../../platform/http/pages/format.js';
import type { Page, PageFrame } from '../../../../platform/http/pages/html-page.js';
import type { Language } from '../../../../platform/languages.js';
import type { Opening } from '../../data/catalogue.query.js';
import type { PublishedCourseView, PublishedMicroCredentialView } from '../catalogue.dto.js';
import { jsonLd } from './json-ld.js';
import { rubricTable } from './rubric-table.js';
import { duration, levelWords, wordsIn } from './words.js';
import { workloadTable } from './workload-table.js';

/** All that somebody weighs before enrolling, and all that an employer wants to know of a badge. */
export function microCredentialPage(published: PublishedMicroCredentialView, surroundings: Surroundings): Page {
  return (reader) => frame(published, surroundings, reader);
}

export interface Surroundings {
  openings: readonly Opening[];
  /** Of what the institution says of itself, a BCP 47 tag. */
  institutionLanguage: string;
}

function frame(published: PublishedMicroCredentialView, around: Surroundings, reader: Language): PageFrame {
  const { title, summary, language, issuer } = published;
  const { one: words } = wordsIn(reader);
  return {
    title: `${title} – ${issuer.name}`,
    description: summary,
    address: published.url,
    head: head(published),
    body: html`<article>
      <header>
        ${
          published.badgeImageUrl === null
            ? null
            : html`<img
                class="badge"
                src="${new URL(published.badgeImageUrl).pathname}"
                alt="${words.badgeOf(title)}"
                width="160"
                height="160"
              />`
        }
        <p class="quiet">${issuer.name}</p>
        <h1 lang="${language}">${title}</h1>
        <p class="lead" lang="${language}">${summary}</p>
        ${published.retired ? html`<p class="notice">${words.retired}</p>` : null}
      </header>
      ${facts(published, reader)} ${enrolment(published, around.openings, reader)}
      <div lang="${language}">${trusted(published.descriptionHtml)}</div>
      ${outcomes(published, reader)} ${skills(published, reader)}
      <section aria-labelledby="path">
        <h2 id="path">${words.path}</h2>
        <p>${words.rule(published.rule)}</p>
        ${published.courses.map((one) => course(one, reader))} ${project(published, reader)}
      </section>
      ${rubricTable(published, reader)} ${workloadTable(published.workload, reader)}
      ${prose(words.prerequisites, published.prerequisites, language)}
      <section aria-labelledby="criteria">
        <h2 id="criteria">${words.criteria}</h2>
        <div lang="${language}">${trusted(published.criteriaHtml)}</div>
      </section>
      ${prose(words.quality, published.qualityAssurance, language)} ${issuedBy(published, around.institutionLanguage, reader)}
    </article>`,
  };
}

function head({ url, title, summary, issuer, badgeImageUrl, ...rest }: PublishedMicroCredentialView): Html {
  return html`<meta property="og:type" content="website" />
    <meta property="og:title" content="${title}" />
    <meta property="og:description" content="${summary}" />
    <meta property="og:url" content="${url}" />
    <meta property="og:site_name" content="${issuer.name}" />
    ${badgeImageUrl === null ? null : html`<meta property="og:image" content="${badgeImageUrl}" />`}
    ${jsonLd({ url, title, summary, issuer, badgeImageUrl, ...rest })}`;
}

function facts({ level, workload, language, deliveryMode, edition }: PublishedMicroCredentialView, reader: Language): Html {
  const { one: words, delivery } = wordsIn(reader);
  const { number, day, languageName } = formatIn(reader);
  const credits = [
    words.hours(workload.statedHours),
    workload.ects === null ? null : `${number(workload.ects)} ECTS`,
    workload.ceu === null ? null : `${number(workload.ceu)} CEU`,
  ];
  return html`<dl class="facts">
    <dt>${words.workload}</dt>
    <dd>${credits.filter((credit) => credit !== null).join(' · ')}</dd>
    ${
      level
        ? html`<dt>${words.level}</dt>
            <dd>${levelWords(level, reader)}</dd>`
        : null
    }
    <dt>${words.language}</dt>
    <dd>${languageName(language)}</dd>
    <dt>${words.form}</dt>
    <dd>${delivery[deliveryMode]}</dd>
    <dt>${words.edition}</dt>
    <dd>${words.published(edition.number)} <time datetime="${edition.publishedAt}">${day(edition.publishedAt)}</time></dd>
  </dl>`;
}

function enrolment(
  { retired, issuer }: PublishedMicroCredentialView,
  openings: readonly Opening[],
  reader: Language,
): Html | null {
  const { one: words } = wordsIn(reader);
  if (openings.length === 0) {
    if (retired) return null;
    return html`<p class="notice">${words.closed(issuer.name)}</p>`;
  }
  return html`<section aria-labelledby="enrol" class="card">
    <h2 id="enrol">${words.enrol}</h2>
    <ul class="openings">
      ${openings.map(
        ({ offeringId, title, startsAt, endsAt, enrollUntil, priceLabel }) =>
          html`<li>
            <a class="button" href="/app/enroll/${offeringId}">${words.enrolIn(title)}</a>
            <span class="quiet"
              >${[
                words.begins(startsAt.toISOString()),
                endsAt && words.ends(endsAt.toISOString()),
                enrollUntil && words.enrolmentCloses(enrollUntil.toISOString()),
                priceLabel,
              ]
                .filter(Boolean)
                .join(', ')}</span
            >
          </li>`,
      )}
    </ul>
  </section>`;
}

function outcomes({ outcomes, language }: PublishedMicroCredentialView, reader: Language): Html {
  return html`<section aria-labelledby="outcomes">
    <h2 id="outcomes">${wordsIn(reader).one.outcomes}</h2>
    <ul lang="${language}">
      ${outcomes.map((outcome) => html`<li>${outcome}</li>`)}
    </ul>
  </section>`;
}

function skills({ skills, language }: PublishedMicroCredentialView, reader: Language): Html {
  return html`<section aria-labelledby="skills">
    <h2 id="skills">${wordsIn(reader).one.skills}</h2>
    <ul>
      ${skills.map(
        ({ name, alignment }) =>
          html`<li>
            <span lang="${language}">${name}</span>${
              alignment &&
              html` –
                <a href="${alignment.targetUrl}" rel="noopener noreferrer">${alignment.targetName}</a>
                <span class="quiet">${[alignment.targetFramework, alignment.targetCode].filter(Boolean).join(' ')}</span>`
            }
          </li>`,
      )}
    </ul>
  </section>`;
}

function course({ title, summary, language, minutes, activities, attribution }: PublishedCourseView, reader: Language): Html {
  const { one: words, kinds } = wordsIn(reader);
  return html`<section class="card">
    <h3><span lang="${language}">${title}</span> <span class="quiet">${duration(minutes)}</span></h3>
    <p lang="${language}">${summary}</p>
    <ol>
      ${activities.map(
        (activity) =>
          html`<li>
            <span lang="${language}">${activity.title}</span>
            <span class="quiet"
              >${kinds[activity.kind]}, ${duration(activity.minutes)}${activity.required ? null : `, ${words.optional}`}</span
            >
          </li>`,
      )}
    </ol>
    ${
      attribution &&
      html`<p class="quiet">
        ${words.by(attribution.authors)},
        ${linked(attribution.licenceUrl, attribution.licence)}${attribution.sourceUrl && html`, ${linked(attribution.sourceUrl, words.source)}`}.
        ${attribution.changes}
      </p>`
    }
  </section>`;
}

function project({ project, language }: PublishedMicroCredentialView, reader: Language): Html {
  return html`<section class="card">
    <h3>
      ${wordsIn(reader).one.project} <span lang="${language}">${project.title}</span>
      <span class="quiet">${duration(project.minutes)}</span>
    </h3>
    <div lang="${language}">${trusted(project.briefHtml)}</div>
  </section>`;
}

function prose(heading: string, text: string, language: string): Html | null {
  if (text.trim() === '') return null;
  return html`<section>
    <h2>${heading}</h2>
    ${text.split(/\n{2,}/).map((paragraph) => html`<p lang="${language}">${paragraph}</p>`)}
  </section>`;
}

function issuedBy({ issuer }: PublishedMicroCredentialView, spoken: string, reader: Language): Html {
  const { one: words } = wordsIn(reader);
  return html`<section aria-labelledby="issuer">
    <h2 id="issuer">${words.issuedBy}</h2>
    <p><a href="/issuers/${issuer.slug}">${issuer.name}</a></p>
    ${issuer.description === '' ? null : html`<p lang="${spoken}">${issuer.description}</p>`}
    ${
      issuer.accreditation.length === 0
        ? null
        : html`<h3>${words.accreditation}</h3>
            <ul lang="${spoken}">
              ${issuer.accreditation.map(
                ({ body, statement, url }) =>
                  html`<li>
                    ${url === null ? body : html`<a href="${url}">${body}</a>`}${statement === '' ? null : `: ${statement}`}
                  </li>`,
              )}
            </ul>`
    }
  </section>`;
}

/** Imported material does not always say where it comes from. */
function linked(url: string, words: string): Html | string {
  return url ? html`<a href="${url}">${words}</a>` : words;
}
