import type { MessageKind } from './claim-names.js';

/** Who a platform says that somebody is. All but `subject` may be kept back. */
export interface PlatformPerson {
  /** `sub`: means something together with the registration alone. */
  subject: string;
  name: string | null;
  givenName: string | null;
  familyName: string | null;
  email: string | null;
  locale: string | null;
}

/** What somebody is called; empty where the platform keeps it back. */
export function nameOf({ name, givenName, familyName }: PlatformPerson): string {
  return name ?? [givenName, familyName].filter((part) => part !== null).join(' ');
}

export interface MessageContext {
  id: string;
  title: string | null;
  label: string | null;
  /** Contexts that this one was copied from, nearest first (`Context.id.history`). */
  copiedFrom: string[];
}

export interface MessageLink {
  id: string;
  title: string | null;
  /** Links that this one was copied from, nearest first (`ResourceLink.id.history`). */
  copiedFrom: string[];
}

/** Platform Notification Service 1.0 §3.1 */
export interface NoticeService {
  url: string | null;
  scopes: string[];
  types: string[];
}

/** AGS 2.0 §3.1 */
export interface GradeService {
  scopes: string[];
  lineItemsUrl: string | null;
  lineItemUrl: string | null;
}

/** Deep Linking 2.0 §4.4.1 */
export interface DeepLinkingSettings {
  returnUrl: string;
  acceptTypes: string[];
  acceptMultiple: boolean;
  acceptLineItem: boolean;
  acceptPresentationTargets: string[];
  /** Sent back byte for byte, if it came. */
  data: string | null;
}

/** A message that was proved and read: nothing else of a platform's token reaches the rest of the program. */
export interface LtiMessage {
  kind: MessageKind;
  deploymentId: string;
  targetLinkUri: string;
  person: PlatformPerson;
  roles: string[];
  context: MessageContext | null;
  resourceLink: MessageLink | null;
  /** Substituted values alone: what a platform left as it was written counts as absent. */
  custom: Readonly<Record<string, string>>;
  platform: { guid: string | null; name: string | null; family: string | null };
  presentation: { returnUrl: string | null; locale: string | null };
  gradeService: GradeService | null;
  noticeService: NoticeService | null;
  /** Who is in the context (NRPS 2.0 §2.3). */
  membershipsUrl: string | null;
  deepLinking: DeepLinkingSettings | null;
  /** Whose work is looked at (LTI Submission Review §3). */
  forSubject: string | null;
}
