import { useMessages } from '../../../i18n';
import { RadioGroup } from '../../../ui/fields';

type Credit = 'all-or-nothing' | 'partial';

interface CreditChoiceProps {
  credit: Credit;
  /** What gives a part of the points. */
  partial: string;
  onChange: (credit: Credit) => void;
}

export function CreditChoice({ credit, partial, onChange }: CreditChoiceProps) {
  const { quiz } = useMessages('authoring');
  return (
    <RadioGroup
      label={quiz.credit}
      name="credit"
      value={credit}
      onChange={onChange}
      choices={[
        { value: 'partial', label: partial },
        { value: 'all-or-nothing', label: quiz.allOrNothing },
      ]}
    />
  );
}
