export interface TestServer {
  /** May create databases and roles; a superuser on the server that the tests start themselves. */
  superuserUrl: string;
  /** Owns what the migrations make; may create databases. */
  ownerUrl: string;
  /** What the code under test connects as: bound by row-level security. */
  applicationUrl: string;
}

/** The PostgreSQL server of this test run, started by Jest's global set-up and shared by all its workers. */
export async function testServer(): Promise<TestServer> {
  const announced = process.env['CAIRN_TEST_SERVER'];
  if (!announced) {
    throw new Error(
      'No test database: CAIRN_TEST_SERVER is not set. Run the tests through Jest with the project settings of ' +
        'jest.config.mjs, whose globalSetup (test/support/global-setup.mjs) starts the server, or uses CAIRN_TEST_DATABASE_URL.',
    );
  }
  return JSON.parse(announced) as TestServer;
}
