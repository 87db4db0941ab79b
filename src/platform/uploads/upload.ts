import type { UploadState } from './upload-rules.js';

/** A file on its way in. */
export interface Upload extends UploadState {
  id: string;
  institutionId: string;
  personId: string;
  purpose: string;
  /** What it is for, such as an enrolment; `null` where the purpose says all. */
  subjectId: string | null;
  name: string;
  /** Types that are taken, all if there are none; `null`: looked at when it is whole. */
  mediaTypes: string[] | null;
  createdAt: Date;
}

/** Bytes of an upload as they are kept, from `startAt` on. */
export interface UploadPart {
  startAt: number;
  bytes: number;
  storageKey: string;
}
