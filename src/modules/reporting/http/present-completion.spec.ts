import { describe, expect, it } from '@jest/globals';
import type { Completion } from '../domain/completion.js';
import { presentCompletion } from './present-completion.js';

const amara: Completion = {
  enrollmentId: 'enrollment-1',
  personId: 'person-1',
  name: 'Amara Diallo',
  email: 'amara@riverside.example',
  microCredential: 'Data Storytelling',
  editionId: 'edition-2',
  editionNumber: 2,
  offeringId: 'offering-1',
  offering: 'Autumn run',
  completedAt: new Date('2026-03-01T09:30:00.250Z'),
  verdictAt: new Date('2026-03-01T09:30:00Z'),
  hours: 25,
  ects: 1,
  ceu: null,
  credentialId: 'credential-1',
  credentialUrl: 'https://cairn.riverside.example/credentials/abc',
  credentialState: 'issued',
  withoutCredential: null,
};

describe('A completion', () => {
  it('is shown with the badge and where it can be checked', () => {
    expect(presentCompletion(amara)).toEqual({
      enrollmentId: 'enrollment-1',
      person: { id: 'person-1', name: 'Amara Diallo', email: 'amara@riverside.example' },
      edition: { id: 'edition-2', number: 2, title: 'Data Storytelling' },
      offering: { id: 'offering-1', title: 'Autumn run' },
      completedAt: '2026-03-01T09:30:00.250Z',
      verdictAt: '2026-03-01T09:30:00.000Z',
      workload: { hours: 25, ects: 1, ceu: null },
      credential: { id: 'credential-1', url: 'https://cairn.riverside.example/credentials/abc', state: 'issued' },
      withoutCredential: null,
    });
  });

  it('without a badge is shown with the reason', () => {
    const none = { credentialId: null, credentialUrl: null, credentialState: null, withoutCredential: 'learner-suspended' };
    expect(presentCompletion({ ...amara, ...none })).toMatchObject({ credential: null, withoutCredential: 'learner-suspended' });
  });
});
