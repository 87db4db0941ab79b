import type { Span } from './content-items.js';
import type { Claims, Role } from './words.js';

/** A tool as this platform knows it. */
export interface Registration {
  clientId: string;
  active: boolean;
  name: string;
  initiateLoginUri: string;
  redirectUris: string[];
  jwksUri: string;
  targetLinkUri: string;
  domain: string;
  /** The scopes that it was granted, which may be fewer than it asked for. */
  scopes: string[];
  /** The personal claims that it is given. */
  claims: string[];
  messages: { type: string; target_link_uri?: string }[];
  custom: Record<string, string>;
  deployments: string[];
}

export interface Person {
  id: string;
  name: string | null;
  givenName: string | null;
  familyName: string | null;
  email: string | null;
  sourcedId: string | null;
}

export type MemberStatus = 'Active' | 'Inactive' | 'Deleted';

export interface Membership {
  person: Person;
  roles: Role[];
  status: MemberStatus;
  /** When it changed last, in steps of the site. */
  changed: number;
}

export interface Course {
  id: string;
  label: string;
  title: string;
  members: Map<string, Membership>;
  links: Map<string, Link>;
  items: Map<string, LineItem>;
  /** The courses it was copied from, nearest first. */
  history: string[];
}

export interface Link {
  id: string;
  course: Course;
  registration: Registration;
  deploymentId: string;
  title: string;
  text: string | null;
  url: string;
  custom: Record<string, string>;
  history: string[];
  item: LineItem | null;
  /** What the tool said of its dates. */
  available: Span | null;
  submission: Span | null;
}

export interface LineItem {
  id: string;
  course: Course;
  registration: Registration;
  label: string;
  scoreMaximum: number;
  link: Link | null;
  /** `resourceId`, `tag`, dates, `gradesReleased`, `submissionReview`: kept as they came. */
  rest: Claims;
  grades: Map<string, Grade>;
}

/** What the gradebook holds of one person in one column. */
export interface Grade {
  /** Points on the scale of the line item; null where there is no grade. */
  points: number | null;
  comment: string | null;
  /** Milliseconds of the last score that was taken; of whole seconds where the platform keeps no more. */
  timestamp: number;
  activityProgress: string;
  gradingProgress: string;
}
