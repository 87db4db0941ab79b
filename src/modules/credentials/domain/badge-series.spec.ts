import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { amirasAward, waterDataAchievement } from '../../../../test/support/awards.js';
import type { AssessmentFacts, Award, AwardedLearner } from './award.js';
import { BadgeSeries } from './badge-series.js';
import { buildOpenBadgeCredential } from './open-badge-credential.js';

const { issuer } = amirasAward();
const issuers = [issuer, { ...issuer, name: 'Riverside' }];
const achievements = [waterDataAchievement(), waterDataAchievement({ name: 'Another' }), waterDataAchievement({ name: ' ' })];

const address = fc.oneof(
  { weight: 8, arbitrary: fc.uuid().map((id) => `https://cairn.riverside.example/credentials/${id}`) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('', 'no address', 'urn:uuid:1', 'https://[', 'https://a.example/"', 'mailto:ädä@a.example'),
  },
);
const moment = fc.oneof(
  { weight: 8, arbitrary: fc.date({ min: new Date('2020-01-01'), max: new Date('2035-01-01'), noInvalidDate: true }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(new Date(Number.NaN), new Date(8.64e15), new Date(-8.64e15), new Date('-000001-01-01')),
  },
);
const sometimes = <Value>(arbitrary: fc.Arbitrary<Value>) =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });
const { learner: amira, assessment: hers } = amirasAward();

const learner: fc.Arbitrary<AwardedLearner> = fc
  .record({
    subjectId: fc.oneof({ weight: 12, arbitrary: address }, { weight: 1, arbitrary: fc.constant(undefined) }),
    hashedEmail: sometimes(fc.constant(amira.hashedEmail)),
    name: sometimes(fc.constantFrom(amira.name, { text: 'Amira', consented: false })),
  })
  .map(known);
const assessment: fc.Arbitrary<AssessmentFacts> = fc
  .record({
    results: fc.constantFrom([], hers.results, [{ resultDescription: 'urn:uuid:unknown' }]),
    resultsConsented: fc.oneof({ weight: 6, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
    evidence: fc.oneof({ weight: 6, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: fc.constant(hers.evidence) }),
    creditsEarned: sometimes(fc.constantFrom(4.5, -0, Number.NaN)),
    startedAt: sometimes(moment),
    endedAt: fc.oneof({ weight: 6, arbitrary: moment }, { weight: 1, arbitrary: fc.constant(undefined) }),
  })
  .map((members) => known(members) as AssessmentFacts);
const award: fc.Arbitrary<Award> = fc
  .record({
    id: address,
    issuer: fc.constantFrom(...issuers),
    achievement: fc.constantFrom(...achievements),
    learner,
    assessment,
    status: fc.record({
      listUrl: address,
      index: fc.oneof(
        { weight: 8, arbitrary: fc.nat() },
        { weight: 1, arbitrary: fc.constantFrom(-1, 1.5, Number.NaN, 1e21, 2e15) },
      ),
    }),
    awardedAt: moment,
    validFrom: moment,
    validUntil: sometimes(moment),
    refreshUrl: sometimes(address),
  })
  .map((members) => known(members) as Award);

function known<Members extends object>(members: Members): { [name in keyof Members]: Exclude<Members[name], undefined> } {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as never;
}

/** As text, because a badge is signed as its text is read again. */
const inWords = (built: ReturnType<typeof buildOpenBadgeCredential>) =>
  built.ok ? JSON.stringify(built.credential) : built.problems;

describe('a series of badges', () => {
  it('builds each as it would be built alone, byte for byte, and refuses what would be refused', () => {
    fc.assert(
      fc.property(fc.array(award, { minLength: 2, maxLength: 8 }), (awards) => {
        const series = new BadgeSeries();
        for (const one of awards) expect(inWords(series.build(one))).toEqual(inWords(buildOpenBadgeCredential(one)));
      }),
      { numRuns: 400 },
    );
  });

  it('writes what all have in common once', () => {
    const series = new BadgeSeries();
    const plain = (id: string): Award => ({
      ...amirasAward({ id, issuer, achievement: achievements[0]! }),
      learner: { subjectId: `urn:uuid:${id}` },
      assessment: { results: [], resultsConsented: false, evidence: [] },
    });
    const [one, other] = ['urn:a:1', 'urn:a:2'].map((id) => series.build(plain(id)));
    if (!one?.ok || !other?.ok) throw new Error('They were refused');
    expect(other.credential.issuer).toBe(one.credential.issuer);
    expect(other.credential.credentialSubject).toHaveProperty('id', 'urn:uuid:urn:a:2');
  });

  it('gives a badge as its text is read again', () => {
    const built = new BadgeSeries().build(amirasAward({ assessment: { ...hers, creditsEarned: -0 } }));
    expect(built.ok && Object.is((built.credential.credentialSubject as { creditsEarned: number }).creditsEarned, 0)).toBe(true);
  });
});
