import { type Alignment, type EditionContent, missingElements, type StoredEdition } from '../../../catalog/index.js';
import type { Institution } from '../../../institutions/index.js';
import type { AchievementSnapshot, SkillAlignment } from '../../domain/achievement.js';
import { type AlignmentKind, targetTypes } from '../../domain/alignment-types.js';
import type { EuMicrocredential, SupervisionType } from '../../domain/eu-microcredential.js';
import { resultDescriptions } from '../../domain/rubric-results.js';
import type { IssuerAddresses } from './issuer-addresses.js';

export interface AchievementParts {
  edition: StoredEdition;
  institution: Institution;
  /** The edition before this one, if there is one. */
  previous: { id: string; number: number } | null;
}

/** What an edition lets one earn, in the words of its authors. */
export function composeAchievement(parts: AchievementParts, addresses: IssuerAddresses): AchievementSnapshot {
  const { edition, institution, previous } = parts;
  const { content } = edition;
  const id = addresses.achievement(edition.id);
  const european = composeEuropean(content, institution, addresses);
  return {
    id,
    name: content.title,
    description: content.summary || content.title,
    criteria: { narrative: content.criteria, url: id },
    image: {
      url: content.badgeImageFileId ? addresses.badgeImage(content.badgeImageFileId) : addresses.defaultBadgeImage(edition.id),
      caption: content.title,
    },
    creator: { id: addresses.did(institution.slug) },
    alignments: [
      ...content.skills.flatMap(({ alignment }) => (alignment ? [composeAlignment(alignment)] : [])),
      ...levelAlignment(content),
      ...qualityAlignments(content, institution),
    ],
    tags: content.skills.map(({ name }) => name),
    ...(content.workload.ects === null ? {} : { creditsAvailable: content.workload.ects }),
    ...languageOf(content.language),
    version: String(edition.number),
    ...(previous ? { previous: { id: addresses.achievement(previous.id), version: String(previous.number) } } : {}),
    results: resultDescriptions(id, content.rubric),
    ...(european ? { european } : {}),
  };
}

function composeAlignment({ targetName, targetUrl, targetFramework, targetCode, targetType }: Alignment): SkillAlignment {
  return {
    kind: kindOf(targetType),
    name: targetName,
    url: targetUrl,
    ...(targetFramework ? { framework: targetFramework } : {}),
    ...(targetCode ? { code: targetCode } : {}),
  };
}

/** An author names the type as Open Badges does; what is not in the standard's list is a competency. */
function kindOf(targetType: string): AlignmentKind {
  const [kind] = Object.entries(targetTypes).find(([, type]) => type === targetType) ?? ['competency'];
  return kind as AlignmentKind;
}

/** EQF levels have an entry in the EU's own vocabulary; a local framework has no address to align with. */
function levelAlignment({ level }: EditionContent): SkillAlignment[] {
  if (level?.framework !== 'EQF') return [];
  return [
    {
      kind: 'eqf',
      name: `EQF level ${level.value}`,
      url: `http://data.europa.eu/snb/eqf/${level.value}`,
      framework: 'European Qualifications Framework',
      code: level.value,
    },
  ];
}

/** Who vouches for the quality: Open Badges 3.0 gives a Profile no place for accreditation, and an alignment needs an address. */
function qualityAlignments({ qualityAssurance, awardTerms }: EditionContent, { accreditation }: Institution): SkillAlignment[] {
  const own = awardTerms?.qualityAssuranceUrl
    ? [{ name: 'Quality assurance', url: awardTerms.qualityAssuranceUrl, statement: qualityAssurance }]
    : [];
  const bodies = accreditation.flatMap(({ body, url, statement }) => (url ? [{ name: body, url, statement }] : []));
  return [...own, ...bodies].map(({ name, url, statement }) => ({
    kind: 'quality-assurance',
    name,
    url,
    ...(statement ? { description: statement } : {}),
  }));
}

/** Open Badges 3.0 takes fewer tags than BCP 47 has: a variant such as `de-CH-1996` is said without its end. */
function languageOf(tag: string): { language?: string } {
  const language = /^[a-z]{2,4}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?(?=-|$)/.exec(tag)?.[0];
  return language ? { language } : {};
}

const SUPERVISION: { readonly [kind: string]: SupervisionType } = {
  unsupervised: 'unsupervised with no identity verification',
  supervised: 'supervised with no identity verification',
  'supervised-online': 'supervised online',
  'onsite-with-identity-check': 'onsite with identity verification',
};

/** Only whole: a badge that calls itself European says all that the Council Recommendation asks for. */
function composeEuropean(
  content: EditionContent,
  institution: Institution,
  addresses: IssuerAddresses,
): EuMicrocredential | undefined {
  if (missingElements(content, institution).length > 0) return undefined;
  const { workload, level, awardTerms } = content;
  const supervision = awardTerms?.supervision ? SUPERVISION[awardTerms.supervision] : undefined;
  const hasQuiz = content.courses.some(({ activities }) => activities.some(({ body }) => body.kind === 'quiz'));
  return {
    contextUrl: addresses.microcredentialContext,
    schemaUrl: addresses.microcredentialSchema,
    learningOutcomes: content.outcomes,
    workloadHours: workload.hours,
    ...(workload.ects === null ? {} : { ects: workload.ects }),
    ...(workload.ceu === null ? {} : { ceu: workload.ceu }),
    ...(level?.framework === 'local' ? { localLevel: level.value } : {}),
    // Every micro-credential here ends with a graded project.
    assessmentTypes: hasQuiz ? ['application of a skill', 'testing'] : ['application of a skill'],
    project: content.project.title,
    participation: content.deliveryMode,
    ...(supervision ? { supervision } : {}),
    qualityAssurance: content.qualityAssurance,
    ...(content.prerequisites ? { prerequisites: content.prerequisites } : {}),
    ...(awardTerms?.stackability ? { stackability: awardTerms.stackability } : {}),
  };
}
