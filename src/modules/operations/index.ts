export type { DutyName } from './domain/duty-names.js';
export { OperationsHttpModule } from './operations.module.js';
export { signingKeysCheck } from './use-cases/signing-keys-check.js';
