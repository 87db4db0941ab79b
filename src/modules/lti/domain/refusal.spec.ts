import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { LTI_REFUSALS } from './refusal.js';
import { REGISTRATION_REFUSALS } from './registration-refusal.js';

const GUIDE = readFileSync(new URL('../../../../docs/lti-setup/README.md', import.meta.url), 'utf8');

describe('The guide for who connects an LMS', () => {
  it.each([...Object.keys(LTI_REFUSALS), ...Object.keys(REGISTRATION_REFUSALS)])('says what to do about %s', (code) => {
    expect(GUIDE).toContain(`\`${code}\``);
  });
});
