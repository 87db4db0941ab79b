import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { WEBHOOK_EVENT_TYPES } from './event-types.js';
import { messageOf, type ToldEvent } from './message.js';

const passed: ToldEvent = {
  id: '0193a1f0-0000-7000-8000-000000000001',
  institutionId: '0193a1f0-0000-7000-8000-000000000002',
  type: 'assessment.passed',
  subjectType: 'enrollment',
  subjectId: '0193a1f0-0000-7000-8000-000000000003',
  particulars: { assessmentId: 'a', attemptId: 'b', corrects: false, marker: 'first', feedback: 'Well done, Amara' },
  occurredAt: new Date('2026-03-01T09:30:00Z'),
};

describe('A message', () => {
  it('says what happened, when, and the ids to ask for more; nothing that the catalogue does not name', () => {
    const { webhookId, body } = messageOf(passed);
    expect(webhookId).toBe('msg_0193a1f0-0000-7000-8000-000000000001');
    expect(JSON.parse(body)).toEqual({
      type: 'assessment.passed',
      timestamp: '2026-03-01T09:30:00.000Z',
      data: {
        institutionId: passed.institutionId,
        enrollmentId: passed.subjectId,
        assessmentId: 'a',
        attemptId: 'b',
        corrects: false,
      },
    });
  });

  it('names its subject as the API does', () => {
    const body = messageOf({ ...passed, type: 'edition.published', subjectType: 'micro_credential' }).body;
    expect(JSON.parse(body)).toMatchObject({ data: { microCredentialId: passed.subjectId } });
  });

  it('is the same text each time and below 20 kB, whatever an event holds', () => {
    fc.assert(
      fc.property(fc.constantFrom(...WEBHOOK_EVENT_TYPES), fc.object(), (type, particulars) => {
        const event = { ...passed, type, particulars: { ...particulars, personId: 'x'.repeat(50_000) } };
        const { body } = messageOf(event);
        expect(messageOf(structuredClone(event)).body).toBe(body);
        expect(Buffer.byteLength(body)).toBeLessThan(20_000);
      }),
    );
  });
});
