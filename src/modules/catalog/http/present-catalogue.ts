import type { CatalogueEntry } from '../data/catalogue.query.js';
import type { Activity } from '../domain/activity.js';
import { minutesOf } from '../domain/catalogue-card.js';
import type { EditionContent, EditionCourse } from '../domain/edition.js';
import { requirementSentence, requirementWords } from '../domain/requirement-words.js';
import { workloadArithmetic } from '../domain/workload-arithmetic.js';
import type { PublishedMicroCredential } from '../use-cases/browse-catalogue.js';
import { renderText } from '../use-cases/render-page-body.js';
import type {
  CatalogueEntryView,
  IssuerView,
  PublishedActivityView,
  PublishedCourseView,
  PublishedMicroCredentialView,
  PublishedProjectView,
  PublishedRuleView,
  WorkloadView,
} from './catalogue.dto.js';

/** `publicUrl` is where people reach this Cairn, without a slash at its end. */
export function presentCatalogueEntry(entry: CatalogueEntry, publicUrl: string): CatalogueEntryView {
  const { summary, skills, level, workload, language, deliveryMode, badgeImageFileId } = entry.card;
  return {
    url: publicUrl + microCredentialPath(entry.institutionSlug, entry.slug),
    title: entry.title,
    slug: entry.slug,
    institutionName: entry.institutionName,
    institutionSlug: entry.institutionSlug,
    summary,
    skills,
    level,
    workload,
    language,
    deliveryMode,
    badgeImageUrl: badgeImageUrl(badgeImageFileId, publicUrl),
    publishedAt: entry.publishedAt.toISOString(),
  };
}

export function presentPublished(published: PublishedMicroCredential, publicUrl: string): PublishedMicroCredentialView {
  const { edition, institution, retired } = published;
  const { content, slug } = edition;
  const { title, summary, outcomes, skills, level, language, deliveryMode, prerequisites, qualityAssurance, rubric } = content;
  return {
    url: publicUrl + microCredentialPath(institution.slug, slug),
    slug,
    retired,
    edition: { id: edition.id, number: edition.number, publishedAt: edition.publishedAt.toISOString() },
    issuer: presentIssuer(published),
    title,
    summary,
    descriptionHtml: renderText(content.description),
    outcomes,
    skills,
    level,
    workload: presentWorkload(content),
    language,
    deliveryMode,
    prerequisites,
    qualityAssurance,
    criteriaHtml: renderText(content.criteria),
    badgeImageUrl: badgeImageUrl(content.badgeImageFileId, publicUrl),
    rule: presentRule(content),
    courses: content.courses.map(presentPublishedCourse),
    project: presentProject(content),
    rubric,
  };
}

function microCredentialPath(institutionSlug: string, slug: string): string {
  return `/micro-credentials/${encodeURIComponent(institutionSlug)}/${encodeURIComponent(slug)}`;
}

function badgeImageUrl(fileId: string | null, publicUrl: string): string | null {
  return fileId === null ? null : `${publicUrl}/badge-images/${fileId}`;
}

function presentIssuer({ institution }: PublishedMicroCredential): IssuerView {
  const { slug, name, description, url, countryCode, accreditation } = institution;
  return { slug, name, description, url, countryCode, accreditation };
}

function presentWorkload(content: EditionContent): WorkloadView {
  const { ects, ceu } = content.workload;
  return { ...workloadArithmetic(content), ects, ceu };
}

function presentRule({ sequence, courses, project }: EditionContent): PublishedRuleView {
  const titles = { courses: new Map(courses.map(({ id, title }) => [id, title])), project: project.title };
  return { sentence: requirementSentence(sequence, titles), words: requirementWords(sequence, titles) };
}

function presentPublishedCourse({ title, summary, language, attribution, activities }: EditionCourse): PublishedCourseView {
  return {
    title,
    summary,
    language,
    minutes: minutesOf(activities),
    attribution,
    activities: activities.map(presentPublishedActivity),
  };
}

function presentPublishedActivity({ title, body, minutes, required }: Activity): PublishedActivityView {
  return { title, kind: body.kind, minutes, required };
}

function presentProject({ project }: EditionContent): PublishedProjectView {
  const { title, brief, minutes, accepts, attemptLimit } = project;
  return { title, briefHtml: renderText(brief), minutes, accepts, attemptLimit };
}
