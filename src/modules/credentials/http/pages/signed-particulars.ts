import { type Html, html } from '../../../../platform/http/html.js';
import { formatIn } from '../../../../platform/http/pages/format.js';
import type { Language } from '../../../../platform/languages.js';
import { creditUnits } from './programme-facts.js';
import { wordsIn } from './words.js';

type Many<One> = One | readonly One[];

interface Level {
  id: string;
  name: string;
  points?: string;
}

/** Of a signed badge, what depends on the learner's choices and on the edition's terms. */
export interface SignedParticulars {
  validUntil?: string;
  issuer: { address?: { addressCountryCode?: string } };
  evidence?: Many<{ id?: string; name?: string; narrative?: string }>;
  credentialSubject: {
    licenseNumber?: string;
    identifier?: Many<{ identityType: string; hashed: boolean; identityHash: string }>;
    result?: Many<{ resultDescription?: string; value?: string; achievedLevel?: string; status?: string }>;
    achievement: {
      resultDescription?: Many<{
        id: string;
        name: string;
        resultType?: string;
        valueMax?: string;
        rubricCriterionLevel?: Many<Level>;
      }>;
      workloadHours?: number;
      ects?: number;
      ceu?: number;
      project?: string;
      learningOutcome?: Many<string>;
      assessmentType?: Many<string>;
      participationType?: string;
      supervisionType?: string;
      qualityAssurance?: string;
      localLevel?: string;
      entryRequirement?: string;
      stackability?: string;
    };
  };
}

/** Who earned it, when that is signed in clear; a proof is only worth something to who knows whose it is. */
export function holderOf({ credentialSubject }: SignedParticulars): string | null {
  const name = listOf(credentialSubject.identifier).find(({ identityType, hashed }) => identityType === 'name' && !hashed);
  return name?.identityHash ?? null;
}

/** Whether the badge itself says what its programme was, as European ones do; others leave that to the edition. */
export function tellsProgramme({ credentialSubject: { achievement } }: SignedParticulars): boolean {
  return achievement.workloadHours !== undefined || listOf(achievement.learningOutcome).length > 0;
}

export interface ParticularsShown {
  badge: SignedParticulars;
  /** Of what the institution wrote, a BCP 47 tag. */
  spoken: string;
  /** The share link that also opens the evidence. */
  sharedAt: string | undefined;
}

/** Words of standards, which are signed as the standards write them. */
const STANDARD = 'en';

/** The signed facts as terms and details, each only when it is there. */
export function particularFacts({ badge, spoken, sharedAt }: ParticularsShown, language: Language): Html {
  const { particulars: words, programme } = wordsIn(language);
  const { achievement } = badge.credentialSubject;
  const outcomes = listOf(achievement.learningOutcome);
  return html`${fact(words.holder, holderOf(badge))} ${fact(words.number, badge.credentialSubject.licenseNumber)}
  ${fact(words.validUntil, badge.validUntil && formatIn(language).day(badge.validUntil))}
  ${
    outcomes.length > 0
      ? html`<dt>${words.outcomes}</dt>
          <dd>
            <ul lang="${spoken}">
              ${outcomes.map((outcome) => html`<li>${outcome}</li>`)}
            </ul>
          </dd>`
      : null
  }
  ${fact(words.workload, workload(badge, language))} ${fact(words.level, achievement.localLevel)}
  ${fact(words.assessedBy, listOf(achievement.assessmentType).join(', '), STANDARD)}
  ${fact(words.project, achievement.project, spoken)} ${fact(words.takenPart, achievement.participationType, STANDARD)}
  ${fact(words.supervision, achievement.supervisionType, STANDARD)} ${results(badge, language)}
  ${evidence(badge, sharedAt, language)} ${fact(words.quality, achievement.qualityAssurance, spoken)}
  ${fact(words.entry, achievement.entryRequirement, spoken)} ${fact(words.stackability, achievement.stackability, spoken)}
  ${tellsProgramme(badge) ? fact(programme.country, country(badge, language)) : null}`;
}

function fact(term: string, detail: string | null | undefined, spoken?: string): Html | null {
  return detail
    ? html`<dt>${term}</dt>
        <dd ${spoken === undefined ? null : html`lang="${spoken}"`}>${detail}</dd>`
    : null;
}

function workload({ credentialSubject: { achievement } }: SignedParticulars, language: Language): string {
  const { workloadHours, ects = null, ceu = null } = achievement;
  const parts = workloadHours === undefined ? [] : [wordsIn(language).hours(workloadHours)];
  return [...parts, ...creditUnits({ ects, ceu }, language)].join(' · ');
}

function country({ issuer: { address } }: SignedParticulars, language: Language): string | undefined {
  return address?.addressCountryCode && formatIn(language).country(address.addressCountryCode);
}

function results({ credentialSubject: { result, achievement } }: SignedParticulars, language: Language): Html | null {
  const { particulars: words } = wordsIn(language);
  const descriptions = listOf(achievement.resultDescription);
  const lines = listOf(result).flatMap(({ resultDescription, value, achievedLevel, status }) => {
    const description = descriptions.find(({ id }) => id === resultDescription);
    if (!description) return [];
    const level = listOf(description.rubricCriterionLevel).find(({ id }) => id === achievedLevel);
    // A result that was taken over from records is in its own words.
    const points =
      value === undefined ? '' : description.resultType === 'Result' ? value : words.points(value, description.valueMax);
    const found = [level?.name, points, status].filter(Boolean).join(', ');
    return [html`<li>${description.name}: ${found}</li>`];
  });
  return lines.length === 0
    ? null
    : html`<dt>${words.results}</dt>
        <dd>
          <ul>
            ${lines}
          </ul>
        </dd>`;
}

function evidence(badge: SignedParticulars, sharedAt: string | undefined, language: Language): Html | null {
  const { particulars: words } = wordsIn(language);
  const links = listOf(badge.evidence).flatMap(({ id, name, narrative }) =>
    id === undefined && narrative
      ? [html`<li>${name ? `${name}: ` : ''}${narrative}</li>`]
      : id && /^https?:\/\//.test(id)
        ? [
            html`<li>
              <a
                href="${sharedAt ? `${sharedAt}/evidence/${id.slice(id.lastIndexOf('/') + 1)}` : id}"
                rel="noopener noreferrer nofollow"
                >${name ?? words.work}</a
              >
            </li>`,
          ]
        : [],
  );
  return links.length === 0
    ? null
    : html`<dt>${words.evidence}</dt>
        <dd>
          <ul>
            ${links}
          </ul>
        </dd>`;
}

function listOf<One>(value: Many<One> | undefined): readonly One[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? (value as readonly One[]) : [value as One];
}
