import { describe, expect, it } from '@jest/globals';
import { AUDIT_KINDS, isOfKind } from './audit.js';

const kindsOf = (type: string) => AUDIT_KINDS.filter((kind) => isOfKind(type, kind));

describe('An event of the audit log', () => {
  it.each([
    ['person.signed_in', ['people']],
    ['enrollment.activated', ['enrollment']],
    ['enrollment_import.confirmed', ['enrollment']],
    ['course.completed', ['learning']],
    ['course.changed', ['authoring']],
    ['activity.completed', ['learning']],
    ['activity.added', ['authoring']],
    ['credential_revocation_batch.finished', ['credentials']],
    ['signing_key.compromised', ['institution']],
    ['something.new', []],
  ])('%s is of one kind, or of none', (type, kinds) => {
    expect(kindsOf(type)).toEqual(kinds);
  });
});
