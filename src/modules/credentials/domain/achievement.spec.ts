import { describe, expect, it } from '@jest/globals';
import { waterDataAchievement } from '../../../../test/support/awards.js';
import { buildAchievement } from './achievement.js';

describe('the achievement of an edition', () => {
  it('is a micro-credential with its words, credits and predecessor', () => {
    expect(buildAchievement(waterDataAchievement())).toMatchObject({
      id: 'https://cairn.riverside.example/achievements/water-data-2',
      type: ['Achievement'],
      achievementType: 'MicroCredential',
      criteria: { id: expect.stringContaining('#criteria'), narrative: expect.stringContaining('four short courses') },
      creditsAvailable: 4.5,
      inLanguage: 'en-GB',
      version: '2',
      related: [{ id: 'https://cairn.riverside.example/achievements/water-data-1', type: ['Related'], version: '1' }],
    });
  });

  it('names skills in the vocabulary of the standard, with their codes', () => {
    const { alignment } = buildAchievement(waterDataAchievement());
    expect(alignment).toMatchObject([
      { type: ['Alignment'], targetType: 'ext:ESCO', targetCode: 'S2.7.2', targetFramework: 'ESCO 1.2.0' },
      { targetType: 'CFItem', targetCode: 'DL.3' },
      { targetType: 'ext:ONET', targetCode: '19-2043.00' },
    ]);
  });

  it('lists rubric levels from low to high and points as strings', () => {
    const { resultDescription } = buildAchievement(waterDataAchievement());
    expect(resultDescription).toMatchObject([
      {
        resultType: 'RubricCriterionLevel',
        rubricCriterionLevel: [
          { name: 'Developing', points: '1' },
          { name: 'Proficient', points: '2' },
        ],
      },
      { resultType: 'Percent', valueMax: '100' },
    ]);
  });

  it('leaves out what the edition does not have', () => {
    const bare = buildAchievement(
      waterDataAchievement({ image: undefined, creator: undefined, alignments: [], tags: [], previous: undefined, results: [] }),
    );
    for (const name of ['image', 'creator', 'alignment', 'tag', 'related', 'resultDescription'])
      expect(bare).not.toHaveProperty(name);
  });
});
