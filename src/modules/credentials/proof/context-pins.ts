/** One context document that proofs may rest on. `file` lies in `contexts/`; `sha256` is the hex digest of its exact bytes. */
export interface ContextPin {
  readonly url: string;
  readonly file: string;
  readonly sha256: string;
}

export const CREDENTIALS_V2 = 'https://www.w3.org/ns/credentials/v2';
export const CREDENTIALS_V1 = 'https://www.w3.org/2018/credentials/v1';
export const OPEN_BADGES_3_0_3 = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json';
export const OPEN_BADGES_EXTENSIONS = 'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json';
export const DID_V1 = 'https://www.w3.org/ns/did/v1';
export const MULTIKEY_V1 = 'https://w3id.org/security/multikey/v1';

/**
 * Our own words for European elements. Every installation serves them at its own address, always with the same bytes.
 * Badges are issued with the second; the first stays for those that were issued with it.
 */
export const MICROCREDENTIAL_V1 = '/contexts/microcredential-v1.json';
export const MICROCREDENTIAL_V2 = '/contexts/microcredential-v2.json';

export const CONTEXT_PINS: readonly ContextPin[] = [
  {
    url: CREDENTIALS_V2,
    file: 'credentials-v2.jsonld',
    sha256: '59955ced6697d61e03f2b2556febe5308ab16842846f5b586d7f1f7adec92734',
  },
  {
    url: OPEN_BADGES_3_0_3,
    file: 'ob-3.0.3.jsonld',
    sha256: '3d34f4d4ef1bce691106e63798beb5e7b862ba841423f5ee1e53ab7ddf3bca84',
  },
  {
    url: OPEN_BADGES_EXTENSIONS,
    file: 'ob-extensions.jsonld',
    sha256: '2d013f981d1f4516081a6a04e55468ba2b071d4153b794f19a79715c45a89a5e',
  },
  {
    url: MICROCREDENTIAL_V1,
    file: 'microcredential-v1.jsonld',
    sha256: '67a97f12d8b9edde7d5c54d854abe4eaaaaa954e002517d0a9d4fbd90fbbc2eb',
  },
  {
    url: MICROCREDENTIAL_V2,
    file: 'microcredential-v2.jsonld',
    sha256: '046a6ba61f020e93470e8cddbabe193906d21f8f7ab26dc025a6e2b1f91ff1c1',
  },
  { url: DID_V1, file: 'did-v1.jsonld', sha256: '4f3eae5568c9c5f036a082088f9e192019ee06faa78973c87ff91d5421b88dad' },
  { url: MULTIKEY_V1, file: 'multikey-v1.jsonld', sha256: 'ba2c182de2d92f7e47184bcca8fcf0beaee6d3986c527bf664c195bbc7c58597' },
  // The rest is never issued by us, only met in other issuers' credentials.
  {
    url: CREDENTIALS_V1,
    file: 'credentials-v1.jsonld',
    sha256: '00d7dd6d3ad8b920e3e550dd3a3d9090bffcac84cdbf943da6924b3e0a5c8bb8',
  },
  {
    url: 'https://w3id.org/security/data-integrity/v2',
    file: 'data-integrity-v2.jsonld',
    sha256: '67f21e6e33a6c14e5ccfd2fc7865f7474fb71a04af7e94136cb399dfac8ae8f4',
  },
  {
    url: 'https://w3id.org/security/data-integrity/v1',
    file: 'data-integrity-v1.jsonld',
    sha256: 'b5d829bd09aa7c42abc6efa0c8ed7635313b5487f37ccfce3ecd149ca9418554',
  },
  {
    url: 'https://w3id.org/security/suites/ed25519-2020/v1',
    file: 'ed25519-2020-v1.jsonld',
    sha256: 'b9e1ab971fd8bf2c7553e0c4a9438e0b9450afde1ea1ca5b2492368b9f549588',
  },
  {
    url: 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json',
    file: 'ob-3.0.2.jsonld',
    sha256: '00666ad080ba407687ed1846b7f5e7495f5019042b202a727de47c48a1755c53',
  },
  {
    url: 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json',
    file: 'ob-3.0.1.jsonld',
    sha256: '5f3d9dd6288ef437ff8286cf95ffbff609c748a66f24a1e9450c45ca64be1571',
  },
  {
    url: 'https://purl.imsglobal.org/spec/ob/v3p0/context.json',
    file: 'ob-3.0.0.jsonld',
    sha256: '9f1c8f9f361ba2994b9b50701f41149919542c50c7b7455b2846d87959295d72',
  },
];
