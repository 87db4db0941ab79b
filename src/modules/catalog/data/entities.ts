import { CourseActivity } from './course-activity.entity.js';
import { Course } from './course.entity.js';
import { EditionRow } from './edition.entity.js';
import { MicroCredential } from './micro-credential.entity.js';

export const catalogEntities = [Course, CourseActivity, MicroCredential, EditionRow];
