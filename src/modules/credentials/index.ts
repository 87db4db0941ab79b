export { CredentialsHttpModule, CredentialsJobsModule, CredentialsModule } from './credentials.module.js';
export { credentialEntities } from './data/entities.js';
export { IssueCredential } from './use-cases/issue-credential.js';
export { KeyRing } from './use-cases/key-ring.js';
export { RepairCredentials } from './use-cases/repair-credentials.js';
export { type Amendment, shownName, withShownName } from './domain/superseding-document.js';
export { StoreSuccessor } from './use-cases/store-successor.js';
export { SupersedeCredential, type Supersession } from './use-cases/supersede-credential.js';
export { VerifyDocument } from './use-cases/verify-document.js';
