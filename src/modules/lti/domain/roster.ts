import { cleanName } from '../../people/domain/person-name.js';
import { isObject, MAX_ID } from './claim-reader.js';
import { readRoles } from './roles.js';

/** Somebody in a course, as its platform says. */
export interface RosterMember {
  /** As the platform calls them. */
  subject: string;
  /** Empty where it is kept back, or cannot be used. */
  name: string;
  isActive: boolean;
  /** Teaches there; learns otherwise. Of those alone who are active. */
  isStaff: boolean;
}

export interface RosterPage {
  members: RosterMember[];
  /** Who is named in an entry that cannot be understood: neither there nor gone. */
  unclear: string[];
  /** Entries that cannot be understood. */
  skipped: number;
}

/** All that the pages of a reading said, in whatever order they came. */
export interface ToldRoster {
  members: ReadonlyMap<string, RosterMember>;
  unclear: ReadonlySet<string>;
  skipped: number;
  /** Who is not in it is not in the course: false for differences. */
  isWhole: boolean;
}

const MOST_ON_PAGE = 20_000;
const MOST_ROLES = 100;
const LONGEST_ROLE = 255;
const STATUSES = new Map<unknown, 'active' | 'gone'>([
  // Left out it is Active (NRPS 2.0 §2.4.1).
  [undefined, 'active'],
  [null, 'active'],
  ['Active', 'active'],
  ['Inactive', 'gone'],
  ['Deleted', 'gone'],
]);

/** Reads a membership container (NRPS 2.0 §2.1); `null` for what is none. An entry that is wrong is passed over alone. */
export function readRosterPage(body: unknown): RosterPage | null {
  const said = isObject(body) ? body['members'] : null;
  if (!Array.isArray(said) || said.length > MOST_ON_PAGE) return null;
  const page: RosterPage = { members: [], unclear: [], skipped: 0 };
  for (const entry of said as unknown[]) {
    const subject = isObject(entry) ? readSubject(entry['user_id']) : null;
    const member = subject !== null && isObject(entry) ? readMember(subject, entry) : null;
    if (member) page.members.push(member);
    else page.skipped += 1;
    if (!member && subject !== null) page.unclear.push(subject);
  }
  return page;
}

/** One of two entries of the same person: there if either says so, and whatever more it says. Order makes no difference. */
export function merged(one: RosterMember, other: RosterMember): RosterMember {
  return {
    subject: one.subject,
    name: one.name > other.name ? one.name : other.name,
    isActive: one.isActive || other.isActive,
    isStaff: one.isStaff || other.isStaff,
  };
}

function readMember(subject: string, entry: Readonly<Record<string, unknown>>): RosterMember | null {
  const { status, roles: said } = entry;
  const standing = STATUSES.get(status);
  const roles = readRoleNames(said);
  if (standing === undefined || roles === null) return null;
  const { staff, learner } = readRoles(roles);
  // Who neither teaches nor learns, such as a parent who looks on, is nobody here until they come by themselves.
  const isActive = standing === 'active' && (staff || learner);
  return { subject, name: readName(entry), isActive, isStaff: isActive && staff };
}

/** Some platforms write it as a number. */
function readSubject(said: unknown): string | null {
  const subject = typeof said === 'number' && Number.isSafeInteger(said) ? String(said) : said;
  if (typeof subject !== 'string' || subject === '' || subject.length > MAX_ID || subject.includes('\0')) return null;
  return subject;
}

function readRoleNames(said: unknown): string[] | null {
  if (said === undefined || said === null) return [];
  if (!Array.isArray(said) || said.length > MOST_ROLES) return null;
  return said.filter((role): role is string => typeof role === 'string' && role.length <= LONGEST_ROLE);
}

function readName(entry: Readonly<Record<string, unknown>>): string {
  const text = (name: string) => (typeof entry[name] === 'string' ? entry[name] : '');
  return cleanName(text('name')) ?? cleanName(`${text('given_name')} ${text('family_name')}`) ?? '';
}
