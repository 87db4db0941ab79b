/** Where a platform keeps something for a browser that keeps no cookie in a frame (lti-cs-pm v0.1). */
export interface PlatformStorage {
  /** Where the platform lets people in: nobody else is told the secret, and nobody else's answer counts (§1.3). */
  origin: string;
  /** The frame of the platform's page that keeps it, where the platform named one. */
  target: string | null;
  /** Several links of one page may be opened at once. */
  key: string;
}

export function platformStorage(
  { authorizationUrl }: { authorizationUrl: string },
  { stateHash, storageTarget }: { stateHash: string; storageTarget: string | null },
): PlatformStorage {
  return { origin: new URL(authorizationUrl).origin, target: storageTarget, key: `cairn-${stateHash}` };
}
