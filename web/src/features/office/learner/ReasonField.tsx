import { useMessages } from '../../../i18n';
import { TextArea } from '../../../ui/fields';

const LONGEST = 1_000;

interface Props {
  value: string;
  onChange: (value: string) => void;
}

/** Why something is arranged: everybody who arranges has to say so. */
export function ReasonField({ value, onChange }: Props) {
  const { reason, reasonHint } = useMessages('enrollment');
  return (
    <TextArea
      name="reason"
      label={reason}
      hint={reasonHint}
      required
      maxLength={LONGEST}
      rows={3}
      value={value}
      onChange={onChange}
    />
  );
}
