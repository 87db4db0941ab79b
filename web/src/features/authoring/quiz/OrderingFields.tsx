import { useMessages } from '../../../i18n';
import { TextField } from '../../../ui/fields';
import { newPartId, type QuestionOf } from '../types';
import type { AnswerFieldsProps } from './AnswerFields';
import { CreditChoice } from './CreditChoice';
import { part } from './new-question';
import { PartList } from './parts';

export function OrderingFields({ question, wrong, onChange }: AnswerFieldsProps<QuestionOf<'ordering'>>) {
  const { quiz } = useMessages('authoring');
  const texts = question.items.map(({ text }) => text);
  return (
    <>
      <PartList
        label={quiz.items}
        hint={quiz.itemsHint}
        error={wrong.at('/items')}
        parts={question.items}
        name={quiz.item}
        most={50}
        addLabel={quiz.addItem}
        makePart={() => part(newPartId)}
        onChange={(items) => onChange((now) => ({ ...now, items: items(now.items) }))}
      >
        {(item, index, set) => (
          <TextField
            label={quiz.item(index + 1)}
            error={wrong.atPart('/items', texts, index)}
            value={item.text}
            maxLength={2_000}
            onChange={(text) => set({ text })}
          />
        )}
      </PartList>
      <CreditChoice
        credit={question.credit}
        partial={quiz.partialOrder}
        onChange={(credit) => onChange((now) => ({ ...now, credit }))}
      />
    </>
  );
}
