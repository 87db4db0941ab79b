import type { EditionContent } from '../../catalog/domain/edition.js';
import { type ProgrammeFacts, programmeFacts, type SignedProgramme, statedFacts, type StatedFacts } from './programme-facts.js';

/** What a credential says, read from its signed words and, where it was earned here, from the edition it was earned in. Neither ever changes. */
export interface CredentialFacts {
  /** The credential's address. */
  readonly url: string;
  readonly title: string;
  readonly description: string;
  /** BCP 47, of the title and of all that its authors wrote. */
  readonly language: string;
  readonly issuer: {
    readonly id: string;
    readonly name: string;
    readonly url: string | null;
    readonly countryCode: string | null;
  };
  /** Only where the signed words name them. */
  readonly holder: string | null;
  readonly awardedAt: string;
  readonly validUntil: string | null;
  readonly achievementUrl: string;
  readonly imageUrl: string | null;
  /** Markdown. */
  readonly criteria: string;
  readonly skills: readonly SkillFact[];
  readonly credits: number | null;
  readonly results: readonly { readonly name: string; readonly value: string }[];
  readonly evidence: readonly { readonly name: string; readonly url: string }[];
  /** Of the programme, what is signed. */
  readonly stated: StatedFacts;
  /** The same and more from its edition. What is not stated, nobody signed. */
  readonly programme: ProgrammeFacts | null;
}

export interface SkillFact {
  readonly name: string;
  readonly url: string | null;
  readonly framework: string;
  readonly code: string;
}

interface SignedBadge {
  id: string;
  name: string;
  description?: string;
  awardedDate?: string;
  validFrom: string;
  validUntil?: string;
  issuer: { id: string; name: string; url?: string; address?: { addressCountryCode?: string } };
  evidence?: { id?: string; name?: string }[];
  credentialSubject: {
    identifier?: { hashed: boolean; identityType: string; identityHash: string }[];
    creditsEarned?: number;
    result?: { resultDescription?: string; value?: string; achievedLevel?: string }[];
    achievement: SignedProgramme & {
      id: string;
      inLanguage?: string;
      image?: { id: string };
      criteria?: { narrative?: string };
      tag?: string[];
      resultDescription?: { id: string; name: string; rubricCriterionLevel?: { id: string; name: string }[] }[];
    };
  };
}

/** Reads the exact signed text. `edition`: the one it was earned in, if any. */
export function credentialFacts(
  signed: string,
  edition: { readonly number: number; readonly content: EditionContent } | null,
): CredentialFacts {
  const badge = JSON.parse(signed) as SignedBadge;
  const { issuer, credentialSubject: subject } = badge;
  const { achievement } = subject;
  return {
    url: badge.id,
    title: badge.name,
    description: badge.description ?? '',
    language: achievement.inLanguage ?? 'en',
    issuer: {
      id: issuer.id,
      name: issuer.name,
      url: issuer.url ?? null,
      countryCode: issuer.address?.addressCountryCode ?? null,
    },
    holder: subject.identifier?.find(({ hashed, identityType }) => !hashed && identityType === 'name')?.identityHash ?? null,
    awardedAt: badge.awardedDate ?? badge.validFrom,
    validUntil: badge.validUntil ?? null,
    achievementUrl: achievement.id,
    imageUrl: achievement.image?.id ?? null,
    criteria: achievement.criteria?.narrative ?? '',
    skills: skills(achievement),
    credits: subject.creditsEarned ?? null,
    results: results(subject),
    evidence: (badge.evidence ?? []).flatMap(({ id, name }) => (id ? [{ name: name ?? id, url: id }] : [])),
    stated: statedFacts(achievement),
    programme: edition && programmeFacts(edition.number, edition.content),
  };
}

function skills({ tag = [], alignment = [] }: SignedBadge['credentialSubject']['achievement']): SkillFact[] {
  const aligned = alignment.map(({ targetName, targetUrl, targetFramework = '', targetCode = '' }) => ({
    name: targetName,
    url: targetUrl,
    framework: targetFramework,
    code: targetCode,
  }));
  const told = new Set(aligned.map(({ name }) => name.toLowerCase()));
  const plain = tag.filter((name) => !told.has(name.toLowerCase()));
  return [...plain.map((name) => ({ name, url: null, framework: '', code: '' })), ...aligned];
}

function results({ result = [], achievement }: SignedBadge['credentialSubject']): { name: string; value: string }[] {
  return result.flatMap(({ resultDescription, value, achievedLevel }) => {
    const description = achievement.resultDescription?.find(({ id }) => id === resultDescription);
    const level = description?.rubricCriterionLevel?.find(({ id }) => id === achievedLevel)?.name;
    const told = level ?? value;
    return told === undefined ? [] : [{ name: description?.name ?? 'Result', value: told }];
  });
}
