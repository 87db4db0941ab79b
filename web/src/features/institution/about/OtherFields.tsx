import { useMessages } from '../../../i18n';
import { TextArea, TextField } from '../../../ui/fields';
import { Row } from '../../../ui/Form';
import { Entries } from '../Entries';
import type { AboutFieldsProps } from './AboutFields';

/** Whom it belongs to, who vouches for it, and under which numbers others know it. */
export function OtherFields({ values, onChange }: AboutFieldsProps) {
  const { about } = useMessages('institution');
  return (
    <>
      <Row>
        <TextField
          label={about.parentName}
          hint={about.parentHint}
          isOptional
          name="parentOrganization.name"
          value={values.parentName}
          onChange={(parentName) => onChange({ parentName })}
        />
        <TextField
          type="url"
          label={about.parentUrl}
          hint={about.parentUrlHint}
          isOptional
          placeholder="https://"
          name="parentOrganization.url"
          value={values.parentUrl}
          onChange={(parentUrl) => onChange({ parentUrl })}
        />
      </Row>
      <Entries
        label={about.accreditation}
        hint={about.accreditationHint}
        items={values.accreditation}
        most={20}
        nameOf={about.accreditationNumber}
        add={about.addAccreditation}
        removeOne={about.removeOne}
        blank={{ body: '', statement: '', url: '' }}
        onChange={(accreditation) => onChange({ accreditation })}
      >
        {({ body, statement, url }, index, change) => (
          <>
            <Row>
              <TextField
                label={about.body}
                name={`accreditation[${index}].body`}
                value={body}
                onChange={(text) => change({ body: text })}
              />
              <TextField
                type="url"
                label={about.accreditationUrl}
                isOptional
                placeholder="https://"
                name={`accreditation[${index}].url`}
                value={url}
                onChange={(text) => change({ url: text })}
              />
            </Row>
            <TextArea
              label={about.statement}
              isOptional
              rows={2}
              name={`accreditation[${index}].statement`}
              value={statement}
              onChange={(text) => change({ statement: text })}
            />
          </>
        )}
      </Entries>
      <Entries
        label={about.identifiers}
        hint={about.identifiersHint}
        items={values.identifiers}
        most={10}
        nameOf={about.identifierNumber}
        add={about.addIdentifier}
        removeOne={about.removeOne}
        blank={{ identifier: '', identifierType: '' }}
        onChange={(identifiers) => onChange({ identifiers })}
      >
        {({ identifier, identifierType }, index, change) => (
          <Row>
            <TextField
              label={about.identifier}
              hint={about.identifierHint}
              name={`identifiers[${index}].identifier`}
              value={identifier}
              onChange={(text) => change({ identifier: text })}
            />
            <TextField
              label={about.identifierType}
              hint={about.identifierTypeHint}
              name={`identifiers[${index}].identifierType`}
              value={identifierType}
              onChange={(text) => change({ identifierType: text })}
            />
          </Row>
        )}
      </Entries>
    </>
  );
}
