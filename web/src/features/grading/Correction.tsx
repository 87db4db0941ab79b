import { useState } from 'react';
import type { View } from '../../api/client';
import { useMessages } from '../../i18n';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Page';
import { CorrectionForm } from './CorrectionForm';
import { VerdictHistory } from './VerdictHistory';

/** An attempt that has its verdict: what was decided, and the way to put it right. */
export function Correction({ grading, keysAreOn }: { grading: View<'GradingView'>; keysAreOn: boolean }) {
  const { attempt, rubric, can } = grading;
  const { history, correction } = useMessages('grading');
  const [isOpen, setIsOpen] = useState(false);
  const standing = attempt.verdicts.at(-1);
  return (
    <>
      <Card title={history.title}>
        <VerdictHistory verdicts={attempt.verdicts} rubric={rubric} />
        {can.correct && standing && !isOpen && (
          <div>
            <Button onPress={() => setIsOpen(true)}>{correction.start}</Button>
          </div>
        )}
      </Card>
      {isOpen && standing && (
        <CorrectionForm
          key={standing.version}
          grading={grading}
          standing={standing}
          keysAreOn={keysAreOn}
          onDone={() => setIsOpen(false)}
        />
      )}
    </>
  );
}
