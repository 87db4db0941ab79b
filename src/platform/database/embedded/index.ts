export { EmbeddedPostgresError } from './embedded-postgres-error.js';
export { joinEmbeddedPostgres } from './join-embedded-postgres.js';
export { startEmbeddedPostgres, type EmbeddedPostgres, type EmbeddedPostgresOptions } from './start-embedded-postgres.js';
