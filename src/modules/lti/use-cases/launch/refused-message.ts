import type { LtiRefusal } from '../../domain/refusal.js';

/** Thrown where a login or a message is not believed, and caught by the pages, which explain it. */
export class RefusedMessage extends Error {
  override readonly name = 'RefusedMessage';

  constructor(
    readonly refusal: LtiRefusal,
    /** By whom it was meant to come, as far as that is proved. */
    readonly registrationId: string | null = null,
  ) {
    super(refusal.code);
  }
}
