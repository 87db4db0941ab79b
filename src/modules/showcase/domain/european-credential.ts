import type { CredentialFacts, SkillFact } from '../../credentials/domain/credential-facts.js';
import { europeanCountry, europeanLanguage } from './european-codes.js';
import { primaryLanguage } from './lettering.js';

export type EuropeanCredential = Record<string, unknown>;

const AUTHORITY = 'http://publications.europa.eu/resource/authority';
const SNB = 'http://data.europa.eu/snb';
const WORDS = {
  online: 'Form of participation: online',
  blended: 'Form of participation: online and on site',
  onsite: 'Form of participation: on site',
};

/**
 * The credential's facts as a European Digital Credential (European Learning Model 3), without a seal: for an institution that uploads it to
 * its own issuer. By the profile without controlled vocabularies, because not every fact of ours is a term of them. Leaves out what we
 * do not know, such as the learner's name where the signed credential does not tell it.
 */
export function europeanCredential(facts: CredentialFacts): EuropeanCredential {
  const say = (text: string) => ({ [primaryLanguage(facts.language)]: [text] });
  const organisation = issuerOf(facts, say);
  const language = languageConcept(facts);
  return compact({
    '@context': ['https://www.w3.org/2018/credentials/v1', `${SNB}/model/context/edc-ap`],
    id: facts.url,
    type: ['VerifiableCredential', 'EuropeanDigitalCredential'],
    credentialSchema: [{ id: `${SNB}/model/ap/edc-generic-no-cv`, type: 'ShaclValidator2017' }],
    issuer: organisation,
    issuanceDate: facts.awardedAt,
    issued: facts.awardedAt,
    validFrom: facts.awardedAt,
    expirationDate: facts.validUntil ?? undefined,
    validUntil: facts.validUntil ?? undefined,
    credentialSubject: compact({
      id: 'urn:epass:person:1',
      type: 'Person',
      fullName: facts.holder === null ? undefined : say(facts.holder),
      hasClaim: [achievement(facts, organisation, say)],
    }),
    displayParameter: compact({
      id: 'urn:epass:displayParameter:1',
      type: 'DisplayParameter',
      title: say(facts.title),
      description: facts.description ? say(facts.description) : undefined,
      language: language && [language],
      primaryLanguage: language,
    }),
  });
}

type Say = (text: string) => Record<string, string[]>;

function achievement(facts: CredentialFacts, organisation: EuropeanCredential, say: Say): EuropeanCredential {
  const { programme } = facts;
  return compact({
    id: 'urn:epass:learningAchievement:1',
    type: 'LearningAchievement',
    title: say(facts.title),
    description: facts.description ? say(facts.description) : undefined,
    awardedBy: awarding(1, facts, organisation),
    creditReceived: facts.credits === null ? undefined : [credits('urn:epass:creditPoint:1', facts.credits)],
    specifiedBy: qualification(facts, say),
    provenBy: programme ? [assessment(facts, programme.assessment, organisation, say)] : undefined,
  });
}

function qualification(facts: CredentialFacts, say: Say): EuropeanCredential {
  const { programme } = facts;
  const notes = [programme && WORDS[programme.deliveryMode], programme?.qualityAssurance].filter((note): note is string =>
    Boolean(note),
  );
  return compact({
    id: facts.achievementUrl,
    type: 'Qualification',
    title: say(facts.title),
    isPartialQualification: true,
    creditPoint: programme?.ects ? [credits('urn:epass:creditPoint:2', programme.ects)] : undefined,
    volumeOfLearning: programme ? duration(programme.hours) : undefined,
    learningOutcome: outcomes(facts, say),
    entryRequirement: programme?.prerequisites ? [note('entryRequirement', 1, say(programme.prerequisites))] : undefined,
    eqfLevel:
      programme?.level?.framework === 'EQF' ? concept(`${SNB}/eqf/${programme.level.value}`, `${SNB}/eqf/25831c2`) : undefined,
    language: asList(languageConcept(facts)),
    additionalNote: notes.length > 0 ? notes.map((text, index) => note('note', index + 1, say(text))) : undefined,
    homepage: [{ id: 'urn:epass:webResource:1', type: 'WebResource', contentURL: facts.achievementUrl }],
  });
}

