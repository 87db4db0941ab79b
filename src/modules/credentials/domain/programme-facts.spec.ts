import { describe, expect, it } from '@jest/globals';
import { tinyMicroCredential } from '../../../../test/support/riverside-edition.js';
import type { EditionContent } from '../../catalog/domain/edition.js';
import type { EuMicrocredential } from './eu-microcredential.js';
import { buildAchievement, type AchievementSnapshot } from './achievement.js';
import { openBadgeContexts } from './open-badge-credential.js';
import { waterDataAchievement } from '../../../../test/support/awards.js';
import { programmeFacts, statedFacts, unstatedFacts } from './programme-facts.js';

const told: EuMicrocredential = {
  contextUrl: 'https://cairn.example/contexts/microcredential-v2.json',
  schemaUrl: 'https://cairn.example/schemas/microcredential-v2.json',
  learningOutcomes: ['Reads a chart.'],
  workloadHours: 25,
  ects: 1,
  ceu: 2.5,
  localLevel: 'Continuing education',
  assessmentTypes: ['application of a skill'],
  project: 'One-page brief',
  participation: 'blended',
  qualityAssurance: 'Reviewed.',
};
const edition = programmeFacts(3, {
  ...tinyMicroCredential(),
  workload: { hours: 25, ects: 1, ceu: 2.5 },
  deliveryMode: 'blended',
  prerequisites: '',
} as unknown as EditionContent);
const statedBy = (change: Partial<AchievementSnapshot>) => statedFacts(buildAchievement(waterDataAchievement(change)));

describe('What a badge states of its programme', () => {
  it('is its hours, credits, units and level, each by its own name, where it is European', () => {
    expect(statedBy({ european: told })).toEqual({
      outcomes: ['Reads a chart.'],
      hours: 25,
      ects: 1,
      ceu: 2.5,
      level: { framework: 'local', value: 'Continuing education' },
      deliveryMode: 'blended',
      assessment: 'One-page brief',
      qualityAssurance: 'Reviewed.',
      prerequisites: null,
    });
  });

  it('has the level of the European framework that the programme is aligned with, whatever framework its skills name', () => {
    const eqf = (code: string) => ({ kind: 'eqf' as const, name: `EQF level ${code}`, url: `http://x.example/${code}`, code });
    expect(statedBy({ alignments: [eqf('2'), eqf('5')] }).level).toEqual({ framework: 'EQF', value: '5' });
  });

  it('leaves to the edition only what is not signed', () => {
    const now = unstatedFacts(statedBy({ european: told }), edition);
    expect({ hours: now.hours, ects: now.ects, ceu: now.ceu, level: now.level, outcomes: now.outcomes }).toEqual({
      hours: null,
      ects: null,
      ceu: null,
      level: null,
      outcomes: [],
    });
    // As European badges were issued when there was no word for these units.
    const { ceu: _none, project: _nor, ...first } = told;
    expect(unstatedFacts(statedBy({ european: first }), edition)).toMatchObject({
      hours: null,
      ects: null,
      ceu: 2.5,
      assessment: 'One-page brief',
    });
    expect(unstatedFacts(statedBy({}), edition)).toMatchObject({ hours: 25, ects: 1, ceu: 2.5, level: { value: '5' } });
    expect(unstatedFacts(statedBy({}), null)).toMatchObject({ hours: null, outcomes: [] });
  });
});

describe('An achievement that was frozen in the first words', () => {
  const contextUrl = 'https://cairn.example/contexts/microcredential-v1.json';
  const { ceu: _none, project: _nor, ...first } = { ...told, contextUrl };

  it('is still awarded in them', () => {
    const snapshot = waterDataAchievement({ european: first });
    expect(openBadgeContexts(snapshot).at(-1)).toBe(contextUrl);
    expect(buildAchievement(snapshot)).toMatchObject({
      type: ['Achievement', 'EuMicrocredentialAchievement'],
      workloadHours: 25,
      ects: 1,
      localLevel: 'Continuing education',
    });
    expect(buildAchievement(snapshot)).not.toHaveProperty('ceu');
  });
});
