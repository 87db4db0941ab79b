import { useMessages } from '../../../i18n';
import { Checkbox, NumberField, Select, TextArea, TextField } from '../../../ui/fields';
import { Row } from '../../../ui/Form';
import { Card } from '../../../ui/Page';
import { type Details, type DetailsPart, isAddress } from './details';

type Terms = NonNullable<Details['awardTerms']>;

const NO_TERMS: Terms = {
  validityMonths: null,
  renewable: false,
  supervision: null,
  qualityAssuranceUrl: null,
  stackability: '',
};
const SUPERVISIONS = ['unsupervised', 'supervised', 'supervised-online', 'onsite-with-identity-check'] as const;

/** What the badge tells beyond the description. */
export function AwardCard({ value, set }: DetailsPart) {
  const { details: texts, fields, supervisions } = useMessages('studio');
  const terms = value.awardTerms ?? NO_TERMS;
  const change = (changes: Partial<Terms>) => set({ awardTerms: { ...terms, ...changes } });
  const url = terms.qualityAssuranceUrl ?? '';
  return (
    <Card title={texts.award}>
      <TextArea
        label={fields.criteria}
        hint={texts.criteriaHint}
        name="criteria"
        rows={3}
        maxLength={20_000}
        value={value.criteria}
        onChange={(criteria) => set({ criteria })}
      />
      <Row>
        <NumberField
          label={texts.validity}
          hint={texts.validityHint}
          name="awardTerms.validityMonths"
          isOptional
          min={1}
          max={600}
          step={1}
          value={terms.validityMonths}
          onChange={(validityMonths) => change({ validityMonths })}
        />
        <Select
          label={texts.supervision}
          name="awardTerms.supervision"
          value={terms.supervision ?? 'unsaid'}
          choices={[
            { value: 'unsaid', label: texts.unsaid },
            ...SUPERVISIONS.map((supervision) => ({ value: supervision, label: supervisions[supervision] })),
          ]}
          onChange={(supervision) => change({ supervision: supervision === 'unsaid' ? null : supervision })}
        />
      </Row>
      {terms.validityMonths !== null && (
        <Checkbox
          label={texts.renewable}
          name="awardTerms.renewable"
          value={terms.renewable}
          onChange={(renewable) => change({ renewable })}
        />
      )}
      <TextField
        label={texts.qualityUrl}
        name="awardTerms.qualityAssuranceUrl"
        type="url"
        isOptional
        error={url !== '' && !isAddress(url) ? texts.wholeAddress : undefined}
        value={url}
        onChange={(text) => change({ qualityAssuranceUrl: text === '' ? null : text })}
      />
      <TextArea
        label={texts.stackability}
        hint={texts.stackabilityHint}
        name="awardTerms.stackability"
        isOptional
        rows={2}
        maxLength={2000}
        value={terms.stackability}
        onChange={(stackability) => change({ stackability })}
      />
    </Card>
  );
}