/** Skills belong to an outcome in this model; those that the programme names for itself go with the first. */
function outcomes({ programme, skills, title }: CredentialFacts, say: Say): EuropeanCredential[] {
  const told = programme && programme.outcomes.length > 0 ? programme.outcomes : [title];
  return told.map((outcome, index) =>
    compact({
      id: `urn:epass:learningOutcome:${index + 1}`,
      type: 'LearningOutcome',
      title: say(outcome),
      relatedESCOSkill: index === 0 ? some(skills.filter(isEsco).map((skill) => skillConcept(skill, say))) : undefined,
      relatedSkill: index === 0 ? some(skills.filter(isOther).map((skill) => skillConcept(skill, say))) : undefined,
    }),
  );
}

function assessment(facts: CredentialFacts, title: string, organisation: EuropeanCredential, say: Say): EuropeanCredential {
  return compact({
    id: 'urn:epass:learningAssessment:1',
    type: 'LearningAssessment',
    title: say(title),
    awardedBy: awarding(2, facts, organisation),
    grade: facts.results[0]
      ? note('grade', 1, say(facts.results.map(({ name, value }) => `${name}: ${value}`).join('; ')))
      : undefined,
  });
}

function issuerOf({ issuer }: CredentialFacts, say: Say): EuropeanCredential {
  const country = issuer.countryCode === null ? null : europeanCountry(issuer.countryCode);
  return compact({
    id: issuer.id,
    type: 'Organisation',
    legalName: say(issuer.name),
    homepage: issuer.url === null ? undefined : [{ id: 'urn:epass:webResource:2', type: 'WebResource', contentURL: issuer.url }],
    location:
      country === null
        ? undefined
        : [
            {
              id: 'urn:epass:location:1',
              type: 'Location',
              address: [
                {
                  id: 'urn:epass:address:1',
                  type: 'Address',
                  countryCode: concept(`${AUTHORITY}/country/${country}`, `${AUTHORITY}/country`),
                },
              ],
            },
          ],
  });
}

function awarding(
  number: number,
  { awardedAt }: CredentialFacts,
  { id, type, legalName, location }: EuropeanCredential,
): EuropeanCredential {
  return {
    id: `urn:epass:awardingProcess:${number}`,
    type: 'AwardingProcess',
    awardingBody: [compact({ id, type, legalName, location })],
    awardingDate: awardedAt,
  };
}

function credits(id: string, point: number): EuropeanCredential {
  const framework = concept(`${SNB}/education-credit/6fcec5c5af`, `${SNB}/education-credit/25831c2`, {
    en: ['European Credit Transfer System'],
  });
  return { id, type: 'CreditPoint', framework, point: String(point) };
}

function languageConcept({ language }: CredentialFacts): EuropeanCredential | undefined {
  const code = europeanLanguage(primaryLanguage(language));
  return code === null ? undefined : concept(`${AUTHORITY}/language/${code}`, `${AUTHORITY}/language`);
}

const isEsco = ({ url }: SkillFact) => url !== null && /^https?:\/\/data\.europa\.eu\/esco\/skill\//.test(url);
const isOther = (skill: SkillFact) => skill.url !== null && !isEsco(skill);

function skillConcept({ name, url }: SkillFact, say: Say): EuropeanCredential {
  return { id: url, type: 'Concept', prefLabel: say(name) };
}

function concept(id: string, scheme: string, prefLabel?: Record<string, string[]>): EuropeanCredential {
  return compact({ id, type: 'Concept', inScheme: { id: scheme, type: 'ConceptScheme' }, prefLabel });
}

function note(kind: string, number: number, noteLiteral: Record<string, string[]>): EuropeanCredential {
  return { id: `urn:epass:${kind}:${number}`, type: 'Note', noteLiteral };
}

/** ISO 8601: `PT25H`, `PT12H30M`. */
function duration(hours: number): string {
  const minutes = Math.round(hours * 60);
  const rest = minutes % 60;
  return `PT${Math.floor(minutes / 60)}H${rest === 0 ? '' : `${rest}M`}`;
}

function some<Item>(items: readonly Item[]): readonly Item[] | undefined {
  return items.length > 0 ? items : undefined;
}

function asList<Item>(item: Item | undefined): Item[] | undefined {
  return item === undefined ? undefined : [item];
}

function compact(parts: Record<string, unknown>): EuropeanCredential {
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined));
}
