import type { AwardedEvidence, AwardedLearner, AwardedResult } from './award.js';
import type { CredentialChoices } from './credential-choices.js';
import { asList, compact, isJsonObject, type JsonObject } from './json.js';
import { buildEvidence, buildIdentifiers, buildResult } from './open-badge-credential.js';
import type { Amendment } from './superseding-document.js';

/** What a learner chose of late, and what there is to say of it. */
export interface ChosenParticulars {
  choices: Pick<CredentialChoices, 'showName' | 'showResults' | 'identity'>;
  /** `undefined`: the badge names its subject as before. */
  subjectId: string | undefined;
  learner: AwardedLearner;
  results: readonly AwardedResult[];
  evidence: readonly AwardedEvidence[];
}

/**
 * Says what the learner chose and no more. What was signed and is still chosen stays word for word: a name that was corrected, the salt
 * of a hash.
 */
export function withParticulars({ choices, subjectId, learner, results, evidence }: ChosenParticulars): Amendment {
  return (document) => {
    const subject = document['credentialSubject'];
    if (subject === undefined || !isJsonObject(subject)) return document;
    const [signed, built] = [asList(subject['identifier']).filter(isJsonObject), buildIdentifiers(learner)];
    const chosen = (is: (one: JsonObject) => boolean, wanted: boolean) => (wanted ? [signed.find(is) ?? built.find(is)] : []);
    const identifier = [
      ...signed.filter((one) => !isEmailHash(one) && !isName(one)),
      ...chosen(isEmailHash, choices.identity === 'email-hash'),
      ...chosen(isName, choices.showName),
    ].filter((one) => one !== undefined);
    const result = choices.showResults ? (subject['result'] ?? results.map(buildResult)) : undefined;
    return compact({
      ...document,
      credentialSubject: compact({ ...subject, id: subjectId ?? subject['id'], identifier, result }),
      evidence: evidence.map(buildEvidence),
    });
  };
}

function isEmailHash({ identityType, hashed }: JsonObject): boolean {
  return identityType === 'emailAddress' && hashed === true;
}

function isName({ identityType, hashed }: JsonObject): boolean {
  return identityType === 'name' && hashed === false;
}
