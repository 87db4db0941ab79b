import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { amirasAward } from '../../../../test/support/awards.js';
import { parseDateTimeStamp } from './date-time.js';
import type { JsonObject } from './json.js';
import { buildOpenBadgeCredential } from './open-badge-credential.js';
import { type Amendment, saysTheSame, shownName, supersedingDocument, withShownName } from './superseding-document.js';

const status = { listUrl: 'https://cairn.riverside.example/status-lists/2', index: 7 };
const now = new Date('2026-06-01T08:00:00Z');

const built = buildOpenBadgeCredential(amirasAward());
if (!built.ok) throw new Error('Amira has no badge');
const signed: JsonObject = { ...built.credential, proof: [{ proofValue: 'z1' }] };

function next(amend?: Amendment, at = now): JsonObject {
  const result = supersedingDocument(signed, { now: at, status, amend });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.document;
}

describe('the next form of a credential', () => {
  it('says all that the signed one says, but for its start and the place of its status, and is not signed yet', () => {
    const { proof: _proof, validFrom: _from, credentialStatus: _place, ...claims } = signed;
    const { validFrom, credentialStatus, ...kept } = next();
    expect(kept).toEqual(claims);
    expect(validFrom).toBe('2026-06-01T08:00:00Z');
    expect(credentialStatus).toMatchObject({ statusListIndex: '7', statusListCredential: status.listUrl });
  });

  it('is always newer than the one before, even within the same second or with a clock that was set back', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }), (at) => {
        const [before, after] = [signed, next(undefined, at)].map(
          ({ validFrom }) => parseDateTimeStamp(validFrom)?.getTime() ?? 0,
        );
        expect(after).toBeGreaterThan(before ?? 0);
      }),
    );
  });

  it('shows the corrected name and leaves the hashed address as it is', () => {
    const corrected = next(withShownName('Amira Haddád'));
    expect([shownName(signed), shownName(corrected)]).toEqual(['Amira Haddad', 'Amira Haddád']);
    expect((corrected['credentialSubject'] as JsonObject)['identifier']).toHaveLength(2);
    expect(saysTheSame(signed, corrected)).toBe(false);
    expect(saysTheSame(corrected, next(withShownName('Amira Haddád'), new Date('2027-01-01T00:00:00Z')))).toBe(true);
  });

  it.each<[string, Amendment]>([
    ['id', (document) => ({ ...document, id: 'urn:uuid:0193a1f0-7c2b-4000-8000-00000000aaaa' })],
    ['awardedDate', (document) => ({ ...document, awardedDate: '2020-01-01T00:00:00Z' })],
    [
      'issuer.id',
      (document) => ({ ...document, issuer: { ...(document['issuer'] as JsonObject), id: 'did:web:other.example' } }),
    ],
    [
      'credentialSubject.achievement',
      ({ credentialSubject, ...document }) => ({
        ...document,
        credentialSubject: { ...(credentialSubject as JsonObject), achievement: {} },
      }),
    ],
  ])('cannot change the %s', (at, amend) => {
    const result = supersedingDocument(signed, { now, status, amend });
    expect(result).toMatchObject({ ok: false, problems: expect.arrayContaining([{ problem: 'changed-by-amendment', at }]) });
  });

  it('is refused when the amendment makes it no Open Badge', () => {
    const amend: Amendment = ({ credentialSubject, ...document }) => ({
      ...document,
      credentialSubject: { ...(credentialSubject as JsonObject), creditsEarned: 'many' },
    });
    expect(supersedingDocument(signed, { now, status, amend })).toMatchObject({ ok: false });
  });
});
