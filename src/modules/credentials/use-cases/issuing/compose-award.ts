import type { StoredEdition } from '../../../catalog/index.js';
import type { Institution } from '../../../institutions/index.js';
import type { AchievementSnapshot } from '../../domain/achievement.js';
import type { Award, AwardedEvidence, IssuerProfile } from '../../domain/award.js';
import { monthsAfter } from '../../domain/date-time.js';
import type { EvidencePlace, Particulars } from './gather-particulars.js';
import type { IssuerAddresses } from './issuer-addresses.js';

export interface AwardParts {
  publicId: string;
  issuer: IssuerProfile;
  edition: StoredEdition;
  achievement: AchievementSnapshot;
  decidedAt: Date;
  /** What the learner lets it say. */
  particulars: Particulars;
  listId: string;
  index: number;
  now: Date;
}

/** Gathers everything a badge says. */
export function composeAward(parts: AwardParts, addresses: IssuerAddresses): Award {
  const { edition, decidedAt, particulars } = parts;
  const { workload, awardTerms } = edition.content;
  return {
    id: addresses.credential(parts.publicId),
    issuer: parts.issuer,
    achievement: parts.achievement,
    learner: particulars.learner,
    assessment: {
      results: particulars.results,
      resultsConsented: particulars.resultsConsented,
      evidence: composeEvidence(particulars.evidence, addresses),
      ...(workload.ects === null ? {} : { creditsEarned: workload.ects }),
      endedAt: decidedAt,
    },
    status: { listUrl: addresses.statusList(parts.listId), index: parts.index },
    awardedAt: decidedAt,
    validFrom: parts.now,
    ...(awardTerms?.validityMonths ? { validUntil: monthsAfter(decidedAt, awardTerms.validityMonths) } : {}),
    ...(awardTerms?.renewable ? { refreshUrl: `${addresses.credential(parts.publicId)}/credential.json` } : {}),
  };
}

export function composeEvidence(places: readonly EvidencePlace[], addresses: IssuerAddresses): AwardedEvidence[] {
  return places.map(({ publicId, name, sha256 }) => ({
    url: addresses.evidence(publicId),
    name,
    ...(sha256 ? { digestSri: `sha256-${Buffer.from(sha256, 'hex').toString('base64')}` } : {}),
    published: true,
  }));
}

/** The institution as badges and its own address describe it. */
export function composeIssuer(institution: Institution, addresses: IssuerAddresses): IssuerProfile {
  const { slug, name, url, email, description, imageUrl, countryCode, region, identifiers, parentOrganization } = institution;
  return {
    id: addresses.did(slug),
    name,
    url: url ?? addresses.issuer(slug),
    ...(email ? { email } : {}),
    ...(description ? { description } : {}),
    ...(imageUrl ? { imageUrl } : {}),
    ...(countryCode ? { countryCode } : {}),
    ...(region ? { region } : {}),
    ...(identifiers.length > 0 ? { identifiers } : {}),
    ...(parentOrganization ? { parent: { id: parentOrganization.url, name: parentOrganization.name } } : {}),
  };
}
