import { useMessages } from '../../../i18n';
import { TextArea, TextField } from '../../../ui/fields';
import { Row } from '../../../ui/Form';
import type { InstitutionValues } from './institution-values';

export interface AboutFieldsProps {
  values: InstitutionValues;
  onChange: (changes: Partial<InstitutionValues>) => void;
}

/** Who the institution is, and how it writes. */
export function AboutFields({ values, onChange }: AboutFieldsProps) {
  const { about } = useMessages('institution');
  const field = (
    name: 'name' | 'description' | 'url' | 'email' | 'countryCode' | 'region' | 'imageUrl' | 'language' | 'timeZone',
  ) => ({
    label: about[name],
    name,
    value: values[name],
    onChange: (value: string) => onChange({ [name]: value }),
  });
  return (
    <>
      <TextField required {...field('name')} />
      <TextArea isOptional {...field('description')} />
      <Row>
        <TextField type="url" isOptional placeholder="https://" {...field('url')} />
        <TextField type="email" isOptional {...field('email')} />
      </Row>
      <Row>
        <TextField hint={about.countryHint} isOptional maxLength={2} {...field('countryCode')} />
        <TextField hint={about.regionHint} isOptional {...field('region')} />
      </Row>
      <TextField type="url" hint={about.imageUrlHint} isOptional placeholder="https://" {...field('imageUrl')} />
      <Row>
        <TextField hint={about.languageHint} required {...field('language')} />
        <TextField hint={about.timeZoneHint} required {...field('timeZone')} />
      </Row>
    </>
  );
}
