import { useLocale, useMessages } from '../../../i18n';
import { Select, TextArea, TextField } from '../../../ui/fields';
import { Row } from '../../../ui/Form';
import { Card } from '../../../ui/Page';
import type { DetailsPart } from './details';
import { EuropeanMark } from './EuropeanMark';
import { languageChoices } from './languages';

export function AboutCard({ value, set }: DetailsPart) {
  const { details: texts, fields, deliveryModes } = useMessages('studio');
  const locale = useLocale();
  return (
    <Card title={texts.about}>
      <TextField
        label={
          <>
            {fields.title}
            <EuropeanMark />
          </>
        }
        name="title"
        maxLength={200}
        error={value.title.trim() === '' ? texts.titleNeeded : undefined}
        value={value.title}
        onChange={(title) => set({ title })}
      />
      <TextArea
        label={fields.summary}
        hint={texts.summaryHint}
        name="summary"
        rows={2}
        maxLength={2000}
        value={value.summary}
        onChange={(summary) => set({ summary })}
      />
      <TextArea
        label={fields.description}
        hint={texts.markdown}
        name="description"
        isOptional
        maxLength={50_000}
        value={value.description}
        onChange={(description) => set({ description })}
      />
      <Row>
        <Select
          label={fields.language}
          name="language"
          value={value.language}
          choices={languageChoices(locale, value.language)}
          onChange={(language) => set({ language })}
        />
        <Select
          label={
            <>
              {fields.deliveryMode}
              <EuropeanMark />
            </>
          }
          name="deliveryMode"
          value={value.deliveryMode}
          choices={(['online', 'blended', 'onsite'] as const).map((mode) => ({ value: mode, label: deliveryModes[mode] }))}
          onChange={(deliveryMode) => set({ deliveryMode })}
        />
      </Row>
    </Card>
  );
}
