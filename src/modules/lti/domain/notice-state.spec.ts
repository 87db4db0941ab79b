import { describe, expect, it } from '@jest/globals';
import { isFinal, noticeState, whyNotAsked } from './notice-state.js';
import { SERVICE_PROBLEMS } from './service-problem.js';

const NOW = new Date('2026-03-01T09:00:00Z');

const ASKED = { registeredAt: null, problem: null, isGivenUp: false };

describe('How it stands with notices of a platform', () => {
  it('is taken once the platform has our address', () => {
    expect(noticeState({ ...ASKED, registeredAt: NOW, isGivenUp: true })).toBe('taken');
  });

  it.each(SERVICE_PROBLEMS)('is refused only by what does not pass: %s', (problem) => {
    expect(noticeState({ ...ASKED, problem })).toBe(isFinal(problem) ? 'refused' : 'asked');
  });

  it.each(['unreachable', 'unavailable', 'slow_down', 'unreadable', 'unauthorized', 'token_refused'] as const)(
    'may be another one the next time: %s',
    (problem) => expect(isFinal(problem)).toBe(false),
  );

  it.each(SERVICE_PROBLEMS)('is given up when its tries are used up, unless it was refused: %s', (problem) => {
    expect(noticeState({ ...ASKED, problem, isGivenUp: true })).toBe(isFinal(problem) ? 'refused' : 'given_up');
  });

  it('is given up also where no attempt came to an answer', () => {
    expect(noticeState({ ...ASKED, isGivenUp: true })).toBe('given_up');
  });

  it('waits while nothing was answered', () => {
    expect(noticeState(ASKED)).toBe('asked');
  });
});

describe('Asking for notices again', () => {
  const handler = { registeredAt: null };
  it('needs a platform that offers them, is in use, and has not taken our address yet', () => {
    expect(whyNotAsked({ inUse: true, handler })).toBeNull();
    expect(whyNotAsked({ inUse: true, handler: null })).toBe('not_offered');
    expect(whyNotAsked({ inUse: true, handler: { registeredAt: NOW } })).toBe('taken');
    expect(whyNotAsked({ inUse: false, handler })).toBe('off');
  });
});
