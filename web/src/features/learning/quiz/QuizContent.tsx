import { useQuery } from '@tanstack/react-query';
import type { View } from '../../../api/client';
import { Loaded } from '../../../ui/Loaded';
import { attemptQuery } from '../queries';
import { QuizIntroduction } from './QuizIntroduction';
import { QuizOver } from './QuizOver';
import { QuizReview } from './QuizReview';
import { QuizRun } from './QuizRun';

export interface QuizProps {
  content: View<'QuizContentView'>;
  journey: View<'JourneyView'>;
  activity: View<'JourneyActivityView'>;
}

/** A quiz: its own page, or the attempt that the address names. */
export function QuizContent({ attemptId, ...quiz }: QuizProps & { attemptId: string | null }) {
  if (attemptId === null) return <QuizIntroduction {...quiz} />;
  return <ShownAttempt {...quiz} key={attemptId} attemptId={attemptId} />;
}

function ShownAttempt({ attemptId, ...quiz }: QuizProps & { attemptId: string }) {
  return (
    <Loaded query={useQuery(attemptQuery(attemptId))}>
      {(attempt) => {
        if (attempt.state === 'submitted') return <QuizReview {...quiz} attempt={attempt} />;
        if (attempt.state === 'over') return <QuizOver {...quiz} attempt={attempt} />;
        return <QuizRun {...quiz} attempt={attempt} />;
      }}
    </Loaded>
  );
}
