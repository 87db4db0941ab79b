import { useMessages } from '../../../i18n';
import { Row } from '../../../ui/Form';
import { Card } from '../../../ui/Page';
import { NumberInput } from '../document/NumberInput';
import type { Marking } from '../types';

interface MarkingFieldsProps {
  marking: Marking;
  onChange: (changes: Partial<Marking>) => void;
}

/** Who looks at the work. */
export function MarkingFields({ marking, onChange }: MarkingFieldsProps) {
  const { marking: messages } = useMessages('authoring');
  return (
    <Card title={messages.title}>
      <Row>
        <NumberInput
          label={messages.share}
          hint={messages.shareHint}
          value={Math.round(marking.secondMarkerShare * 10_000) / 100}
          min={0}
          max={100}
          onChange={(percent) => onChange({ secondMarkerShare: percent / 100 })}
        />
        {marking.secondMarkerShare > 0 && (
          <NumberInput
            label={messages.tolerance}
            hint={messages.toleranceHint}
            value={marking.tolerancePoints}
            min={0}
            max={100_000}
            onChange={(tolerancePoints) => onChange({ tolerancePoints })}
          />
        )}
      </Row>
    </Card>
  );
}
