import type { Award } from '../../domain/award.js';
import type { AwardOnFile } from '../../domain/historic-row.js';
import { momentOf } from '../../domain/historic-row.js';
import { recordedByImport, recordedResult } from '../../domain/historic-words.js';
import { type AwardParts, composeAward } from '../issuing/compose-award.js';
import type { EvidencePlace } from '../issuing/gather-particulars.js';
import type { IssuerAddresses } from '../issuing/issuer-addresses.js';

export interface HistoricAwardParts extends Omit<AwardParts, 'decidedAt' | 'particulars'> {
  onFile: AwardOnFile;
  /** Of the learner, for this issuer alone. */
  subjectId: string;
  /** The learner's own spelling. */
  name: string;
  evidence: readonly EvidencePlace[];
}

/**
 * What the badge of an award from before Cairn says: valid since the day it was awarded, while its proof tells when it was signed; that it
 * was entered from records; and of the learner what they agreed to have shown.
 */
export function composeHistoricAward(parts: HistoricAwardParts, addresses: IssuerAddresses): Award {
  const { onFile, subjectId, name, evidence, now } = parts;
  const shows = new Set(onFile.shown);
  const told = shows.has('result') && onFile.result !== null ? recordedResult(parts.achievement, onFile.result) : null;
  const awardedAt = momentOf(onFile.awardedOn, now);
  const award = composeAward(
    {
      ...parts,
      achievement: told?.achievement ?? parts.achievement,
      decidedAt: awardedAt,
      particulars: {
        learner: { subjectId, ...(shows.has('name') ? { name: { text: name, consented: true } } : {}) },
        results: told ? [told.result] : [],
        resultsConsented: told !== null,
        evidence: [...evidence],
      },
    },
    addresses,
  );
  // When the learning ended is not known.
  const { endedAt: _unknown, ...assessment } = award.assessment;
  return {
    ...award,
    validFrom: awardedAt,
    assessment: {
      ...assessment,
      evidence: [recordedByImport(award.issuer.name, onFile.awardedOn, now), ...assessment.evidence],
      ...(shows.has('reference') && onFile.reference !== null ? { licenseNumber: onFile.reference } : {}),
    },
  };
}
