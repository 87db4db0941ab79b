import { useMessages } from '../../../i18n';
import { TextArea } from '../../../ui/fields';
import { Card } from '../../../ui/Page';
import type { DetailsPart } from './details';
import { EuropeanMark } from './EuropeanMark';

export function ForWhomCard({ value, set }: DetailsPart) {
  const { details: texts, fields } = useMessages('studio');
  return (
    <Card title={texts.forWhom}>
      <TextArea
        label={fields.prerequisites}
        name="prerequisites"
        isOptional
        rows={2}
        maxLength={5000}
        value={value.prerequisites}
        onChange={(prerequisites) => set({ prerequisites })}
      />
      <TextArea
        label={
          <>
            {fields.qualityAssurance}
            <EuropeanMark />
          </>
        }
        hint={texts.qualityHint}
        name="qualityAssurance"
        rows={2}
        maxLength={5000}
        value={value.qualityAssurance}
        onChange={(qualityAssurance) => set({ qualityAssurance })}
      />
    </Card>
  );
}
