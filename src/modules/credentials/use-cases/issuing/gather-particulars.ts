import { Injectable } from '@nestjs/common';
import { canParseUrl } from '../../../../platform/can-parse-url.js';
import type { Tx } from '../../../../platform/database/unit-of-work.js';
import { newId, newToken } from '../../../../platform/ids.js';
import type { StoredEdition } from '../../../catalog/index.js';
import type { Enrollment } from '../../../enrollment/index.js';
import { PeopleDirectory, type Person } from '../../../people/index.js';
import { ChoicesRepository } from '../../data/choices.repository.js';
import type { PublishedEvidence } from '../../data/published-evidence.entity.js';
import type { AwardedLearner, AwardedResult } from '../../domain/award.js';
import { chosenEvidence, type ChosenEvidence, type CredentialChoices, LEAST_SHOWN } from '../../domain/credential-choices.js';
import { awardedResults } from '../../domain/rubric-results.js';
import { hashEmail } from '../../proof/keys/identity-hash.js';
import { Environment } from '../../../../platform/config/environment.js';
import { IssuerAddresses } from './issuer-addresses.js';
import { PairwiseNames } from './pairwise-names.js';

/** A pass whose badge is about to be written. */
export interface DecidedPass {
  enrollment: Pick<Enrollment, 'id' | 'personId' | 'institutionId'>;
  edition: StoredEdition;
  assessmentId: string;
}

/** What a badge says of its learner and their work: all that they chose, and no more. */
export interface Particulars {
  learner: AwardedLearner;
  results: AwardedResult[];
  resultsConsented: boolean;
  evidence: EvidencePlace[];
}

/** Evidence and the address it will have. */
export interface EvidencePlace {
  publicId: string;
  name: string;
  url: string | null;
  fileId: string | null;
  sha256: string | null;
}

/** Looks up what learners let their badges say, for any number of passes at the cost of one. */
@Injectable()
export class GatherParticulars {
  private readonly addresses: IssuerAddresses;

  constructor(
    private readonly choices: ChoicesRepository,
    private readonly people: PeopleDirectory,
    private readonly names: PairwiseNames,
    environment: Environment,
  ) {
    this.addresses = new IssuerAddresses(environment.publicUrl);
  }

  /** By enrolment. Reads only; three statements, however many passes. */
  async of(tx: Tx, passes: readonly DecidedPass[]): Promise<Map<string, Particulars>> {
    const chosen = await this.choices.standing(
      tx,
      passes.map(({ enrollment }) => enrollment.id),
    );
    const talkative = passes.filter(({ enrollment }) => chosen.has(enrollment.id));
    const people = await this.peopleOf(tx, talkative);
    const judged =
      talkative.length === 0
        ? new Map<string, never>()
        : await this.choices.judged(
            tx,
            talkative.map(({ assessmentId }) => assessmentId),
          );
    return new Map(
      passes.map(({ enrollment, edition, assessmentId }) => {
        const choices = chosen.get(enrollment.id) ?? LEAST_SHOWN;
        const work = judged.get(assessmentId);
        return [
          enrollment.id,
          {
            learner: this.learner(enrollment, choices, people.get(enrollment.personId)),
            results: work ? awardedResults(this.addresses.achievement(edition.id), edition.content.rubric, work) : [],
            resultsConsented: choices.showResults,
            evidence: work ? chosenEvidence(choices, work.work).map(evidencePlace) : [],
          },
        ];
      }),
    );
  }

  private async peopleOf(tx: Tx, passes: readonly DecidedPass[]): Promise<Map<string, Person>> {
    if (passes.length === 0) return new Map();
    const ids = [...new Set(passes.map(({ enrollment }) => enrollment.personId))];
    return new Map((await this.people.findMany(tx, ids)).map((person) => [person.id, person]));
  }

  private learner(
    { institutionId, personId }: DecidedPass['enrollment'],
    choices: CredentialChoices,
    person: Person | undefined,
  ): AwardedLearner {
    const own = choices.identity === 'did' ? choices.did : null;
    const email = choices.identity === 'email-hash' ? person?.email : null;
    return {
      // Beside a hash as well: proofs that are JWTs need an id (OB 3.0 §8.2.4.1), and readers without the address have nothing else.
      subjectId: own ?? this.names.of(institutionId, personId),
      ...(email ? { hashedEmail: hashEmail(email, newToken(128)) } : {}),
      ...(choices.showName && person ? { name: { text: person.name, consented: true } } : {}),
    };
  }
}

/** The addresses that a badge names, as they are opened with it. */
export function publishedEvidence(
  { id, institutionId, createdAt }: { id: string; institutionId: string; createdAt: Date },
  places: readonly EvidencePlace[],
): PublishedEvidence[] {
  return places.map((place) => ({
    ...place,
    id: newId(createdAt.getTime()),
    institutionId,
    credentialId: id,
    publishedAt: createdAt,
    withdrawnAt: null,
  }));
}

function evidencePlace(chosen: ChosenEvidence): EvidencePlace {
  const publicId = newToken(128);
  return 'link' in chosen
    ? // What is signed cannot be withdrawn, so it names the site and not the address.
      { publicId, name: siteOf(chosen.link), url: chosen.link, fileId: null, sha256: null }
    : { publicId, name: chosen.name, url: null, fileId: chosen.fileId, sha256: chosen.sha256 };
}

function siteOf(link: string): string {
  return canParseUrl(link) ? new URL(link).hostname : 'Link';
}
