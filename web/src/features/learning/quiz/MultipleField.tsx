import type { View } from '../../../api/client';
import { useMessages } from '../../../i18n';
import { Checkbox, Group } from '../../../ui/fields';

interface MultipleFieldProps {
  question: View<'MultipleQuestionView'>;
  chosen: readonly string[];
  onChoose: (optionIds: string[]) => void;
}

/** Any number of the options. */
export function MultipleField({ question: { options }, chosen, onChoose }: MultipleFieldProps) {
  const { quiz } = useMessages('learning');
  return (
    <Group label={quiz.chooseAll}>
      {options.map(({ id, text }) => (
        <Checkbox
          key={id}
          label={text}
          value={chosen.includes(id)}
          onChange={(isChosen) => onChoose(isChosen ? [...chosen, id] : chosen.filter((other) => other !== id))}
        />
      ))}
    </Group>
  );
}
