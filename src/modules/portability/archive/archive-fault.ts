/**
 * What an archive library complains of, where the archive is to blame; `null` for errors of the disk or of our own.
 * Told by shape: zlib's and yauzl's errors have no class of their own.
 */
export function archiveFault(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || 'syscall' in error) return null;
  const { name, message } = error as Error;
  return name === 'Error' ? message : null;
}
