/**
 * What a skill alignment points at, and the Open Badges `targetType` that says so (OB 3.0 §B.1.4).
 * A type outside the standard's list must start with `ext:`.
 */
export const targetTypes = {
  esco: 'ext:ESCO',
  case: 'CFItem',
  onet: 'ext:ONET',
  eqf: 'ext:EQF',
  'quality-assurance': 'ext:QualityAssurance',
  competency: 'ceasn:Competency',
  credential: 'ceterms:Credential',
  ctdl: 'CTDL',
} as const;

export type AlignmentKind = keyof typeof targetTypes;
