import { euMicrocredentialSchema } from './eu-microcredential-schema.js';

const { $schema, title: _title, ...wholeEuropean } = euMicrocredentialSchema;
const european = wholeEuropean.properties.credentialSubject.properties.achievement.properties;
const { type: europeanType, name: _name, ...elements } = european;

const achievementOf = (rule: object) => ({
  properties: { credentialSubject: { required: ['achievement'], properties: { achievement: rule } } },
});

/**
 * The form of what a badge tells of its programme, whether it is whole in the European sense or not: the second `credentialSchema` of
 * badges that are issued now. Immutable like the first, and the European elements have the form that they have there.
 */
export const microcredentialSchema = {
  $schema,
  title: 'A badge that tells what its micro-credential was',
  type: 'object',
  required: ['credentialSubject'],
  ...achievementOf({
    required: ['type', 'workloadHours', 'assessmentType', 'project', 'participationType'],
    properties: {
      type: {
        type: 'array',
        contains: { enum: ['MicrocredentialAchievement', europeanType.contains.const] },
      },
      ...elements,
      // Steps of 0.1 are the authors' rule: no reader can check them in binary fractions.
      ceu: { type: 'number', exclusiveMinimum: 0 },
      project: { type: 'string', minLength: 1 },
    },
  }),
  if: achievementOf({ properties: { type: europeanType } }),
  // oxlint-disable-next-line unicorn/no-thenable -- a keyword of JSON Schema
  then: wholeEuropean,
} as const;
