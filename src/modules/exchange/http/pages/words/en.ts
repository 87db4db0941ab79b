import type { AuthorizationFault } from '../../../domain/authorization-request.js';
import { SERVICE_SCOPES } from '../../../domain/scopes.js';

const scopes: Readonly<Record<keyof typeof SERVICE_SCOPES, string>> = SERVICE_SCOPES;
const faults: Readonly<Record<AuthorizationFault, string>> = {
  'unknown-client': 'No program is registered under this client_id.',
  'unknown-address': 'The program did not register this redirect_uri.',
};

export const en = {
  scopes,
  consent: {
    title: (service: string) => `Connect ${service}?`,
    asks: (service: string, institution: string) => `The service ${service} asks for access to your badges at ${institution}.`,
    signedInAs: (person: string) => `You are signed in as ${person}.`,
    able: 'It would be able to',
    unchecked: (host: string) =>
      `Cairn has not checked who runs it. Your answer is sent to ${host}: connect it only if you know that address.`,
    connect: 'Connect',
    refuse: 'Do not connect',
    about: 'About the service',
    privacy: 'Its privacy policy',
    terms: 'Its terms',
  },
  refused: {
    title: 'This connection cannot be made',
    text: 'Nothing was shared. Tell the people who run the service that sent you here.',
    faults,
  },
  wallet: {
    title: (badge: string) => `Add “${badge}” to a wallet`,
    of: (institution: string) => `A badge of ${institution}.`,
    until: 'The badge can be taken once, until',
    secret: 'Whoever has this page’s address can take it, so show it to nobody.',
    code: 'Your wallet will ask for a code. It is in the message that was just sent to your e-mail address.',
    binds:
      'The badge will be issued anew and name the key of your wallet as its holder. Its address stays the same; files of it that you kept are then out of date.',
    here: 'A wallet on this device',
    openIn: (wallet: string) => `Open in ${wallet}`,
    elsewhere: 'A wallet on another device',
    scan: 'Scan this code with the wallet.',
    qr: 'QR code of this page’s address',
    copy: 'Or copy the address into it:',
    claimed: 'The badge is in a wallet: this address was used.',
    over: 'The time of this address is over, or the badge no longer stands.',
    again: 'To add it to another wallet, begin again from your badges.',
  },
};
