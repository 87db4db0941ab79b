import type { CheckResult } from '../../../proof/verifying/verify.js';

const questions: Readonly<Record<CheckResult['check'], { asks: string; passed: string; failed: string; unknown: string }>> = {
  context: {
    asks: 'Vocabulary',
    passed: 'Every word in it is defined.',
    failed: 'It uses words that are not defined.',
    unknown: 'Its words could not be checked.',
  },
  schema: {
    asks: 'Form',
    passed: 'It has the form of a credential.',
    failed: 'It does not have the form of a credential.',
    unknown: 'Its form could not be checked.',
  },
  proof: {
    asks: 'Signature',
    passed: 'It is exactly what the issuer signed.',
    failed: 'It was changed, or never signed by this issuer.',
    unknown: 'The signature could not be checked.',
  },
  issuer: {
    asks: 'Issuer',
    passed: 'The key is the issuer’s own.',
    failed: 'The key is not the issuer’s.',
    unknown: 'The issuer could not be reached.',
  },
  validity: {
    asks: 'Dates',
    passed: 'It is valid today.',
    failed: 'It is not valid today.',
    unknown: 'Its dates could not be checked.',
  },
  status: {
    asks: 'Status',
    passed: 'It has not been taken back.',
    failed: 'It has been taken back.',
    unknown: 'Whether it was taken back could not be checked.',
  },
  subject: {
    asks: 'Person',
    passed: 'It is about the owner of the e-mail address that you gave.',
    failed: 'It is not about the owner of the e-mail address that you gave.',
    unknown: 'Whether it is about the owner of the e-mail address could not be checked.',
  },
};

/** What was checked, and what came of it. */
export const checks = {
  questions,
  notChecked: 'Not checked, because something else has to be right first.',
  verified: '✓ Genuine and valid',
  suspended: '✗ Suspended by its issuer',
  superseded: '✗ Replaced by a newer form',
  withdrawn: '✗ An endorsement that was withdrawn',
  partly: '? Genuine, but not everything could be checked',
  unknown: '? Could not be checked',
  failed: '✗ Not verified',
  but: {
    status: 'genuine, but taken back',
    validity: 'genuine, but not valid today',
    subject: 'genuine, but about somebody else',
  },
};
