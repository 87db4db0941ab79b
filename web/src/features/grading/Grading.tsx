import { useState } from 'react';
import type { View } from '../../api/client';
import { useMessages } from '../../i18n';
import { Notice } from '../../ui/Notice';
import { ProblemNotice } from '../../ui/ProblemNotice';
import { DraftConflict } from './DraftConflict';
import { GiveVerdict } from './GiveVerdict';
import styles from './grading.module.css';
import { NotHeld } from './NotHeld';
import { RubricForm } from './RubricForm';
import { useLease } from './use-lease';
import { useNotes } from './use-notes';
import { VerdictHistory } from './VerdictHistory';

interface Props {
  grading: View<'GradingView'>;
  work: View<'OfferingWorkView'> | undefined;
  learner: string;
  keysAreOn: boolean;
}

/** An attempt that waits for a mark: held by this assessor, by another, or by nobody. */
export function Grading({ grading, work, learner, keysAreOn }: Props) {
  const { attempt, earlierAttempts, rubric, awaits, can } = grading;
  const { room } = useMessages('grading');
  const [isLost, setIsLost] = useState(false);
  const [isGiven, setIsGiven] = useState(false);
  const holds = can.assess && !isLost;
  const lost = () => setIsLost(true);
  useLease(attempt.id, holds && !isGiven, lost);
  const { notes, change, autosave, theirs, settle, forget } = useNotes(grading, holds && !isGiven, lost);
  return (
    <>
      {!holds && <NotHeld grading={grading} work={work} isLost={isLost} onTaken={() => setIsLost(false)} />}
      {holds && awaits === 'second' && <Notice>{room.secondMark}</Notice>}
      {awaits === 'agreed' && (
        <Notice title={room.toAgree}>
          <VerdictHistory verdicts={attempt.verdicts} rubric={rubric} />
        </Notice>
      )}
      {theirs && <DraftConflict theirs={theirs} rubric={rubric} onSettle={settle} />}
      {autosave.error && !theirs && !isLost ? <ProblemNotice problem={autosave.error} /> : null}
      <RubricForm
        offeringId={grading.offeringId}
        rubric={rubric}
        notes={notes}
        onChange={change}
        before={earlierAttempts.at(-1)?.verdicts.at(-1)}
        isDisabled={!holds}
        keysAreOn={keysAreOn}
      />
      {holds && (
        <div className={styles['sticky']}>
          <GiveVerdict
            grading={grading}
            notes={notes}
            autosave={autosave}
            learner={learner}
            keysAreOn={keysAreOn}
            onGiving={() => setIsGiven(true)}
            onRefused={() => setIsGiven(false)}
            onGiven={forget}
          />
        </div>
      )}
    </>
  );
}
