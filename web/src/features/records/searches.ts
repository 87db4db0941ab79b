import { isDay, isId } from '../../app/in-address';

// What the addresses of these screens may say. Whatever else stands there is left out.

export const CREDENTIAL_STATES = ['issued', 'suspended', 'revoked', 'superseded', 'expired'] as const;
export type CredentialState = (typeof CREDENTIAL_STATES)[number];

export const REQUEST_STATES = ['open', 'accepted', 'declined'] as const;
export type RequestState = (typeof REQUEST_STATES)[number];

export const ROW_STATES = ['bad', 'ready', 'issuing', 'issued', 'held', 'withheld'] as const;

export interface CompletionsSearch {
  offeringId?: string;
  /** Days, as `2026-03-01`; both included. */
  from?: string;
  until?: string;
}

export interface CredentialsSearch {
  q?: string;
  state?: CredentialState;
  offeringId?: string;
}

type Given = Record<string, unknown>;

export function readCompletionsSearch({ offeringId, from, until }: Given): CompletionsSearch {
  return {
    ...(isId(offeringId) && { offeringId }),
    ...(isDay(from) && { from }),
    ...(isDay(until) && { until }),
  };
}

export function readCredentialsSearch({ q, state, offeringId }: Given): CredentialsSearch {
  const known = CREDENTIAL_STATES.find((one) => one === state);
  // The router reads a number where only digits stand.
  const words = typeof q === 'number' ? String(q) : q;
  return {
    ...(typeof words === 'string' && words.trim() !== '' && { q: words.slice(0, 200) }),
    ...(known && { state: known }),
    ...(isId(offeringId) && { offeringId }),
  };
}

export function readRequestsSearch({ state }: Given): { state?: RequestState } {
  const known = REQUEST_STATES.find((one) => one === state);
  return known && known !== 'open' ? { state: known } : {};
}

export function readRowsSearch({ state }: Given): { state?: (typeof ROW_STATES)[number] } {
  const known = ROW_STATES.find((one) => one === state);
  return known ? { state: known } : {};
}
