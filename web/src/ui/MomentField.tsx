import { useMessages } from '../i18n';
import { useFormat, useTimeZone } from '../i18n/format';
import { momentOf, oddityOf } from '../i18n/local-time';
import { TextField, type TextFieldProps } from './fields';

/** A day and a time, in the zone in which all moments are shown to who fills it in, also where their device is in another. */
export function MomentField({ hint, ...field }: Omit<TextFieldProps, 'type'>) {
  const { moment } = useMessages('common');
  const format = useFormat();
  const timeZone = useTimeZone();
  const oddity = oddityOf(field.value, timeZone);
  return (
    <TextField
      {...field}
      type="datetime-local"
      hint={
        <>
          {hint} {moment.zone(timeZone)}
          {oddity === 'skipped' && ` ${moment.skipped(format.dateTime(momentOf(field.value, timeZone) ?? ''))}`}
          {oddity === 'twice' && ` ${moment.twice}`}
        </>
      }
    />
  );
}
