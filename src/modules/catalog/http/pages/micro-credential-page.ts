import { dayWords } from '../../../../platform/http/day-words.js';
import { type Html, html, type PageFrame, trusted } from '../../../../platform/http/html.js';
import type { Opening } from '../../data/catalogue.query.js';
import type { PublishedCourseView, PublishedMicroCredentialView } from '../catalogue.dto.js';
import { jsonLd } from './json-ld.js';
import { rubricTable } from './rubric-table.js';
import { amount, DELIVERY_WORDS, duration, KIND_WORDS, languageName, levelWords } from './words.js';
import { workloadTable } from './workload-table.js';

/** All that somebody weighs before enrolling, and all that an employer wants to know of a badge. */
export function microCredentialPage(published: PublishedMicroCredentialView, openings: readonly Opening[] = []): PageFrame {
  const { title, summary, language, issuer } = published;
  return {
    title: `${title} – ${issuer.name}`,
    description: summary,
    head: head(published),
    body: html`<article>
      <header>
        ${
          published.badgeImageUrl === null
            ? null
            : html`<img
                class="badge"
                src="${new URL(published.badgeImageUrl).pathname}"
                alt="Badge of ${title}"
                width="160"
                height="160"
              />`
        }
        <p class="quiet">${issuer.name}</p>
        <h1 lang="${language}">${title}</h1>
        <p class="lead" lang="${language}">${summary}</p>
        ${published.retired ? html`<p class="notice">It is no longer offered. Badges that were issued stay valid.</p>` : null}
      </header>
      ${facts(published)} ${enrolment(published, openings)}
      <div lang="${language}">${trusted(published.descriptionHtml)}</div>
      ${outcomes(published)} ${skills(published)}
      <section aria-labelledby="path">
        <h2 id="path">The way through</h2>
        <p>${published.rule.sentence}</p>
        ${published.courses.map(course)} ${project(published)}
      </section>
      ${rubricTable(published)} ${workloadTable(published.workload)} ${prose('Prerequisites', published.prerequisites, language)}
      <section aria-labelledby="criteria">
        <h2 id="criteria">What the badge says</h2>
        <div lang="${language}">${trusted(published.criteriaHtml)}</div>
      </section>
      ${prose('Quality assurance', published.qualityAssurance, language)} ${issuedBy(published)}
    </article>`,
  };
}

function head({ url, title, summary, issuer, badgeImageUrl, ...rest }: PublishedMicroCredentialView): Html {
  return html`<link rel="canonical" href="${url}" />
    <meta property="og:type" content="website" />
    <meta property="og:title" content="${title}" />
    <meta property="og:description" content="${summary}" />
    <meta property="og:url" content="${url}" />
    <meta property="og:site_name" content="${issuer.name}" />
    ${badgeImageUrl === null ? null : html`<meta property="og:image" content="${badgeImageUrl}" />`}
    ${jsonLd({ url, title, summary, issuer, badgeImageUrl, ...rest })}`;
}

function facts({ level, workload, language, deliveryMode, edition }: PublishedMicroCredentialView): Html {
  const credits = [
    `${amount(workload.statedHours)} hours`,
    workload.ects === null ? null : `${amount(workload.ects)} ECTS`,
    workload.ceu === null ? null : `${amount(workload.ceu)} CEU`,
  ];
  return html`<dl class="facts">
    <dt>Workload</dt>
    <dd>${credits.filter((credit) => credit !== null).join(' · ')}</dd>
    ${
      level
        ? html`<dt>Level</dt>
            <dd>${levelWords(level)}</dd>`
        : null
    }
    <dt>Language</dt>
    <dd>${languageName(language)}</dd>
    <dt>Form</dt>
    <dd>${DELIVERY_WORDS[deliveryMode]}</dd>
    <dt>Edition</dt>
    <dd>${edition.number}, published on <time datetime="${edition.publishedAt}">${dayWords(edition.publishedAt)}</time></dd>
  </dl>`;
}

function enrolment({ retired, issuer }: PublishedMicroCredentialView, openings: readonly Opening[]): Html | null {
  if (openings.length === 0) {
    if (retired) return null;
    return html`<p class="notice">Nobody can enrol just now. Ask ${issuer.name} when it is offered again.</p>`;
  }
  return html`<section aria-labelledby="enrol" class="card">
    <h2 id="enrol">Enrol</h2>
    <ul class="openings">
      ${openings.map(
        ({ offeringId, title, startsAt, endsAt, enrollUntil, priceLabel }) =>
          html`<li>
            <a class="button" href="/app/enroll/${offeringId}">Enrol in “${title}”</a>
            <span class="quiet"
              >${[
                `begins on ${dayWords(startsAt.toISOString())}`,
                endsAt && `ends on ${dayWords(endsAt.toISOString())}`,
                enrollUntil && `enrolment closes on ${dayWords(enrollUntil.toISOString())}`,
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

function outcomes({ outcomes, language }: PublishedMicroCredentialView): Html {
  return html`<section aria-labelledby="outcomes">
    <h2 id="outcomes">What you will be able to do</h2>
    <ul lang="${language}">
      ${outcomes.map((outcome) => html`<li>${outcome}</li>`)}
    </ul>
  </section>`;
}

function skills({ skills, language }: PublishedMicroCredentialView): Html {
  return html`<section aria-labelledby="skills">
    <h2 id="skills">Skills</h2>
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

function course({ title, summary, language, minutes, activities, attribution }: PublishedCourseView): Html {
  return html`<section class="card">
    <h3><span lang="${language}">${title}</span> <span class="quiet">${duration(minutes)}</span></h3>
    <p lang="${language}">${summary}</p>
    <ol>
      ${activities.map(
        (activity) =>
          html`<li>
            <span lang="${language}">${activity.title}</span>
            <span class="quiet"
              >${KIND_WORDS[activity.kind]}, ${duration(activity.minutes)}${activity.required ? null : ', optional'}</span
            >
          </li>`,
      )}
    </ol>
    ${
      attribution &&
      html`<p class="quiet">
        By ${attribution.authors},
        ${linked(attribution.licenceUrl, attribution.licence)}${attribution.sourceUrl && html`, ${linked(attribution.sourceUrl, 'source')}`}.
        ${attribution.changes}
      </p>`
    }
  </section>`;
}

function project({ project, language }: PublishedMicroCredentialView): Html {
  return html`<section class="card">
    <h3>Project: <span lang="${language}">${project.title}</span> <span class="quiet">${duration(project.minutes)}</span></h3>
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

function issuedBy({ issuer }: PublishedMicroCredentialView): Html {
  return html`<section aria-labelledby="issuer">
    <h2 id="issuer">Issued by</h2>
    <p><a href="/issuers/${issuer.slug}">${issuer.name}</a></p>
    ${issuer.description === '' ? null : html`<p>${issuer.description}</p>`}
    ${
      issuer.accreditation.length === 0
        ? null
        : html`<h3>Accreditation</h3>
            <ul>
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
