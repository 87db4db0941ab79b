import { stopTemporaryServer } from './temporary-server.mjs';

export default async function globalTeardown() {
  delete process.env.CAIRN_TEST_SERVER;
  await stopTemporaryServer();
}
