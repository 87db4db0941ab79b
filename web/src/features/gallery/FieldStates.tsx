import { useState } from 'react';
import { ApiProblem } from '../../api/problem';
import { Button } from '../../ui/Button';
import { Checkbox, NumberField, RadioGroup, Select, TextArea, TextField } from '../../ui/fields';
import { Actions, Form, Row } from '../../ui/Form';
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
