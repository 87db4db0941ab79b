import type { AchievementSnapshot } from '../../src/modules/credentials/domain/achievement.js';
import type { Award } from '../../src/modules/credentials/domain/award.js';

const riverside = 'https://cairn.riverside.example';

/** Riverside University's micro-credential in water data analysis, as published. */
export function waterDataAchievement(change: Partial<AchievementSnapshot> = {}): AchievementSnapshot {
  return {
    id: `${riverside}/achievements/water-data-2`,
    name: 'Water Data Analysis',
    description: 'Collects, cleans and interprets river measurements — with Łukasz, Jörg and 漢字 in the data.',
    criteria: {
      narrative: 'Completed four short courses and passed a graded project on *real* river data. 🌊',
      url: `${riverside}/micro-credentials/water-data#criteria`,
    },
    image: { url: `${riverside}/images/water-data.png`, caption: 'A blue wave over a bar chart' },
    creator: {
      id: 'https://riverside.example/hydrology',
      name: 'Department of Hydrology',
      url: 'https://riverside.example/hydrology',
    },
    alignments: [
      {
        kind: 'esco',
        name: 'analyse environmental data',
        url: 'http://data.europa.eu/esco/skill/7b2b5a2f-1e8d-4f0e-9d6e-0f2f3a7f5c11',
        framework: 'ESCO 1.2.0',
        code: 'S2.7.2',
      },
      { kind: 'case', name: 'Interpret data', url: 'https://case.example/uri/6f6c', framework: 'Data literacy', code: 'DL.3' },
      {
        kind: 'onet',
        name: 'Hydrologists',
        url: 'https://www.onetonline.org/link/summary/19-2043.00',
        framework: 'O*NET-SOC',
        code: '19-2043.00',
      },
    ],
    tags: ['hydrology', 'données', '水'],
    creditsAvailable: 4.5,
    fieldOfStudy: 'Environmental science',
    humanCode: 'WDA-101',
    language: 'en-GB',
    version: '2',
    previous: { id: `${riverside}/achievements/water-data-1`, version: '1' },
    results: [
      {
        id: 'urn:uuid:6f0f3c53-0000-4000-8000-000000000001',
        name: 'Interpretation of the project data',
        resultType: 'RubricCriterionLevel',
        requiredLevel: 'urn:uuid:6f0f3c53-0000-4000-8000-000000000003',
        levels: [
          { id: 'urn:uuid:6f0f3c53-0000-4000-8000-000000000002', name: 'Developing', level: '1', points: '1' },
          {
            id: 'urn:uuid:6f0f3c53-0000-4000-8000-000000000003',
            name: 'Proficient',
            level: '2',
            points: '2',
            description: 'Sound',
          },
        ],
      },
      {
        id: 'urn:uuid:6f0f3c53-0000-4000-8000-000000000004',
        name: 'Project score',
        resultType: 'Percent',
        valueMin: '0',
        valueMax: '100',
        requiredValue: '60',
      },
    ],
    ...change,
  };
}

/** Amira Haddad's award: she agreed to show her name and results and published one of her two pieces of evidence. */
export function amirasAward(change: Partial<Award> = {}): Award {
  return {
    id: `${riverside}/credentials/0193a1f0-7c2b-7000-8000-0000000000aa`,
    issuer: {
      id: 'did:web:cairn.riverside.example:issuers:riverside',
      name: 'Riverside University — Continuing Education',
      url: 'https://riverside.example/continuing-education',
      email: 'badges@riverside.example',
      imageUrl: `${riverside}/images/riverside.png`,
      countryCode: 'DE',
      identifiers: [{ identifier: 'https://ror.org/00example0', identifierType: 'ext:ROR' }],
      parent: { id: 'https://riverside.example', name: 'Riverside University' },
    },
    achievement: waterDataAchievement(),
    learner: {
      subjectId: 'urn:uuid:0193a1f0-7c2b-4000-8000-00000000beef',
      hashedEmail: {
        identityHash: 'sha256$3a5f1b2ce0c0b7c2a7b8f4b6d6f4f3ad8a1a5ec3a2b6a1d0c7e1f2a3b4c5d6e7',
        salt: 'q3Yk0s9H2mB7tR5xW1zL8g',
      },
      name: { text: 'Amira Haddad', consented: true },
    },
    assessment: {
      results: [
        {
          resultDescription: 'urn:uuid:6f0f3c53-0000-4000-8000-000000000001',
          achievedLevel: 'urn:uuid:6f0f3c53-0000-4000-8000-000000000003',
        },
        { resultDescription: 'urn:uuid:6f0f3c53-0000-4000-8000-000000000004', value: '87' },
      ],
      resultsConsented: true,
      evidence: [
        {
          url: `${riverside}/evidence/amira-report.pdf`,
          name: 'Project report',
          description: 'A year of measurements at the old weir',
          digestSri: 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=',
          published: true,
        },
        { url: `${riverside}/evidence/amira-notes.txt`, name: 'Private notes', published: false },
      ],
      creditsEarned: 4.5,
      startedAt: new Date('2026-01-12T08:00:00Z'),
      endedAt: new Date('2026-02-27T16:30:00Z'),
    },
    status: { listUrl: `${riverside}/status/riverside-1`, index: 94567 },
    awardedAt: new Date('2026-03-01T09:30:00.250Z'),
    validFrom: new Date('2026-03-01T09:30:05.999Z'),
    ...change,
  };
}
