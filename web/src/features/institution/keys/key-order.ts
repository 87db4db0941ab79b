const ORDER = { active: 0, compromised: 1, retired: 2 } as const;

interface Ordered {
  state: keyof typeof ORDER;
  createdAt: string;
}

/** Those in use first, then those that need somebody to know, then those that are history; the newest of each first. */
export function byState<Key extends Ordered>(keys: readonly Key[]): Key[] {
  return [...keys].sort((one, other) => ORDER[one.state] - ORDER[other.state] || other.createdAt.localeCompare(one.createdAt));
}
