import type { Environment } from '../../../../platform/config/environment.js';
import { isLocalInstallation } from '../../../../platform/config/is-local-installation.js';
import { Problem, type FieldError } from '../../../../platform/http/problem.js';
import { originsOf, type PlatformAddressFault, platformAddressFault } from '../../domain/platform-address.js';
import { familyOf } from '../../domain/platform-configuration.js';
import type { RegistrationSettings } from '../../domain/registration-settings.js';
import { unfitPlatformAddress } from '../../problems.js';

/** What an administrator says of a platform, and may change later. */
export interface PlatformWish {
  name: string;
  authorizationUrl: string;
  tokenUrl: string;
  tokenAudience: string | null;
  jwksUrl: string;
  productFamily: string;
  frameOrigins: readonly string[];
  settings: RegistrationSettings;
}

export interface NewPlatformWish extends PlatformWish {
  issuer: string;
  clientId: string;
}

const FAULTS: Record<PlatformAddressFault, string> = {
  not_an_address: 'Give a whole address, such as https://moodle.example.edu/mod/lti/certs.php.',
  not_https: 'Give an address that begins with https://.',
  with_password: 'Leave name and password out.',
  with_fragment: 'Leave out the part from # on.',
};

/** The wish as it is stored: trimmed, origins for addresses of frames. Throws `lti.unfit_address` at the fields. */
export function usablePlatform<Wish extends PlatformWish>(wish: Wish, environment: Environment) {
  const local = isLocalInstallation(environment.publicUrl);
  const named: [string, string][] = [
    ...(['authorizationUrl', 'tokenUrl', 'jwksUrl'] as const).map((field): [string, string] => [field, wish[field]]),
    ...wish.frameOrigins.map((origin): [string, string] => ['frameOrigins', origin]),
  ];
  const errors = named.flatMap(([field, address]): FieldError[] => {
    const fault = platformAddressFault(address.trim(), local);
    return fault === null ? [] : [{ field, code: fault, detail: FAULTS[fault] }];
  });
  if (errors.length > 0) throw new Problem(unfitPlatformAddress, { errors });
  return {
    ...wish,
    name: wish.name.trim(),
    authorizationUrl: wish.authorizationUrl.trim(),
    tokenUrl: wish.tokenUrl.trim(),
    tokenAudience: wish.tokenAudience?.trim() || null,
    jwksUrl: wish.jwksUrl.trim(),
    productFamily: familyOf(wish.productFamily),
    frameOrigins: originsOf(wish.frameOrigins.map((origin) => origin.trim())),
  };
}
