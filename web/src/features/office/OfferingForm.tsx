import { useMessages } from '../../i18n';
import { useTimeZone } from '../../i18n/format';
import { Checkbox, NumberField, Select, TextField } from '../../ui/fields';
import { Row } from '../../ui/Form';
import { MomentField } from '../../ui/MomentField';
import { faultsOf, type OfferingValues } from './offering-values';
import styles from './office.module.css';

export interface OfferingFieldsProps {
  values: OfferingValues;
  onChange: (values: OfferingValues) => void;
  /** From the first attempt to send it on: before, nobody is told what they have not come to yet. */
  isTried: boolean;
  /** The deadline is set when an offering is opened. */
  hasDue: boolean;
}

/** What the server has inside another field, as it names it when it refuses it. */
const INSIDE: Partial<Record<keyof OfferingValues, string>> = {
  dueDays: 'projectDue.days',
  dueDate: 'projectDue.at',
  graceMinutes: 'latePolicy.graceMinutes',
  penaltyPercentPerDay: 'latePolicy.penaltyPercentPerDay',
  floorPercent: 'latePolicy.floorPercent',
  cutoffDays: 'latePolicy.cutoffDays',
};

/** The fields that a new offering and a changed one have in common. */
export function OfferingFields({ values, onChange, isTried, hasDue }: OfferingFieldsProps) {
  const { form } = useMessages('office');
  const faults = isTried ? faultsOf(values) : {};
  const field = <Key extends keyof OfferingValues>(key: Key) => {
    const fault = faults[key];
    return {
      name: INSIDE[key] ?? key,
      value: values[key],
      onChange: (value: OfferingValues[Key]) => onChange({ ...values, [key]: value }),
      ...(fault ? { error: form[fault] } : {}),
    };
  };
  return (
    <>
      <TextField label={form.title} hint={form.titleHint} required maxLength={200} {...field('title')} />
      <Row>
        <MomentField label={form.startsAt} required {...field('startsAt')} />
        <MomentField label={form.endsAt} hint={form.endsAtHint} {...field('endsAt')} />
      </Row>
      <Row>
        <MomentField label={form.enrollFrom} required {...field('enrollFrom')} />
        <MomentField label={form.enrollUntil} isOptional {...field('enrollUntil')} />
      </Row>
      <Checkbox label={form.openEnrollment} hint={form.openEnrollmentHint} {...field('openEnrollment')} />
      <Row>
        <NumberField label={form.seats} hint={form.seatsHint} min={1} {...field('seats')} />
        <TextField label={form.priceLabel} hint={form.priceLabelHint} maxLength={100} isOptional {...field('priceLabel')} />
      </Row>
      {values.seats !== null && <Checkbox label={form.waitlist} {...field('waitlist')} />}
      {hasDue && <DueFields values={values} field={field} />}
      <details className={styles['fold']}>
        <summary>{form.late}</summary>
        <Row>
          <NumberField label={form.graceMinutes} min={0} {...field('graceMinutes')} />
          <NumberField label={form.penaltyPercentPerDay} min={0} max={100} step="any" {...field('penaltyPercentPerDay')} />
          <NumberField label={form.floorPercent} min={0} max={100} step="any" {...field('floorPercent')} />
          <NumberField label={form.cutoffDays} hint={form.cutoffDaysHint} min={0} {...field('cutoffDays')} />
        </Row>
      </details>
    </>
  );
}

type FieldOf = <Key extends keyof OfferingValues>(
  key: Key,
) => { name: string; value: OfferingValues[Key]; onChange: (value: OfferingValues[Key]) => void; error?: string };

function DueFields({ values, field }: { values: OfferingValues; field: FieldOf }) {
  const { form } = useMessages('office');
  const timeZone = useTimeZone();
  return (
    <Row>
      <Select
        label={form.projectDue}
        choices={[
          { value: 'none', label: form.due.none },
          { value: 'after', label: form.due.after },
          { value: 'fixed', label: form.due.fixed },
        ]}
        {...field('due')}
      />
      {values.due === 'after' && <NumberField label={form.dueDays} min={1} {...field('dueDays')} />}
      {values.due === 'fixed' && (
        <TextField type="date" label={form.dueDate} hint={form.dueDateHint(timeZone)} {...field('dueDate')} />
      )}
    </Row>
  );
}
