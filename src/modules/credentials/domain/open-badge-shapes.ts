import { achievementTypes, alignmentTypes, identityTypes, resultStatuses, resultTypes } from './open-badge-words.js';

/**
 * The classes of Open Badges 3.0 (§B.1) as a table: which members each has, and of what kind. JSON numbers, strings and booleans that
 * look alike to a signature do not look alike to a reader, so the kinds are checked as well as the signature.
 */
export type Kind = 'text' | 'uri' | 'number' | 'flag' | 'moment' | 'date' | 'language' | 'token' | 'context-list' | ClassName;

export interface Member {
  readonly kind: Kind;
  readonly required?: true;
  /** It must be there, and may be empty. */
  readonly blank?: true;
  /** A list (or, as JSON-LD allows, one bare value). */
  readonly many?: true;
  /** Its URI may stand in its place. */
  readonly reference?: true;
  /** The words allowed, besides `ext:…`. */
  readonly words?: readonly string[];
  /** Without that exception. */
  readonly closed?: true;
}

export interface Shape {
  /** What must be among the object's types; `scalar` when the standard wants it alone and not in a list. */
  readonly type?: string | readonly string[];
  readonly scalar?: true;
  /** No other members are allowed. */
  readonly closed?: true;
  readonly members: { readonly [name: string]: Member };
}

export type ClassName =
  | 'Credential'
  | 'Subject'
  | 'Endorsement'
  | 'EndorsementSubject'
  | 'Achievement'
  | 'Criteria'
  | 'Profile'
  | 'Address'
  | 'GeoCoordinates'
  | 'Alignment'
  | 'Image'
  | 'Identity'
  | 'IdentifierEntry'
  | 'Related'
  | 'ResultDescription'
  | 'RubricLevel'
  | 'Result'
  | 'Evidence'
  | 'Schema'
  | 'CredentialStatus'
  | 'RefreshService'
  | 'TermsOfUse'
  | 'Proof';

const text: Member = { kind: 'text' };
const texts: Member = { kind: 'text', many: true };
const uri: Member = { kind: 'uri' };
const moment: Member = { kind: 'moment' };
const number: Member = { kind: 'number' };
const one = (kind: ClassName): Member => ({ kind });
const many = (kind: ClassName): Member => ({ kind, many: true });
const tokens: Member = { kind: 'token', many: true };
const need = (member: Member): Member => ({ ...member, required: true });

/** What any credential here may have for whoever checks or renews it: one status and one refresh service, where VC 2.0 takes several. */
const services: Shape['members'] = {
  credentialSchema: many('Schema'),
  credentialStatus: one('CredentialStatus'),
  refreshService: one('RefreshService'),
  termsOfUse: many('TermsOfUse'),
};

