/**
 * The form of the European elements in a badge (Council Recommendation 2022/C 243/02, Annex I), JSON Schema 2019-09, named by its second
 * `credentialSchema`. Immutable: badges that name it are checked with it for as long as they live. `eu-microcredential-schema-2.ts` is version 2.
 */
export const euMicrocredentialSchema = {
  $schema: 'https://json-schema.org/draft/2019-09/schema',
  title: 'A badge with the mandatory elements of a European micro-credential',
  type: 'object',
  required: ['issuer', 'awardedDate', 'credentialSubject'],
  properties: {
    issuer: {
      type: 'object',
      required: ['id', 'name', 'address'],
      properties: {
        name: { type: 'string', minLength: 1 },
        address: {
          type: 'object',
          required: ['addressCountryCode'],
          properties: { addressCountryCode: { type: 'string', pattern: '^[A-Z]{2}$' } },
        },
      },
    },
    awardedDate: { type: 'string', format: 'date-time' },
    credentialSubject: {
      type: 'object',
      required: ['achievement'],
      anyOf: [{ required: ['id'] }, { required: ['identifier'] }],
      properties: {
        achievement: {
          type: 'object',
          required: [
            'type',
            'name',
            'criteria',
            'learningOutcome',
            'workloadHours',
            'assessmentType',
            'participationType',
            'qualityAssurance',
          ],
          properties: {
            type: { type: 'array', contains: { const: 'EuMicrocredentialAchievement' } },
            name: { type: 'string', minLength: 1 },
            learningOutcome: { type: 'array', minItems: 1, items: { type: 'string', minLength: 1 } },
            workloadHours: { type: 'number', exclusiveMinimum: 0 },
            ects: { type: 'number', exclusiveMinimum: 0, multipleOf: 0.5 },
            localLevel: { type: 'string', minLength: 1 },
            assessmentType: {
              type: 'array',
              minItems: 1,
              items: { enum: ['testing', 'application of a skill', 'portfolio', 'recognition of prior learning'] },
            },
            participationType: { enum: ['online', 'onsite', 'blended'] },
            supervisionType: {
              enum: [
                'unsupervised with no identity verification',
                'supervised with no identity verification',
                'supervised online',
                'onsite with identity verification',
              ],
            },
            qualityAssurance: { type: 'string', minLength: 1 },
            entryRequirement: { type: 'string', minLength: 1 },
            stackability: { type: 'string', minLength: 1 },
          },
        },
      },
    },
  },
} as const;
