import type { Environment } from '../../../platform/config/environment.js';
import { Problem } from '../../../platform/http/problem.js';
import { isLocalInstallation } from '../../../platform/config/is-local-installation.js';
import { type AddressFault, addressFault } from '../domain/endpoint-address.js';
import type { WebhookEventType } from '../domain/event-types.js';
import { unfitAddress } from '../problems.js';

export interface EndpointWish {
  url: string;
  description: string;
  eventTypes: readonly WebhookEventType[];
}

const FAULTS: Record<AddressFault, string> = {
  not_an_address: 'Give a whole address, such as https://registry.example.edu/cairn.',
  not_https: 'Give an address that begins with https://.',
  with_password: 'Leave name and password out: the signature shows that a message is ours.',
};

/** The wish as it is stored: one spelling of the address, each type once. Throws `webhook.unfit_address` at the field. */
export function usableWish({ url, description, eventTypes }: EndpointWish, { publicUrl }: Environment) {
  const fault = addressFault(url, isLocalInstallation(publicUrl));
  if (fault !== null) throw new Problem(unfitAddress, { errors: [{ field: 'url', code: fault, detail: FAULTS[fault] }] });
  return { url: new URL(url).href, description: description.trim(), eventTypes: [...new Set(eventTypes)] };
}
