import type { Note } from '../data/notes.repository.js';
import type { PlacedNote } from '../domain/notes-document.js';
import type { NoteView, PlacedNoteView } from './notes.dto.js';

export function presentNote({ text, version, updatedAt }: Note): NoteView {
  return { text, version, updatedAt: updatedAt?.toISOString() ?? null };
}

export function presentPlacedNote(note: PlacedNote): PlacedNoteView {
  const { enrollmentId, activityId, text, updatedAt, microCredential, course, activity } = note;
  return { enrollmentId, activityId, text, updatedAt: updatedAt.toISOString(), microCredential, course, activity };
}
