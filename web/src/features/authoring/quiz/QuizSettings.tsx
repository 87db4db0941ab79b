import { useMessages } from '../../../i18n';
import { Checkbox, RadioGroup } from '../../../ui/fields';
import { Row } from '../../../ui/Form';
import { Card } from '../../../ui/Page';
import { LimitInput, NumberInput } from '../document/NumberInput';
import { SHORT_COMMANDS } from '../markdown/commands';
import { MarkdownEditor } from '../markdown/MarkdownEditor';
import type { Quiz } from '../types';
import type { PublishingProblem } from './quiz-problems';
import { useWrong } from './use-wrong';

interface QuizSettingsProps {
  quiz: Quiz;
  problems: readonly PublishingProblem[];
  onChange: (change: (quiz: Quiz) => Quiz) => void;
}

/** How the quiz is taken. */
export function QuizSettings({ quiz, problems, onChange }: QuizSettingsProps) {
  const { quiz: messages } = useMessages('authoring');
  const wrong = useWrong(problems);
  const set = (changes: Partial<Quiz>) => onChange((now) => ({ ...now, ...changes }));
  return (
    <Card title={messages.settings}>
      <MarkdownEditor
        label={messages.introduction}
        hint={messages.introductionHint}
        size="short"
        commands={SHORT_COMMANDS}
        value={quiz.introduction}
        maxLength={10_000}
        onChange={(introduction) => set({ introduction })}
      />
      <Row>
        <NumberInput
          label={messages.passMark}
          hint={messages.passMarkHint}
          error={wrong.at('/body/quiz/passMark')}
          value={Math.round(quiz.passMark * 10_000) / 100}
          min={0}
          max={100}
          onChange={(percent) => set({ passMark: percent / 100 })}
        />
        <LimitInput
          label={messages.attempts}
          unlimited={messages.anyAttempts}
          error={wrong.at('/body/quiz/attemptLimit')}
          value={quiz.attemptLimit}
          first={3}
          min={1}
          max={1_000}
          isWhole
          onChange={(attemptLimit) => set({ attemptLimit })}
        />
        <LimitInput
          label={messages.timeLimit}
          unlimited={messages.noTimeLimit}
          error={wrong.at('/body/quiz/timeLimitSeconds')}
          value={quiz.timeLimitSeconds === null ? null : quiz.timeLimitSeconds / 60}
          first={30}
          min={1}
          max={1_440}
          onChange={(minutes) => set({ timeLimitSeconds: minutes === null ? null : Math.round(minutes * 60) })}
        />
      </Row>
      <Checkbox
        label={messages.shuffleQuestions}
        value={quiz.shuffleQuestions}
        onChange={(shuffleQuestions) => set({ shuffleQuestions })}
      />
      <RadioGroup
        label={messages.reveal}
        name="reveal"
        value={quiz.reveal}
        onChange={(reveal) => set({ reveal })}
        choices={(['after-attempt', 'after-pass', 'never'] as const).map((value) => ({ value, label: messages.revealed[value] }))}
      />
    </Card>
  );
}
