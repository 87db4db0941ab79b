/** How to reach the database: the application connects as a role that row-level security binds; only migrations are run as the owner. */
export interface DatabaseConnections {
  applicationUrl: string;
  /** `null` where an operator keeps the owner's password away from the running service. */
  ownerUrl: string | null;
}

export const DATABASE = Symbol('DatabaseConnections');
