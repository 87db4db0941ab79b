export { Enrollment } from './data/enrollment.entity.js';
export type { EnrollmentPlace } from './data/enrollments.repository.js';
export { enrollmentEntities } from './data/entities.js';
export { Offering } from './data/offering.entity.js';
export { EnrollmentDirectory } from './use-cases/enrollment-directory.js';
export { lateness, type Lateness, type LatePolicy } from './domain/late-policy.js';
export { isOffice } from './policy.js';
export { ExpireEnrollments } from './use-cases/expire-enrollments.js';
export { EnrollmentHttpModule, EnrollmentJobsModule, EnrollmentModule } from './enrollment.module.js';
