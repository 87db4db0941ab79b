import type { StoredEdition } from '../../catalog/index.js';
import type { Institution } from '../../institutions/index.js';
import type { AchievementSnapshot } from '../domain/achievement.js';
import type { Award } from '../domain/award.js';
import type { IssuerAddresses } from './issuer-addresses.js';

export interface AwardParts {
  publicId: string;
  institution: Institution;
  edition: StoredEdition;
  achievement: AchievementSnapshot;
  decidedAt: Date;
  /** The learner's name at this issuer. */
  subjectId: string;
  listId: string;
  index: number;
  now: Date;
}

/** Gathers everything a badge says. Of the learner it says only a name made for this issuer; more needs their consent. */
export function composeAward(parts: AwardParts, addresses: IssuerAddresses): Award {
  const { institution, edition, decidedAt } = parts;
  const { ects } = edition.content.workload;
  return {
    id: addresses.credential(parts.publicId),
    issuer: {
      id: addresses.did(institution.slug),
      name: institution.name,
      url: institution.url ?? addresses.issuer(institution.slug),
      ...(institution.email ? { email: institution.email } : {}),
      ...(institution.description ? { description: institution.description } : {}),
      ...(institution.countryCode ? { countryCode: institution.countryCode } : {}),
    },
    achievement: parts.achievement,
    learner: { subjectId: parts.subjectId },
    assessment: {
      results: [],
      resultsConsented: false,
      evidence: [],
      ...(ects === null ? {} : { creditsEarned: ects }),
      endedAt: decidedAt,
    },
    status: { listUrl: addresses.statusList(parts.listId), index: parts.index },
    awardedAt: decidedAt,
    validFrom: parts.now,
  };
}
