import { Accommodation } from './accommodation.entity.js';
import { DeadlineExtension } from './deadline-extension.entity.js';
import { EnrollmentImportRow } from './enrollment-import-row.entity.js';
import { EnrollmentImport } from './enrollment-import.entity.js';
import { Enrollment } from './enrollment.entity.js';
import { OfferingStaff } from './offering-staff.entity.js';
import { Offering } from './offering.entity.js';

export const enrollmentEntities = [
  Offering,
  OfferingStaff,
  Enrollment,
  DeadlineExtension,
  Accommodation,
  EnrollmentImport,
  EnrollmentImportRow,
];
