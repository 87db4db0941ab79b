import { useMessages } from '../../../i18n';
import { NumberField, Select, TextField } from '../../../ui/fields';
import { Row } from '../../../ui/Form';
import { Card } from '../../../ui/Page';
import type { DetailsPart } from './details';
import { EuropeanMark } from './EuropeanMark';

const EQF = ['1', '2', '3', '4', '5', '6', '7', '8'];

export function LevelAndWorkload({ value: { level, workload }, set }: DetailsPart) {
  const { details: texts, fields } = useMessages('studio');
  const kind = level?.framework ?? 'none';
  return (
    <Card title={texts.size}>
      <Row>
        <Select
          label={
            <>
              {fields.level}
              <EuropeanMark />
            </>
          }
          value={kind}
          choices={[
            { value: 'none', label: texts.noLevel },
            { value: 'EQF', label: texts.eqf },
            { value: 'local', label: texts.localLevel },
          ]}
          onChange={(framework) =>
            set({ level: framework === 'none' ? null : { framework, value: framework === 'EQF' ? '5' : '' } })
          }
        />
        {level?.framework === 'EQF' && (
          <Select
            label={texts.eqfLevel}
            name="level.value"
            value={level.value}
            choices={EQF.map((value) => ({ value, label: value }))}
            onChange={(value) => set({ level: { ...level, value } })}
          />
        )}
        {level?.framework === 'local' && (
          <TextField
            label={texts.levelName}
            name="level.value"
            maxLength={100}
            value={level.value}
            onChange={(value) => set({ level: { ...level, value } })}
          />
        )}
      </Row>
      <Row>
        <NumberField
          label={
            <>
              {texts.hours}
              <EuropeanMark />
            </>
          }
          name="workload.hours"
          min={0}
          max={10_000}
          step={0.5}
          value={workload.hours === 0 ? null : workload.hours}
          onChange={(hours) => set({ workload: { ...workload, hours: hours ?? 0 } })}
        />
        <NumberField
          label={texts.ects}
          hint={texts.ectsHint}
          name="workload.ects"
          isOptional
          min={0}
          max={500}
          step={0.5}
          value={workload.ects}
          onChange={(ects) => set({ workload: { ...workload, ects } })}
        />
        <NumberField
          label={texts.ceu}
          hint={texts.ceuHint}
          name="workload.ceu"
          isOptional
          min={0}
          max={1_000}
          step={0.1}
          value={workload.ceu}
          onChange={(ceu) => set({ workload: { ...workload, ceu } })}
        />
      </Row>
    </Card>
  );
}
