import { euMicrocredentialSchema } from './eu-microcredential-schema.js';

const { credentialSubject, ...others } = euMicrocredentialSchema.properties;
const { achievement } = credentialSubject.properties;

/** Version 2: the same elements, and the units and the project that the first had no words for. Immutable like that. */
export const euMicrocredentialSchema2 = {
  ...euMicrocredentialSchema,
  properties: {
    ...others,
    credentialSubject: {
      ...credentialSubject,
      properties: {
        achievement: {
          ...achievement,
          required: [...achievement.required, 'project'],
          properties: {
            ...achievement.properties,
            // Steps of 0.1 are the authors' rule: no reader can check them in binary fractions.
            ceu: { type: 'number', exclusiveMinimum: 0 },
            project: { type: 'string', minLength: 1 },
          },
        },
      },
    },
  },
} as const;
