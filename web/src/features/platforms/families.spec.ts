import { familyOf, linesOf } from './families';

describe('An LMS', () => {
  it('is known by how it calls itself', () => {
    expect(['moodle', 'BlackboardLearn'.toLowerCase(), 'desire2learn', 'sakai', ''].map(familyOf)).toEqual([
      'moodle',
      'blackboard',
      'desire2learn',
      'other',
      'other',
    ]);
  });

  it('may be framed from the addresses that stand on lines of their own', () => {
    expect(linesOf(' https://a.example \n\nhttps://b.example\n')).toEqual(['https://a.example', 'https://b.example']);
  });
});
