import type { MicroCredentialDraft } from './micro-credential.js';
import { inOrder } from './sequence.js';

/** What a new micro-credential starts with: nothing but its title and language, and its courses one after another. */
export function newDraft(title: string, language: string): MicroCredentialDraft {
  return {
    title,
    summary: '',
    description: '',
    outcomes: [],
    skills: [],
    level: null,
    workload: { hours: 0, ects: null, ceu: null },
    language,
    deliveryMode: 'online',
    qualityAssurance: '',
    prerequisites: '',
    criteria: '',
    badgeImageFileId: null,
    courseIds: [],
    sequence: inOrder([]),
    project: null,
    rubric: null,
    marking: { secondMarkerShare: 0, tolerancePoints: 0 },
  };
}
