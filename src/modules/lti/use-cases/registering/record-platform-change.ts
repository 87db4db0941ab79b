import type { Tx } from '../../../../platform/database/unit-of-work.js';
import { recordEvent } from '../../../../platform/events/record-event.js';

type Change =
  | 'lti.platform_registered'
  | 'lti.platform_changed'
  | 'lti.platform_activated'
  | 'lti.platform_disabled'
  | 'lti.deployment_added'
  | 'lti.deployment_approved'
  | 'lti.deployment_refused'
  | 'lti.notices_requested'
  | 'lti.registration_link_made'
  | 'lti.registration_link_withdrawn';

interface Who {
  institutionId: string;
  /** `null`: a platform did it, by leave of an administrator. */
  personId: string | null;
}

/** Writes down what was done with a platform, or with the link by which one registers. */
export async function recordPlatformChange(
  tx: Tx,
  { institutionId, personId }: Who,
  type: Change,
  subject: { type: 'lti_registration' | 'lti_registration_link'; id: string },
  now: Date,
  particulars: Record<string, unknown> = {},
): Promise<void> {
  await recordEvent(tx, { institutionId, type, actorId: personId, subject, particulars, occurredAt: now });
}
