import { useState } from 'react';
import { ApiProblem } from '../../api/problem';
import { Button } from '../../ui/Button';
import { CopyField } from '../../ui/CopyField';
import { DayField } from '../../ui/DayField';
import { Checkbox, NumberField, RadioGroup, Select, TextArea, TextField } from '../../ui/fields';
import { FileField } from '../../ui/FileField';
import { Actions, Form, Row } from '../../ui/Form';
import { MomentField } from '../../ui/MomentField';
import { Card } from '../../ui/Page';

const REFUSED = ApiProblem.of(new Response(null, { status: 400 }), {
  code: 'request.invalid_fields',
  title: 'Some fields cannot be used',
  errors: [{ field: 'refused', code: 'size', detail: 'At most 200 characters.' }],
});
const CHOICES = [
  { value: 'online', label: 'Online' },
  { value: 'onsite', label: 'On site' },
] as const;
const nothing = () => undefined;

export function FieldStates() {
  const [text, setText] = useState('Data Storytelling');
  const [number, setNumber] = useState<number | null>(25);
  const [mode, setMode] = useState<'online' | 'onsite'>('online');
  const [isOn, setIsOn] = useState(true);
  const [moment, setMoment] = useState('2027-03-28T02:30');
  const [day, setDay] = useState('2027-03-28');
  return (
    <Card title="Fields">
      <Form problem={REFUSED} aria-label="Fields" onSubmit={nothing}>
        <Row>
          <TextField label="Text" value={text} onChange={setText} />
          <TextField label="With a hint" hint="As it will stand on the badge." isOptional value={text} onChange={setText} />
        </Row>
        <Row>
          <TextField label="Wrong here" error="It needs a title." value="" onChange={nothing} />
          <TextField label="Refused by the server" name="refused" value={text} onChange={setText} />
        </Row>
        <Row>
          <TextField label="Disabled" disabled value={text} onChange={setText} />
          <NumberField label="Number" hint="In hours." value={number} onChange={setNumber} />
        </Row>
        <Row>
          <MomentField label="Moment, at night in spring" value={moment} onChange={setMoment} />
          <DayField label="Day" timeZone="America/New_York" value={day} onChange={setDay} />
        </Row>
        <Row>
          <FileField label="File" hint="A CSV file." onChoose={nothing} />
          <FileField label="File that is wrong" error="It is no CSV file." onChoose={nothing} />
        </Row>
        <CopyField
          label="To copy"
          hint="It is shown once."
          value="https://cairn.example/interactions/sz7zl2aYTm375_UNM1ALyMnVjWT58PeZ1OA3FhHwu4U"
        />
        <TextArea label="Many lines" rows={3} value={text} onChange={setText} />
        <Select label="One of a few" value={mode} choices={CHOICES} onChange={setMode} />
        <RadioGroup label="One of a few, all to be seen" name="mode" value={mode} choices={CHOICES} onChange={setMode} />
        <Checkbox label="Yes or no" hint="An optional activity never holds a course back." value={isOn} onChange={setIsOn} />
        <Actions>
          <Button type="submit" look="primary">
            Save
          </Button>
        </Actions>
      </Form>
    </Card>
  );
}