export const openBadgeShapes: { readonly [name in ClassName]: Shape } = {
  Credential: {
    type: 'VerifiableCredential',
    members: {
      id: need(uri),
      name: text,
      description: text,
      image: one('Image'),
      issuer: { kind: 'Profile', required: true, reference: true },
      validFrom: need(moment),
      validUntil: moment,
      awardedDate: moment,
      credentialSubject: need(one('Subject')),
      evidence: many('Evidence'),
      endorsement: many('Endorsement'),
      endorsementJwt: tokens,
      ...services,
    },
  },
  Endorsement: {
    type: ['VerifiableCredential', 'EndorsementCredential'],
    members: {
      '@context': need({ kind: 'context-list' }),
      id: need(uri),
      name: { kind: 'text', required: true, blank: true },
      description: text,
      issuer: { kind: 'Profile', required: true, reference: true },
      validFrom: need(moment),
      validUntil: moment,
      awardedDate: moment,
      credentialSubject: need(one('EndorsementSubject')),
      evidence: many('Evidence'),
      proof: many('Proof'),
      ...services,
    },
  },
  EndorsementSubject: { type: 'EndorsementSubject', members: { id: need(uri), endorsementComment: text } },
  Subject: {
    type: 'AchievementSubject',
    members: {
      id: uri,
      identifier: many('Identity'),
      achievement: need(one('Achievement')),
      activityStartDate: moment,
      activityEndDate: moment,
      creditsEarned: number,
      image: one('Image'),
      licenseNumber: text,
      narrative: text,
      result: many('Result'),
      role: text,
      source: one('Profile'),
      term: text,
    },
  },
  Achievement: {
    type: 'Achievement',
    members: {
      id: need(uri),
      name: need(text),
      description: need(text),
      criteria: need(one('Criteria')),
      achievementType: { kind: 'text', words: achievementTypes },
      alignment: many('Alignment'),
      creator: one('Profile'),
      creditsAvailable: number,
      endorsement: many('Endorsement'),
      endorsementJwt: tokens,
      fieldOfStudy: text,
      humanCode: text,
      image: one('Image'),
      inLanguage: { kind: 'language' },
      otherIdentifier: many('IdentifierEntry'),
      related: many('Related'),
      resultDescription: many('ResultDescription'),
      specialization: text,
      tag: texts,
      version: text,
    },
  },
  Criteria: { members: { id: uri, narrative: text } },
  Profile: {
    type: 'Profile',
    members: {
      id: need(uri),
      name: text,
      url: uri,
      phone: text,
      description: text,
      image: one('Image'),
      email: text,
      address: one('Address'),
      otherIdentifier: many('IdentifierEntry'),
      official: text,
      parentOrg: one('Profile'),
      familyName: text,
      givenName: text,
      additionalName: text,
      patronymicName: text,
      honorificPrefix: text,
      honorificSuffix: text,
      familyNamePrefix: text,
      dateOfBirth: { kind: 'date' },
      endorsement: many('Endorsement'),
      endorsementJwt: tokens,
    },
  },
  Address: {
    type: 'Address',
    members: {
      addressCountry: text,
      addressCountryCode: text,
      addressRegion: text,
      addressLocality: text,
      streetAddress: text,
      postOfficeBoxNumber: text,
      postalCode: text,
      geo: one('GeoCoordinates'),
    },
  },
  GeoCoordinates: { type: 'GeoCoordinates', scalar: true, members: { latitude: need(number), longitude: need(number) } },
  Alignment: {
    type: 'Alignment',
    members: {
      targetName: need(text),
      targetUrl: need(uri),
      targetType: { kind: 'text', words: alignmentTypes },
      targetFramework: text,
      targetCode: text,
      targetDescription: text,
    },
  },
  Image: { type: 'Image', scalar: true, closed: true, members: { id: need(uri), type: need(text), caption: text } },
  Identity: {
    type: 'IdentityObject',
    scalar: true,
    closed: true,
    members: {
      type: need(text),
      hashed: need({ kind: 'flag' }),
      identityHash: need(text),
      identityType: need({ kind: 'text', words: identityTypes }),
      salt: text,
    },
  },
  IdentifierEntry: {
    type: 'IdentifierEntry',
    scalar: true,
    closed: true,
    members: { type: need(text), identifier: need(text), identifierType: need({ kind: 'text', words: identityTypes }) },
  },
  Related: { type: 'Related', members: { id: need(uri), inLanguage: { kind: 'language' }, version: text } },
  ResultDescription: {
    type: 'ResultDescription',
    members: {
      id: need(uri),
      name: need(text),
      resultType: need({ kind: 'text', words: resultTypes }),
      alignment: many('Alignment'),
      allowedValue: texts,
      requiredLevel: uri,
      requiredValue: text,
      rubricCriterionLevel: many('RubricLevel'),
      valueMax: text,
      valueMin: text,
    },
  },
  RubricLevel: {
    type: 'RubricCriterionLevel',
    members: { id: need(uri), name: need(text), alignment: many('Alignment'), description: text, level: text, points: text },
  },
  Result: {
    type: 'Result',
    members: {
      achievedLevel: uri,
      alignment: many('Alignment'),
      resultDescription: uri,
      status: { kind: 'text', words: resultStatuses, closed: true },
      value: text,
    },
  },
  Evidence: {
    type: 'Evidence',
    members: { id: uri, narrative: text, name: text, description: text, genre: text, audience: text },
  },
  Schema: { members: { id: need(uri), type: need(text) } },
  CredentialStatus: { members: { id: uri, type: need(text) } },
  RefreshService: { members: { id: need(uri), type: need(text) } },
  TermsOfUse: { members: { id: uri, type: need(text) } },
  Proof: {
    members: {
      type: need(text),
      created: moment,
      cryptosuite: text,
      challenge: text,
      domain: text,
      nonce: text,
      proofPurpose: text,
      proofValue: text,
      verificationMethod: text,
    },
  },
};
