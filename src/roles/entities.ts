import { assessmentEntities } from '../modules/assessment/index.js';
import { catalogEntities } from '../modules/catalog/index.js';
import { credentialEntities } from '../modules/credentials/index.js';
import { enrollmentEntities } from '../modules/enrollment/index.js';
import { exchangeEntities } from '../modules/exchange/index.js';
import { Institution } from '../modules/institutions/index.js';
import { learningEntities } from '../modules/learning/index.js';
import { peopleEntities } from '../modules/people/index.js';
import { ImportRun, PersonalExport } from '../modules/portability/index.js';
import { showcaseEntities } from '../modules/showcase/index.js';
import { MailMessage } from '../platform/mail/mail-message.entity.js';
import { StoredFile } from '../platform/storage/stored-file.entity.js';

/** Every table that TypeORM maps; the schema drift check compares them with the migrations. */
export const entities: (new () => object)[] = [
  StoredFile,
  MailMessage,
  Institution,
  ...peopleEntities,
  ...catalogEntities,
  ...enrollmentEntities,
  ...learningEntities,
  ...assessmentEntities,
  ...credentialEntities,
  ...exchangeEntities,
  ImportRun,
  PersonalExport,
  ...showcaseEntities,
];
