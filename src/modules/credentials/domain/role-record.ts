/** That somebody was given a role, or lost it. */
export interface RoleChange {
  readonly role: string;
  readonly held: boolean;
  readonly at: Date;
}

/** Whether somebody held one of the roles at a time, by the last word on each role until then. The changes are in the order in which they were made. */
export function heldAt(changes: readonly RoleChange[], roles: readonly string[], at: Date): boolean {
  return roles.some((role) => changes.findLast((change) => change.role === role && change.at <= at)?.held ?? false);
}
