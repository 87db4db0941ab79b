import { describe, expect, it } from '@jest/globals';
import type { JsonObject } from './json.js';
import { unnamedDocument } from './unnamed-document.js';

describe('a credential without its learner', () => {
  const achievement = { id: 'urn:uuid:1', name: 'Honest charts' };
  const credential: JsonObject = {
    id: 'https://riverside.example/credentials/abc',
    awardedDate: '2026-03-01T12:00:00Z',
    credentialSubject: {
      id: 'did:key:z6Mkamara',
      type: ['AchievementSubject'],
      identifier: [
        { type: 'IdentityObject', hashed: true, identityType: 'emailAddress', identityHash: 'sha256$aa', salt: 'bb' },
        { type: 'IdentityObject', hashed: false, identityType: 'name', identityHash: 'Amara' },
      ],
      licenseNumber: 'MATR-7',
      result: [{ type: ['Result'], value: '9' }],
      achievement,
    },
    evidence: [{ id: 'https://riverside.example/evidence/x', type: ['Evidence'], name: 'Amara report' }],
    credentialStatus: { id: 'https://riverside.example/status-lists/1#7', statusListIndex: '7' },
  };

  it('says what was achieved and where its status is, and nothing of the learner', () => {
    expect(unnamedDocument(credential, 'urn:uuid:6f0f')).toEqual({
      id: credential['id'],
      awardedDate: credential['awardedDate'],
      credentialSubject: {
        id: 'urn:uuid:6f0f',
        type: ['AchievementSubject'],
        achievement,
      },
      credentialStatus: credential['credentialStatus'],
    });
  });

  it('is the same when it is made once more', () => {
    const once = unnamedDocument(credential, 'urn:uuid:6f0f');
    expect(JSON.stringify(unnamedDocument(once, 'urn:uuid:6f0f'))).toBe(JSON.stringify(once));
  });
});
