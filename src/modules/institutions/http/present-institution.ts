import type { Institution } from '../data/institution.entity.js';
import type { InstitutionView } from './institution.dto.js';

export function presentInstitution(institution: Institution): InstitutionView {
  const { createdAt: _internal, ...shown } = institution;
  return shown;
}
