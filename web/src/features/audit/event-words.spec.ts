import { describe, expect, it } from '@jest/globals';
import { eventWords } from './event-words';

const texts = { events: { 'role.granted': 'Was given a role' }, withRole: (what: string, role: string) => `${what}: ${role}` };
const roles = { office: 'Office' };

describe('An event in words', () => {
  it.each([
    ['role.granted', { role: 'office' }, 'Was given a role: Office'],
    ['role.granted', { role: 'caretaker' }, 'Was given a role: caretaker'],
    ['role.granted', {}, 'Was given a role'],
    ['something_new.done', { role: 3 }, 'something new done'],
  ])('%s %j', (type, particulars, words) => {
    expect(eventWords({ type, particulars }, texts, roles)).toBe(words);
  });
});
