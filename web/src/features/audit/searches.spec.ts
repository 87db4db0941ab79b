import { describe, expect, it } from '@jest/globals';
import { auditFilter, readAuditSearch } from './searches';

const ID = '01890000-0000-7000-8000-000000000001';

describe('The address of the audit log', () => {
  it('keeps what it knows and leaves out the rest', () => {
    expect(readAuditSearch({ kind: 'grading', personId: ID, from: '2026-03-01', until: '2026-13-45' })).toEqual({
      kind: 'grading',
      personId: ID,
      from: '2026-03-01',
    });
    expect(readAuditSearch({ kind: 'gossip', personId: 7 })).toEqual({});
  });

  it('asks for whole days where the reader is', () => {
    expect(auditFilter({ from: '2026-03-01', until: '2026-03-01' }, 'Europe/Vienna')).toEqual({
      from: '2026-02-28T23:00:00.000Z',
      to: '2026-03-01T23:00:00.000Z',
    });
  });
});
