import { describe, expect, it } from '@jest/globals';
import { changeOf, valuesOf } from './institution-values';

const RIVERSIDE = {
  id: '01a22185-8691-7f75-95fd-e4b56ec2e2e6',
  slug: 'riverside',
  name: 'Riverside University',
  description: '',
  url: null,
  email: 'office@riverside.example',
  countryCode: 'AT',
  region: null,
  imageUrl: null,
  identifiers: [{ identifier: 'https://ror.org/03prydq77', identifierType: 'ext:ROR' }],
  parentOrganization: null,
  language: 'en',
  timeZone: 'Europe/Vienna',
  accreditation: [{ body: 'AQ Austria', statement: 'Accredited until 2030', url: null }],
  version: 3,
};

describe('What the form of the institution holds', () => {
  it('goes back as it came', () => {
    const { id: _id, slug: _slug, version: _version, ...told } = RIVERSIDE;
    expect(changeOf(valuesOf(RIVERSIDE))).toEqual(told);
  });

  it('leaves out entries in which nothing stands', () => {
    const values = valuesOf(RIVERSIDE);
    const change = changeOf({
      ...values,
      identifiers: [...values.identifiers, { identifier: ' ', identifierType: '' }],
      accreditation: [{ body: '', statement: '', url: '' }],
      parentName: ' ',
    });
    expect(change).toMatchObject({ identifiers: RIVERSIDE.identifiers, accreditation: [], parentOrganization: null });
  });

  it('sends half a parent, so that the server says what is missing', () => {
    expect(changeOf({ ...valuesOf(RIVERSIDE), parentName: 'State of Riverside' }).parentOrganization).toEqual({
      name: 'State of Riverside',
      url: '',
    });
  });
});
