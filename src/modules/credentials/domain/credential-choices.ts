/** What a learner lets the badge of an enrolment say. What is not chosen is not said. */
export interface CredentialChoices {
  /** Shown in clear, by whatever reads the badge. */
  showName: boolean;
  /** The level for each criterion of the rubric, and the points. */
  showResults: boolean;
  identity: SubjectIdentity;
  /** The learner's own DID, proven to be theirs; `null` unless `identity` is `did`. */
  did: string | null;
  /** Links and files of the submitted work that anybody may see. */
  evidenceLinks: string[];
  evidenceFileIds: string[];
}

/**
 * How the badge names its subject: a name made for this issuer alone, besides it a salted hash of the e-mail address, or the
 * learner's own DID instead.
 */
export const SUBJECT_IDENTITIES = ['pairwise', 'email-hash', 'did'] as const;
export type SubjectIdentity = (typeof SUBJECT_IDENTITIES)[number];

/** As little as a badge can say. */
export const LEAST_SHOWN: CredentialChoices = {
  showName: false,
  showResults: false,
  identity: 'pairwise',
  did: null,
  evidenceLinks: [],
  evidenceFileIds: [],
};

interface SubmittedWork {
  readonly links: readonly string[];
  readonly files: readonly { readonly id: string; readonly name: string; readonly sha256: string }[];
}

export type ChosenEvidence =
  | { readonly link: string }
  | { readonly fileId: string; readonly name: string; readonly sha256: string };

/** Of the work that was passed, the parts that its learner chose to publish. A part of an earlier attempt is not evidence of this one. */
export function chosenEvidence(choices: CredentialChoices, { links, files }: SubmittedWork): ChosenEvidence[] {
  const chosenLinks = new Set(choices.evidenceLinks);
  const chosenFiles = new Set(choices.evidenceFileIds);
  return [
    ...[...new Set(links)].filter((link) => chosenLinks.has(link)).map((link) => ({ link })),
    ...files.filter(({ id }) => chosenFiles.has(id)).map(({ id, name, sha256 }) => ({ fileId: id, name, sha256 })),
  ];
}
