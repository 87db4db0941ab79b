import { describe, expect, it } from '@jest/globals';
import { parseS3Url } from './s3-options.js';

describe('parseS3Url', () => {
  it('reads key, secret, bucket, folder and settings', () => {
    expect(
      parseS3Url('https://AKIA%2F1:se%2Bcret@s3.example:9000/cairn/staging/files?region=eu-central-1&pathStyle=false'),
    ).toEqual({
      endpoint: 'https://s3.example:9000',
      bucket: 'cairn',
      folder: 'staging/files/',
      region: 'eu-central-1',
      pathStyle: false,
      credentials: { accessKeyId: 'AKIA/1', secretAccessKey: 'se+cret' },
    });
  });

  it('needs no more than a host and a bucket: the machine may have a role of its own', () => {
    expect(parseS3Url('https://s3.example/cairn')).toEqual({
      endpoint: 'https://s3.example',
      bucket: 'cairn',
      folder: '',
      region: 'us-east-1',
      pathStyle: true,
    });
  });

  it.each([
    ['nonsense', 'is not an address'],
    ['https://key:secret@s3.example/', 'names no bucket'],
    ['https://key@s3.example/cairn', 'has only half of key:secret'],
    ['https://key:secret@s3.example/cairn?regoin=eu', 'has an unknown setting regoin'],
    ['https://key:secret@s3.example/cairn?pathStyle=yes', 'has a pathStyle that is neither true nor false'],
    ['https://key:secret@s3.example/cairn/a%20b', 'names a folder with other characters'],
  ])('says what is wrong with %s, without the secret', (url, fault) => {
    expect(() => parseS3Url(url)).toThrow(`S3_URL ${fault}`);
    expect(() => parseS3Url(url)).not.toThrow(/secret@/);
  });
});
