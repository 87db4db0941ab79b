export const FAMILIES = ['moodle', 'canvas', 'blackboard', 'desire2learn', 'other'] as const;
export type Family = (typeof FAMILIES)[number];

/** Which of the known ones a system is, by how it calls itself. */
export function familyOf(code: string): Family {
  return FAMILIES.find((family) => family !== 'other' && code.startsWith(family)) ?? 'other';
}

/** One a line, as somebody types them. */
export function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
