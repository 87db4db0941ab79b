import { useQuery } from '@tanstack/react-query';
import { useMessages } from '../../../i18n';
import { Select } from '../../../ui/fields';
import { useNow } from '../../learning/use-now';
import { offeringChoicesQuery } from '../../overview/queries';
import { destinations } from './destinations';

interface Props {
  /** The offering that all of them are in, where that is known. */
  from: string | undefined;
  value: string;
  onChange: (offeringId: string) => void;
}

/** Where places go. */
export function DestinationField({ from, value, onChange }: Props) {
  const { destination: texts } = useMessages('roster');
  const now = useNow();
  const offerings = destinations(useQuery(offeringChoicesQuery).data?.items ?? [], from, now);
  return (
    <Select
      name="toOfferingId"
      label={texts.label}
      hint={texts.hint}
      required
      value={value}
      onChange={onChange}
      choices={[{ value: '', label: texts.choose }, ...offerings.map(({ id, title }) => ({ value: id, label: title }))]}
    />
  );
}
