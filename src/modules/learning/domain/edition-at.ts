/** A move of an enrolment, as far as it says where the learner was. */
export interface RecordedMove {
  fromEditionId: string;
  toEditionId: string;
  movedAt: Date;
}

/** The edition that a learner was on at a time. `moves`: oldest first; `editionId`: where they are now. */
export function editionAt(editionId: string, moves: readonly RecordedMove[], at: Date): string {
  const last = moves.findLast(({ movedAt }) => movedAt <= at);
  return last?.toEditionId ?? moves[0]?.fromEditionId ?? editionId;
}
