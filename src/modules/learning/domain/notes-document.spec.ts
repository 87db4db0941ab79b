import { describe, expect, it } from '@jest/globals';
import { notesDocument, type PlacedNote } from './notes-document.js';

const note = (changes: Partial<PlacedNote>): PlacedNote => ({
  enrollmentId: 'place',
  activityId: 'activity',
  text: 'A thought.',
  updatedAt: new Date('2026-03-02T09:00:00Z'),
  microCredential: 'Data Storytelling',
  course: 'Asking questions',
  activity: 'Who asks',
  place: 0,
  ...changes,
});

describe('Notes as a file', () => {
  it('stand under their courses and activities in the order of those, and last what has no place any more', () => {
    const text = notesDocument([
      note({ place: -1, course: null, activity: null, activityId: 'gone', text: 'Old.' }),
      note({ place: 1, course: 'Honest\ncharts', activity: 'Axes', text: '- start at zero\n' }),
      note({}),
      note({ enrollmentId: 'other', microCredential: 'Another' }),
    ]);
    expect(text).toBe(
      [
        '# Data Storytelling',
        '## Asking questions',
        '### Who asks',
        '*2026-03-02*',
        'A thought.',
        '## Honest charts',
        '### Axes',
        '*2026-03-02*',
        '- start at zero',
        '### gone',
        '*2026-03-02*',
        'Old.',
        '# Another',
        '## Asking questions',
        '### Who asks',
        '*2026-03-02*',
        'A thought.\n',
      ].join('\n\n'),
    );
  });

  it('are an empty file where there are none', () => {
    expect(notesDocument([])).toBe('');
  });
});
