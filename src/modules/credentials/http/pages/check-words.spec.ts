import { describe, expect, it } from '@jest/globals';
import { failed, passed, type Verification, type VerificationReason } from '../../proof/verifying/verification.js';
import { checkList, checkWords, verdictLine } from './check-words.js';

const genuineBut = (reason: VerificationReason): Verification => ({
  verified: false,
  checks: [passed('context'), passed('schema'), passed('proof'), passed('issuer'), passed('validity'), failed('status', reason)],
});

describe('a genuine form that does not hold', () => {
  it.each<[VerificationReason, string, string]>([
    ['revoked', '✗ Not verified: genuine, but taken back', 'It has been taken back. The issuer no longer stands by it.'],
    ['suspended', '✗ Suspended by its issuer', 'The issuer has suspended it for now.'],
    ['superseded', '✗ Replaced by a newer form', 'The issuer has replaced it by a newer form.'],
    ['withdrawn', '✗ An endorsement that was withdrawn', 'Who gave this endorsement has withdrawn it.'],
  ])('is said to be %s, and nothing worse', (reason, verdict, found) => {
    expect(verdictLine(genuineBut(reason), 'en').text).toContain(`>${verdict}<`);
    expect(checkWords(failed('status', reason), 'en').found).toBe(found);
  });

  it.each<VerificationReason>(['suspended', 'superseded', 'withdrawn'])('is told once to be %s', (reason) => {
    const checked = genuineBut(reason);
    const detailed = { ...checked, checks: [failed('status', reason, 'The same in other words.')] };
    expect(checkList(detailed, 'en').text).not.toContain('The same in other words.');
  });
});
