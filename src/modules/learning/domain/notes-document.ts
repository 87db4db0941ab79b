/** A note and where it stands. */
export interface PlacedNote {
  enrollmentId: string;
  activityId: string;
  /** Markdown. */
  text: string;
  updatedAt: Date;
  microCredential: string;
  /** `null`: the learner's edition has the activity no more. */
  course: string | null;
  activity: string | null;
  /** Among the activities of the edition; -1 as above. */
  place: number;
}

/** All notes as one Markdown text, in the order of the courses. */
export function notesDocument(notes: readonly PlacedNote[]): string {
  const ways = new Map<string, PlacedNote[]>();
  for (const note of notes) ways.set(note.enrollmentId, [...(ways.get(note.enrollmentId) ?? []), note]);
  const lines: string[] = [];
  for (const way of ways.values()) {
    const ordered = way.toSorted((a, b) => order(a) - order(b));
    lines.push(`# ${oneLine(ordered[0]?.microCredential ?? '')}`);
    let course: string | null = null;
    for (const note of ordered) {
      if (note.course !== null && note.course !== course) lines.push(`## ${oneLine(note.course)}`);
      course = note.course;
      lines.push(
        `### ${oneLine(note.activity ?? note.activityId)}`,
        `*${note.updatedAt.toISOString().slice(0, 10)}*`,
        note.text.trim(),
      );
    }
  }
  return lines.length === 0 ? '' : `${lines.join('\n\n')}\n`;
}

/** What has lost its place comes last. */
function order({ place }: PlacedNote): number {
  return place === -1 ? Number.MAX_SAFE_INTEGER : place;
}

function oneLine(title: string): string {
  return title.replaceAll(/\s+/g, ' ').trim();
}
