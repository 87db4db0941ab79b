import type { Deployment } from '../../data/deployments.repository.js';
import type { Identity } from '../../data/identities.repository.js';
import type { LtiMessage } from '../../domain/message.js';
import type { Place } from './know-place.js';

/** A proved message with everybody and everything in it known here. */
export interface KnownLaunch extends Place {
  message: LtiMessage;
  deployment: Deployment;
  identity: Identity;
  isStaff: boolean;
}
