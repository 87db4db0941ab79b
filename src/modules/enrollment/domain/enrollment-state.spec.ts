import { describe, expect, it } from '@jest/globals';
import { ENROLLMENT_MOVES, ENROLLMENT_STATES, moveEnrollment, SEAT_HOLDING_STATES } from './enrollment-state.js';

describe('an enrollment', () => {
  it('goes from invitation to completion', () => {
    expect(moveEnrollment('invited', 'active')).toEqual({ allowed: true });
    expect(moveEnrollment('active', 'completed')).toEqual({ allowed: true });
  });

  it('keeps what was earned: it cannot be left or run out, only go on after a pass that was corrected', () => {
    const following = ENROLLMENT_STATES.filter((to) => moveEnrollment('completed', to).allowed);
    expect(following).toEqual(['active']);
  });

  it('completes when work handed in before the end passes after it', () => {
    expect(moveEnrollment('expired', 'completed')).toEqual({ allowed: true });
  });

  it('cannot complete without having been active', () => {
    const sources = ENROLLMENT_STATES.filter((from) => ENROLLMENT_MOVES[from].includes('completed'));
    expect(sources).toEqual(['active', 'expired']);
  });

  it('can be left from every state but the last', () => {
    const leavable = ENROLLMENT_STATES.filter((from) => ENROLLMENT_MOVES[from].includes('withdrawn'));
    expect(leavable).toEqual(['invited', 'waitlisted', 'active']);
  });

  it('says why it cannot move', () => {
    expect(moveEnrollment('withdrawn', 'completed')).toEqual({
      allowed: false,
      reason: { key: 'enrollment_cannot_move', from: 'withdrawn', to: 'completed' },
    });
    expect(moveEnrollment('active', 'active')).toMatchObject({ reason: { key: 'enrollment_already_there' } });
  });

  it('holds a seat while invited, active or completed', () => {
    expect(SEAT_HOLDING_STATES).toEqual(['invited', 'active', 'completed']);
  });
});
