import { useExternalServer } from './external-server.mjs';
import { startTemporaryServer } from './temporary-server.mjs';

/** Before all tests: one PostgreSQL server for the run. Workers inherit its URLs through CAIRN_TEST_SERVER. */
export default async function globalSetup() {
  const external = process.env.CAIRN_TEST_DATABASE_URL;
  const urls = external ? await useExternalServer(external) : await startTemporaryServer();
  process.env.CAIRN_TEST_SERVER = JSON.stringify(urls);
}
