const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Whether Cairn itself is reached on this machine alone, as while something is developed. */
export function isLocalInstallation(publicUrl: string): boolean {
  return LOOPBACK.has(new URL(publicUrl).hostname);
}
