import { dayWords } from '../../../../platform/http/day-words.js';
import { type Html, html } from '../../../../platform/http/html.js';

type Many<One> = One | readonly One[];

interface Level {
  id: string;
  name: string;
  points?: string;
}

/** Of a signed badge, what depends on the learner's choices and on the edition's terms. */
export interface SignedParticulars {
  validUntil?: string;
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

/** Whether the badge itself says what its programme was; earlier ones leave that to the edition. */
export function tellsProgramme({ credentialSubject: { achievement } }: SignedParticulars): boolean {
  return achievement.workloadHours !== undefined || listOf(achievement.learningOutcome).length > 0;
}

/** The signed facts as terms and details, each only when it is there. `sharedAt`: the share link that also opens the evidence. */
export function particularFacts(badge: SignedParticulars, sharedAt?: string): Html {
  const { achievement } = badge.credentialSubject;
  const outcomes = listOf(achievement.learningOutcome);
  return html`${fact('Awarded to', holderOf(badge))} ${fact('Number', badge.credentialSubject.licenseNumber)}
  ${fact('Valid until', badge.validUntil && dayWords(badge.validUntil))}
  ${
    outcomes.length > 0
      ? html`<dt>Whoever holds it can</dt>
          <dd>
            <ul>
              ${outcomes.map((outcome) => html`<li>${outcome}</li>`)}
            </ul>
          </dd>`
      : null
  }
  ${fact('Workload', achievement.workloadHours === undefined ? undefined : `${achievement.workloadHours} hours`)}
  ${fact('Level', achievement.localLevel)} ${fact('Assessed by', listOf(achievement.assessmentType).join(', '))}
  ${fact('Taken part', achievement.participationType)} ${fact('Supervision', achievement.supervisionType)} ${results(badge)}
  ${evidence(badge, sharedAt)} ${fact('Quality assurance', achievement.qualityAssurance)}
  ${fact('Entry requirements', achievement.entryRequirement)} ${fact('Counts towards', achievement.stackability)}`;
}

function fact(term: string, detail: string | null | undefined): Html | null {
  return detail
    ? html`<dt>${term}</dt>
        <dd>${detail}</dd>`
    : null;
}

function results({ credentialSubject: { result, achievement } }: SignedParticulars): Html | null {
  const descriptions = listOf(achievement.resultDescription);
  const lines = listOf(result).flatMap(({ resultDescription, value, achievedLevel, status }) => {
    const description = descriptions.find(({ id }) => id === resultDescription);
    if (!description) return [];
    const level = listOf(description.rubricCriterionLevel).find(({ id }) => id === achievedLevel);
    const most = description.valueMax ? ` of ${description.valueMax}` : '';
    // A result that was taken over from records is in its own words.
    const points = value === undefined ? '' : description.resultType === 'Result' ? value : `${value}${most} points`;
    const found = [level?.name, points, status].filter(Boolean).join(', ');
    return [html`<li>${description.name}: ${found}</li>`];
  });
  return lines.length === 0
    ? null
    : html`<dt>Results</dt>
        <dd>
          <ul>
            ${lines}
          </ul>
        </dd>`;
}

function evidence(badge: SignedParticulars, sharedAt: string | undefined): Html | null {
  const links = listOf(badge.evidence).flatMap(({ id, name, narrative }) =>
    id === undefined && narrative
      ? [html`<li>${name ? `${name}: ` : ''}${narrative}</li>`]
      : id && /^https?:\/\//.test(id)
        ? [
            html`<li>
              <a
                href="${sharedAt ? `${sharedAt}/evidence/${id.slice(id.lastIndexOf('/') + 1)}` : id}"
                rel="noopener noreferrer nofollow"
                >${name ?? 'Work'}</a
              >
            </li>`,
          ]
        : [],
  );
  return links.length === 0
    ? null
    : html`<dt>Evidence</dt>
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
