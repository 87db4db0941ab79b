/** What somebody is in one context of a platform. Several at once. */
export interface ContextRoles {
  /** Teaches, assists or develops content there. */
  staff: boolean;
  /** Learns there; some are neither, such as mentors. */
  learner: boolean;
  /** Runs the site or the institution: that alone gives no rights in a course. */
  administrator: boolean;
}

const STAFF = new Set(['instructor', 'contentdeveloper', 'manager', 'teachingassistant']);
const LEARNERS = new Set(['learner', 'student']);
// `membership/Instructor#TeachingAssistant`: the principal role is before the mark.
const SUB_ROLE = /\/membership\/([A-Za-z]+)#/;
const CONTEXT_ROLE = /(?:\/membership#|^urn:lti:role:ims\/lis\/)([A-Za-z]+)/;
const ADMINISTRATOR =
  /(?:\/(?:institution|system)\/person#|^urn:lti:(?:inst|sys)role:ims\/lis\/)(?:Administrator|SysAdmin|AccountAdmin)/;
const SHORT = /^[A-Za-z]+$/;

/**
 * Reads roles as platforms write them: in full (LTI Core 1.3 §A.2), in the older `urn:lti:` form, and as short names, which NRPS
 * gives at some. None and unknown ones give the least: a learner's view.
 */
export function readRoles(roles: readonly string[]): ContextRoles {
  const held = roles.map((role) => principalRole(role).toLowerCase());
  return {
    staff: held.some((role) => STAFF.has(role)),
    learner: held.some((role) => LEARNERS.has(role)),
    administrator: roles.some((role) => ADMINISTRATOR.test(role) || role === 'Administrator'),
  };
}

function principalRole(role: string): string {
  if (SHORT.test(role)) return role;
  return SUB_ROLE.exec(role)?.[1] ?? CONTEXT_ROLE.exec(role)?.[1] ?? '';
}
