import type { EditionOutline } from '../domain/edition-outline.js';
import type { Progress } from '../domain/progress.js';
import type { EditionMovePlan } from '../use-cases/move-edition.js';
import type { EditionMoveView, MoveEndView } from './arrangements.dto.js';
import { presentProgress } from './present-journey.js';

export function presentEditionMove({ from, to, before, after, kept, lost, added }: EditionMovePlan): EditionMoveView {
  return { from: presentEnd(from, before), to: presentEnd(to, after), kept, lost, added };
}

function presentEnd({ editionId, number, title }: EditionOutline, progress: Progress): MoveEndView {
  return { editionId, number, title, progress: presentProgress(progress) };
}
