export { CredentialsHttpModule, CredentialsJobsModule, CredentialsModule } from './credentials.module.js';
export type { Credential } from './data/credential.entity.js';
export { credentialEntities } from './data/entities.js';
export type { CredentialFacts, SkillFact } from './domain/credential-facts.js';
export { IssueCredential } from './use-cases/issue-credential.js';
export { KeyRing } from './use-cases/key-ring.js';
export { PublicDocuments } from './use-cases/public-documents.js';
export { RepairCredentials } from './use-cases/repair-credentials.js';
export { VerifyDocument } from './use-cases/verify-document.js';
