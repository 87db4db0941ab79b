import { freePort } from './chromium.js';
import { type FakeLms, startFakeLms } from './fake-lms/index.js';
import { DEFAULT_SETTINGS } from '../../src/modules/lti/domain/registration-settings.js';
import { newId } from '../../src/platform/ids.js';
import { type Riverside, startRiverside } from './worlds.js';

/** Riverside and a learning-management system that it has registered, each at an address of its own. */
export interface LtiWorld {
  origin: string;
  riverside: Riverside;
  lms: FakeLms;
  registrationId: string;
  /** Of what its link shows. */
  target: (kind: 'micro-credential' | 'project') => Record<string, string>;
  close(): Promise<void>;
}

type LmsOptions = Parameters<typeof startFakeLms>[0];

export async function startLtiWorld(options: LmsOptions = {}): Promise<LtiWorld> {
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const riverside = await startRiverside({ CAIRN_PUBLIC_URL: origin });
  await riverside.app.listen(port, '127.0.0.1');
  const lms = await startFakeLms({ now: () => riverside.clock.now().getTime(), ...options });
  const { clientId } = lms.register({
    initiateLoginUri: `${origin}/lti/login`,
    redirectUris: [`${origin}/lti/launch`],
    jwksUri: `${origin}/.well-known/jwks.json`,
    targetLinkUri: `${origin}/lti/launch`,
    deployments: ['1'],
  });
  const registrationId = newId();
  await riverside.rows(
    `insert into lti_registration (id, institution_id, name, state, issuer, client_id, authorization_url, token_url, token_audience, jwks_url, algorithms,
       product_family, frame_origins, scopes, settings, version, created_at)
     values ($1, $2, 'Riverside Learning', 'active', $3, $4, $5, $6, $7, $8, '{RS256}', 'fake', $9, '{}', $10, 1, $11)`,
    [
      registrationId,
      riverside.institutionId,
      lms.issuer,
      clientId,
      lms.authEndpoint,
      lms.tokenEndpoint,
      lms.tokenAudience,
      lms.jwksUri,
      [lms.origin],
      JSON.stringify(DEFAULT_SETTINGS),
      riverside.clock.now(),
    ],
  );
  const target = (kind: 'micro-credential' | 'project') => ({ cairn_target: `${kind}:${riverside.edition.microCredentialId}` });
  const close = async (): Promise<void> => {
    await lms.stop();
    await riverside.close();
  };
  return { origin, riverside, lms, registrationId, target, close };
}
