import { useMessages } from '../../../i18n';
import { Button } from '../../../ui/Button';
import { Actions } from '../../../ui/Form';
import { Notice } from '../../../ui/Notice';
import { ProblemNotice } from '../../../ui/ProblemNotice';
import type { Attempt } from './answers';
import type { QuizProps } from './QuizContent';
import { useSubmitQuiz } from './use-quiz';

/** The time ran out while nobody looked. */
export function QuizOver({ journey, activity, attempt }: QuizProps & { attempt: Attempt }) {
  const { quiz } = useMessages('learning');
  const submit = useSubmitQuiz(journey.enrollmentId, activity.id, attempt.id);
  return (
    <Notice tone="warn" title={quiz.over}>
      {submit.error && <ProblemNotice problem={submit.error} />}
      {attempt.can.submit && (
        <Actions>
          <Button look="primary" isPending={submit.isPending} onPress={() => submit.mutate()}>
            {quiz.showResult}
          </Button>
        </Actions>
      )}
    </Notice>
  );
}
