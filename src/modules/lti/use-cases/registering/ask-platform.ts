import { Injectable } from '@nestjs/common';
import { Environment } from '../../../../platform/config/environment.js';
import { isLocalInstallation } from '../../../../platform/config/is-local-installation.js';
import { type ConfigurationRead, type PlatformConfiguration, readConfiguration } from '../../domain/platform-configuration.js';
import type { RegistrationRefusal } from '../../domain/registration-refusal.js';
import { toolAddresses } from '../../domain/tool-addresses.js';
import {
  readRegistrationAnswer,
  type RegistrationAnswer,
  scopesToAsk,
  toolRegistration,
} from '../../domain/tool-registration.js';
import { PlatformHttp } from '../platform-http.js';

/** The two requests of Dynamic Registration 1.0 that Cairn makes. */
@Injectable()
export class AskPlatform {
  constructor(
    private readonly http: PlatformHttp,
    private readonly environment: Environment,
  ) {}

  /** §3.3 */
  async configuration(address: string): Promise<ConfigurationRead> {
    const document = await this.http.getJson(address);
    if (!document.ok) {
      const { reason, status } = document;
      if (reason === 'not_json' || reason === 'type_not_allowed') return { refusal: { code: 'configuration_malformed' } };
      return { refusal: { code: 'configuration_unreachable', answered: status === undefined ? reason : String(status) } };
    }
    return readConfiguration(document.body, address, isLocalInstallation(this.environment.publicUrl));
  }

  /** §3.5. The token is the platform's: it says who at the platform asked for this. */
  async register(
    configuration: PlatformConfiguration,
    token: string | null,
  ): Promise<{ answer: RegistrationAnswer } | { refusal: RegistrationRefusal }> {
    const { registrationUrl } = configuration;
    const answer = await this.http.call(registrationUrl, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify(toolRegistration(toolAddresses(this.environment.publicUrl), configuration)),
    });
    if (!answer.ok) return { refusal: { code: 'registration_unreachable', answered: answer.reason } };
    const { status, text } = answer;
    if (status !== 200 && status !== 201) return { refusal: { code: 'registration_refused', answered: String(status) } };
    return readRegistrationAnswer(text, scopesToAsk(configuration));
  }
}
