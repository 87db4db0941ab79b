import type { Role } from '../../../platform/http/access.js';
import { NOTICE_KINDS, NOTICE_KIND_NAMES } from '../../../platform/notices/notice-kinds.js';
import type { Preference } from '../data/notices.repository.js';

/** What concerns somebody with these roles, as they chose or as it is for all who chose nothing. */
export function preferencesOf(roles: ReadonlySet<Role>, chosen: readonly Preference[]): Preference[] {
  return NOTICE_KIND_NAMES.filter((kind) => NOTICE_KINDS[kind].roles.some((role) => roles.has(role))).map(
    (kind) => chosen.find((one) => one.kind === kind) ?? { kind, inProduct: true, byMail: NOTICE_KINDS[kind].byMail },
  );
}
