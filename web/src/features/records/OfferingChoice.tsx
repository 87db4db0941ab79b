import { useQuery } from '@tanstack/react-query';
import { Select } from '../../ui/fields';
import { offeringsQuery } from './queries';

interface Props {
  label: string;
  all: string;
  value: string | undefined;
  onChange: (offeringId: string | undefined) => void;
}

/** One offering, or all of them. */
export function OfferingChoice({ label, all, value, onChange }: Props) {
  const offerings = useQuery(offeringsQuery).data?.items ?? [];
  return (
    <Select
      label={label}
      value={value ?? ''}
      onChange={(id) => onChange(id || undefined)}
      choices={[{ value: '', label: all }, ...offerings.map(({ id, title }) => ({ value: id, label: title }))]}
    />
  );
}
