export { CredentialsHttpModule, CredentialsJobsModule, CredentialsModule } from './credentials.module.js';
export { credentialEntities } from './data/entities.js';
export { ForgetViews } from './use-cases/forget-views.js';
export { IssueCredential } from './use-cases/issue-credential.js';
export { KeyRing } from './use-cases/key-ring.js';
export { RepairCredentials } from './use-cases/repair-credentials.js';
export { VerifyDocument } from './use-cases/verify-document.js';
