import type { BadgeDesign } from './badge-design.js';
import { DEFAULT_COLOURS } from './badge-design.js';

export const CERTIFICATE_TEMPLATES = ['classic', 'modern', 'plain'] as const;
export type CertificateTemplate = (typeof CERTIFICATE_TEMPLATES)[number];

export interface Signatory {
  readonly name: string;
  /** Such as “Dean of Continuing Education”. */
  readonly role: string;
  /** A picture of the signature; uploaded as a badge image. */
  readonly signatureFileId: string | null;
}

/** How an institution shows its credentials. What they say is signed; this is how it is set out. */
export interface Look {
  readonly template: CertificateTemplate;
  readonly background: BadgeDesign['background'];
  readonly accent: BadgeDesign['accent'];
  /** A picture; uploaded as a badge image. */
  readonly logoFileId: string | null;
  readonly signatories: readonly Signatory[];
  /** The number of the institution's LinkedIn page: gives its logo beside the entry in a profile. */
  readonly linkedInOrganizationId: string | null;
}

export const DEFAULT_LOOK: Look = {
  template: 'classic',
  ...DEFAULT_COLOURS,
  logoFileId: null,
  signatories: [],
  linkedInOrganizationId: null,
};

/** The files a look shows, with the fields that name them. */
export function picturesOf({ logoFileId, signatories }: Look): { field: string; fileId: string }[] {
  return [
    { field: 'logoFileId', fileId: logoFileId },
    ...signatories.map(({ signatureFileId }, index) => ({
      field: `signatories[${index}].signatureFileId`,
      fileId: signatureFileId,
    })),
  ].filter((picture): picture is { field: string; fileId: string } => picture.fileId !== null);
}
