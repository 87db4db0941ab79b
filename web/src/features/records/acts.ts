import { api, read, type View } from '../../api/client';

type Key = { 'Idempotency-Key': string };

export interface Act {
  /** As the abilities of a credential call it. */
  name: 'resend' | 'reissue' | 'suspend' | 'reinstate' | 'awardAgain' | 'revoke';
  /** The text that tells that it is done. */
  told: 'resent' | 'reissued' | 'suspended' | 'reinstated' | 'awardedAgain' | 'revoked';
  reason: 'needed' | 'optional' | 'none';
  run: (id: string, reason: string, headers: Key) => Promise<View<'CredentialView'>>;
}

const to = (id: string) => ({ path: { id } });

/** What can be done with a credential, the gravest last. */
export const ACTS: readonly Act[] = [
  {
    name: 'resend',
    told: 'resent',
    reason: 'none',
    run: (id, _, headers) => read(api.POST('/api/v1/credentials/{id}/letters', { params: to(id), headers })),
  },
  {
    name: 'reissue',
    told: 'reissued',
    reason: 'optional',
    run: (id, reason, headers) =>
      read(api.POST('/api/v1/credentials/{id}/reissue', { params: to(id), headers, body: { reason } })),
  },
  {
    name: 'reinstate',
    told: 'reinstated',
    reason: 'optional',
    run: (id, reason, headers) =>
      read(api.POST('/api/v1/credentials/{id}/reinstatement', { params: to(id), headers, body: { reason } })),
  },
  {
    name: 'awardAgain',
    told: 'awardedAgain',
    reason: 'needed',
    run: (id, reason, headers) =>
      read(api.POST('/api/v1/credentials/{id}/historic-re-award', { params: to(id), headers, body: { reason, letter: true } })),
  },
  {
    name: 'suspend',
    told: 'suspended',
    reason: 'needed',
    run: (id, reason, headers) =>
      read(api.POST('/api/v1/credentials/{id}/suspension', { params: to(id), headers, body: { reason } })),
  },
  {
    name: 'revoke',
    told: 'revoked',
    reason: 'needed',
    run: (id, reason, headers) =>
      read(api.POST('/api/v1/credentials/{id}/revocation', { params: to(id), headers, body: { reason } })),
  },
];
