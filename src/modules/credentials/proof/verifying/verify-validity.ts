import { parseDateTimeStamp } from '../../domain/date-time.js';
import type { JsonObject } from '../../domain/json.js';
import { asVersion2 } from './data-model-1.js';
import { type CheckResult, failedAt, passed } from './verification.js';

/** Clocks of issuer and verifier may differ by this much before a new credential counts as not yet valid. */
const skewMilliseconds = 60_000;

/** Whether the moment lies between `validFrom` and `validUntil` (VC 2.0 §4.9). Expects a well-formed credential. */
export function checkValidity(document: JsonObject, now: Date): CheckResult {
  const { validFrom, validUntil } = asVersion2(document);
  const [from, until] = [parseDateTimeStamp(validFrom), parseDateTimeStamp(validUntil)];
  if (from && from.getTime() > now.getTime() + skewMilliseconds) {
    return failedAt('validity', 'not-yet-valid', from, (moment) => `It is valid from ${moment}.`);
  }
  if (until && until < now) return failedAt('validity', 'expired', until, (moment) => `It was valid until ${moment}.`);
  return passed('validity');
}
