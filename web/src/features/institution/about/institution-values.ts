import type { View } from '../../../api/client';

type Institution = View<'InstitutionView'>;
type Accreditation = Omit<Institution['accreditation'][number], 'url'> & { url: string };

const TEXTS = ['name', 'description', 'url', 'email', 'countryCode', 'region', 'imageUrl', 'language', 'timeZone'] as const;
const MAY_BE_EMPTY: ReadonlySet<string> = new Set(['url', 'email', 'countryCode', 'region', 'imageUrl']);

/** What the form holds: as it is typed, nothing is `null`. */
export type InstitutionValues = Record<(typeof TEXTS)[number], string> & {
  parentName: string;
  parentUrl: string;
  identifiers: Institution['identifiers'];
  accreditation: Accreditation[];
};

export function valuesOf(institution: Institution): InstitutionValues {
  const texts = Object.fromEntries(TEXTS.map((name) => [name, institution[name] ?? ''])) as Record<
    (typeof TEXTS)[number],
    string
  >;
  const { parentOrganization: parent, identifiers, accreditation } = institution;
  return {
    ...texts,
    parentName: parent?.name ?? '',
    parentUrl: parent?.url ?? '',
    identifiers,
    accreditation: accreditation.map(({ body, statement, url }) => ({ body, statement, url: url ?? '' })),
  };
}

/** An entry of which every field is empty was not meant. */
export function changeOf(values: InstitutionValues): View<'DescribeInstitutionDto'> {
  const { parentName, parentUrl, identifiers, accreditation } = values;
  const texts = TEXTS.map((name) => {
    const text = values[name].trim();
    return [name, text === '' && MAY_BE_EMPTY.has(name) ? null : text];
  });
  const hasParent = parentName.trim() !== '' || parentUrl.trim() !== '';
  return {
    ...Object.fromEntries(texts),
    parentOrganization: hasParent ? { name: parentName.trim(), url: parentUrl.trim() } : null,
    identifiers: identifiers
      .map(({ identifier, identifierType }) => ({ identifier: identifier.trim(), identifierType: identifierType.trim() }))
      .filter(({ identifier, identifierType }) => identifier !== '' || identifierType !== ''),
    accreditation: accreditation
      .map(({ body, statement, url }) => ({ body: body.trim(), statement: statement.trim(), url: url.trim() || null }))
      .filter(({ body, statement, url }) => body !== '' || statement !== '' || url !== null),
  };
}
