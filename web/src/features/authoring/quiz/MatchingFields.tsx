import { useMessages } from '../../../i18n';
import { TextField } from '../../../ui/fields';
import { Row } from '../../../ui/Form';
import { newPartId, type QuestionOf } from '../types';
import type { AnswerFieldsProps } from './AnswerFields';
import { CreditChoice } from './CreditChoice';
import { pair, part } from './new-question';
import { PartList } from './parts';

export function MatchingFields({ question, wrong, onChange }: AnswerFieldsProps<QuestionOf<'matching'>>) {
  const { quiz } = useMessages('authoring');
  const { pairs, distractors } = question;
  const lefts = pairs.map(({ left }) => left);
  const rights = [...pairs.map(({ right }) => right), ...distractors.map(({ text }) => text)];
  return (
    <>
      <PartList
        label={quiz.pairs}
        hint={quiz.pairsHint}
        error={wrong.at('/pairs')}
        parts={pairs}
        name={quiz.pair}
        most={50}
        addLabel={quiz.addPair}
        makePart={() => pair(newPartId)}
        onChange={(changed) => onChange((now) => ({ ...now, pairs: changed(now.pairs) }))}
      >
        {(one, index, set) => (
          <Row>
            <TextField
              label={quiz.left(index + 1)}
              error={wrong.atPart('/pairs', lefts, index)}
              value={one.left}
              maxLength={2_000}
              onChange={(left) => set({ left })}
            />
            <TextField
              label={quiz.rightOf(index + 1)}
              error={wrong.atPart('/pairs', rights, index)}
              value={one.right}
              maxLength={2_000}
              onChange={(right) => set({ right })}
            />
          </Row>
        )}
      </PartList>
      <PartList
        label={quiz.distractors}
        hint={quiz.distractorsHint}
        parts={distractors}
        name={quiz.distractor}
        most={50}
        addLabel={quiz.addDistractor}
        makePart={() => part(newPartId)}
        onChange={(changed) => onChange((now) => ({ ...now, distractors: changed(now.distractors) }))}
      >
        {(one, index, set) => (
          <TextField
            label={quiz.distractor(index + 1)}
            error={wrong.atPart('/pairs', rights, pairs.length + index)}
            value={one.text}
            maxLength={2_000}
            onChange={(text) => set({ text })}
          />
        )}
      </PartList>
      <CreditChoice
        credit={question.credit}
        partial={quiz.partialPairs}
        onChange={(credit) => onChange((now) => ({ ...now, credit }))}
      />
    </>
  );
}
