/** Files that systems and tools leave behind (`.DS_Store`, `.git`, `__MACOSX`): checked like all others in an archive, never part of a course. */
export function isHidden(path: string): boolean {
  return path.split('/').some((part) => part.startsWith('.') || part === '__MACOSX');
}
