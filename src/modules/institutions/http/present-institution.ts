import type { Institution } from '../data/institution.entity.js';
import type { InstitutionView } from './institution.dto.js';

export function presentInstitution(institution: Institution): InstitutionView {
  const { id, slug, name, description, url, email, countryCode, language, timeZone, accreditation, version } = institution;
  return { id, slug, name, description, url, email, countryCode, language, timeZone, accreditation, version };
}
