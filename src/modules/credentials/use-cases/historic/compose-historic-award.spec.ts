import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { tinyMicroCredential } from '../../../../../test/support/riverside-edition.js';
import { waterDataAchievement } from '../../../../../test/support/awards.js';
import type { EditionContent, StoredEdition } from '../../../catalog/index.js';
import type { Institution } from '../../../institutions/index.js';
import { type AwardOnFile, SHOWABLE } from '../../domain/historic-row.js';
import { buildOpenBadgeCredential } from '../../domain/open-badge-credential.js';
import { composeIssuer } from '../issuing/compose-award.js';
import { IssuerAddresses } from '../issuing/issuer-addresses.js';
import { composeHistoricAward } from './compose-historic-award.js';

const addresses = new IssuerAddresses('https://cairn.example');
const institution = { slug: 'riverside', name: 'Riverside University', identifiers: [] } as unknown as Institution;
const content = { ...tinyMicroCredential(), workload: { hours: 60, ects: 2, ceu: null } } as unknown as EditionContent;
const edition = { id: 'an-edition', content } as StoredEdition;
const now = new Date('2026-03-01T09:30:00Z');
const LEA: AwardOnFile = {
  email: 'lea@example.org',
  name: 'Lea Lindqvist',
  editionId: edition.id,
  awardedOn: '2019-06-14',
  reference: 'CE-2019-117',
  result: 'with distinction',
  evidenceUrl: 'https://example.org/lea',
  language: null,
  shown: [],
};

function badgeOf(change: Partial<AwardOnFile> = {}) {
  const onFile = { ...LEA, ...change };
  const evidence = onFile.shown.includes('evidence')
    ? [{ publicId: 'work', name: 'example.org', url: onFile.evidenceUrl, fileId: null, sha256: null }]
    : [];
  const award = composeHistoricAward(
    {
      publicId: 'secret',
      issuer: composeIssuer(institution, addresses),
      edition,
      achievement: waterDataAchievement(),
      onFile,
      subjectId: 'urn:uuid:0193a1f0-7c2b-4000-8000-00000000aaaa',
      name: onFile.name,
      evidence,
      listId: 'list',
      index: 7,
      now,
    },
    addresses,
  );
  const built = buildOpenBadgeCredential(award);
  if (!built.ok) throw new Error(JSON.stringify(built.problems));
  return built.credential;
}

describe('The badge of an award from before Cairn', () => {
  it('holds since the day it was awarded, and says that it was entered from records', () => {
    expect(badgeOf()).toMatchObject({
      awardedDate: '2019-06-14T12:00:00Z',
      validFrom: '2019-06-14T12:00:00Z',
      evidence: [
        {
          type: ['Evidence'],
          name: 'Record of an earlier award',
          genre: 'Record',
          narrative: expect.stringMatching(
            /^Riverside University awarded this on 2019-06-14, .* on 2026-03-01\. .* not documented here\.$/,
          ),
        },
      ],
    });
  });

  it('claims nothing of when the learning was', () => {
    expect(JSON.stringify(badgeOf())).not.toMatch(/activity(Start|End)Date/);
  });

  it('says what the learner agreed to and nothing else of them', () => {
    const told = { name: 'Lea Lindqvist', reference: 'CE-2019-117', result: 'with distinction', evidence: '/evidence/work' };
    fc.assert(
      fc.property(fc.subarray([...SHOWABLE]), (shown) => {
        const badge = JSON.stringify(badgeOf({ shown }));
        expect(SHOWABLE.filter((one) => badge.includes(told[one]))).toEqual(shown);
        expect(badge).not.toContain('lea@example.org');
        expect(badge).not.toContain('example.org/lea');
      }),
    );
  });
});
