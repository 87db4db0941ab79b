import { describe, expect, it } from '@jest/globals';
import { amirasAward } from '../../../../test/support/awards.js';
import { type ChosenParticulars, withParticulars } from './chosen-particulars.js';
import { asList, isJsonObject, type JsonObject } from './json.js';
import { buildOpenBadgeCredential } from './open-badge-credential.js';
import { saysTheSame } from './superseding-document.js';

const award = amirasAward();
const hashed = { identityHash: `sha256$${'ab'.repeat(32)}`, salt: 'first-salt' };
const plain = built({ subjectId: 'urn:uuid:0193a1f0-7c2b-4000-8000-00000000aaaa' });

function built(learner: ChosenParticulars['learner']): JsonObject {
  const credential = buildOpenBadgeCredential({
    ...award,
    learner,
    assessment: { ...award.assessment, resultsConsented: false, evidence: [] },
  });
  if (!credential.ok) throw new Error(JSON.stringify(credential.problems));
  return credential.credential;
}

function chosen(choices: Partial<ChosenParticulars['choices']>, more: Partial<ChosenParticulars> = {}): ChosenParticulars {
  return {
    choices: { showName: false, showResults: false, identity: 'pairwise', ...choices },
    subjectId: undefined,
    learner: { name: { text: 'Amira', consented: true }, hashedEmail: hashed },
    results: award.assessment.results,
    evidence: [],
    ...more,
  };
}

const subjectOf = ({ credentialSubject }: JsonObject) =>
  credentialSubject !== undefined && isJsonObject(credentialSubject) ? credentialSubject : {};
const namedBy = (document: JsonObject) =>
  asList(subjectOf(document)['identifier'])
    .filter(isJsonObject)
    .map(({ identityHash }) => identityHash);

describe('what a learner chose anew', () => {
  it('is said, and taken back again leaves nothing behind', () => {
    const all = withParticulars(
      chosen(
        { showName: true, showResults: true, identity: 'email-hash' },
        { evidence: [{ url: 'https://cairn.example/evidence/1', name: 'report.txt', published: true }] },
      ),
    )(plain);
    expect(namedBy(all)).toEqual([hashed.identityHash, 'Amira']);
    expect(asList(subjectOf(all)['result'])).toHaveLength(award.assessment.results.length);
    expect(all['evidence']).toMatchObject([{ name: 'report.txt' }]);
    expect(withParticulars(chosen({}))(all)).toEqual(plain);
  });

  it('changes nothing where it is what was said: neither a corrected name nor the salt of a hash', () => {
    const corrected = built({ ...award.learner, name: { text: 'Amíra', consented: true }, hashedEmail: hashed });
    const again = withParticulars(
      chosen(
        { showName: true, identity: 'email-hash' },
        { learner: { name: { text: 'Amira', consented: true }, hashedEmail: { ...hashed, salt: 'second-salt' } } },
      ),
    )(corrected);
    expect(saysTheSame(again, corrected)).toBe(true);
  });

  it('can name the subject otherwise, and touches nothing else', () => {
    const { credentialSubject: _subject, ...rest } = withParticulars(chosen({}, { subjectId: 'did:key:z6Mk' }))(plain);
    const { credentialSubject: _before, ...before } = plain;
    expect(rest).toEqual(before);
    expect(subjectOf(withParticulars(chosen({}, { subjectId: 'did:key:z6Mk' }))(plain))['id']).toBe('did:key:z6Mk');
  });
});
