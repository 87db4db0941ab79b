// The limit and the peers of bulk issue, in one process of their own: the bare signature, the reference library, the bare insert.
import { createHash, generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import pg from 'pg';
import { issuerOf } from '../peers/vc-library.mjs';
import { answerParent } from './answer-parent.mjs';

const ROWS_AT_ONCE = 500;
const COLUMNS = [
  'id',
  'institution_id',
  'public_id',
  'enrollment_id',
  'person_id',
  'edition_id',
  'state',
  'signed',
  'signed_sha256',
  'issued_at',
];

const { privateKey } = generateKeyPairSync('ed25519');
const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
client.on('error', () => undefined);
await client.connect();
let material = { documents: [], signed: [] };
let issue;

answerParent(
  {},
  {
    /** Unsigned documents for the library and signed bytes for the insert, as production makes them. */
    async prepare(given) {
      material = given;
      issue = await issuerOf(JSON.parse(material.documents[0]).issuer.id);
    },
    /** `crypto.sign` of 64 bytes, as eddsa-rdfc-2022 signs two SHA-256 hashes, with the key object reused. */
    sign: (milliseconds) =>
      repeat(milliseconds, 200, () => {
        const hashes = Buffer.alloc(64, randomUUID());
        for (let count = 0; count < 200; count++) sign(null, hashes, privateKey);
      }),
    library: (milliseconds) => {
      let next = 0;
      return repeat(milliseconds, 1, () => issue(JSON.parse(material.documents[next++ % material.documents.length])));
    },
    insert: (milliseconds) => repeat(milliseconds, ROWS_AT_ONCE, insertRows),
  },
);

async function repeat(milliseconds, weight, act) {
  const start = performance.now();
  let operations = 0;
  let elapsed = 0;
  for (; elapsed < milliseconds; elapsed = performance.now() - start) {
    await act();
    operations += weight;
  }
  return { operations, milliseconds: elapsed };
}

/** One statement, one commit. */
async function insertRows() {
  const now = new Date();
  const rows = Array.from({ length: ROWS_AT_ONCE }, (_, index) => {
    const signed = material.signed[index % material.signed.length];
    const ids = { id: randomUUID(), publicId: randomUUID(), personId: randomUUID(), other: randomUUID() };
    const digest = createHash('sha256').update(signed).digest('hex');
    return [ids.id, ids.other, ids.publicId, ids.other, ids.personId, ids.other, 'issued', signed, digest, now];
  });
  const values = rows.flat();
  const tuples = rows.map((row, index) => `(${row.map((_, column) => `$${index * row.length + column + 1}`).join(', ')})`);
  await client.query({
    name: 'insert-rows',
    text: `insert into bench_credential (${COLUMNS.join(', ')}) values ${tuples.join(', ')}`,
    values,
  });
}
