import { useMessages } from '../i18n';
import { TextField, type TextFieldProps } from './fields';

type Props = Omit<TextFieldProps, 'type'> & {
  /** In which the day begins and ends. */
  timeZone: string;
};

/** A day whose first and last moment decide something, with the zone that they are of: the institution's days are not always the reader's. */
export function DayField({ timeZone, hint, ...field }: Props) {
  const { moment } = useMessages('common');
  return (
    <TextField
      {...field}
      type="date"
      hint={
        <>
          {hint} {moment.day(timeZone)}
        </>
      }
    />
  );
}
