import { describe, expect, it } from '@jest/globals';
import { formatFor } from '../../i18n/format-for';
import { notices as german } from '../../i18n/de/notices';
import { notices } from '../../i18n/en/notices';
import { noticeWords } from './notice-words';

const format = formatFor('en', 'Europe/Vienna');
const about = { microCredential: 'Data Storytelling', offering: 'Spring run', particulars: {} };

describe('A notice in words', () => {
  it('says what became of the project', () => {
    const returned = { ...about, kind: 'feedback' as const, particulars: { verdict: 'returned' } };
    expect(noticeWords(returned, notices, format)).toBe('Your project in Data Storytelling came back with feedback');
    expect(noticeWords(returned, german, format)).toBe('Ihr Projekt in Data Storytelling kam mit einer Rückmeldung zurück');
  });

  it('says when something is due where the reader is', () => {
    const near = { ...about, kind: 'deadline_near' as const, particulars: { dueAt: '2026-03-02T22:59:59Z' } };
    expect(noticeWords(near, notices, format)).toContain('Mar 2, 2026, 11:59');
  });

  it('says at least of what kind it is', () => {
    const strange = { ...about, kind: 'feedback' as const, particulars: { verdict: 'constructor' } };
    expect(noticeWords(strange, notices, format)).toBe('Feedback on my project');
    expect(noticeWords({ ...about, kind: 'badge_issued', microCredential: null }, notices, format)).toBe('A badge is issued');
  });
});
