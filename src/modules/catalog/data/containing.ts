/** The pattern of SQL's `like` for texts that contain this one, whatever signs stand in it. */
export function containing(text: string): string {
  return `%${text.trim().replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
}
