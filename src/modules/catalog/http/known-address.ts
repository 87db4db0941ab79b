import { IsUrl, MaxLength, ValidateIf } from 'class-validator';
import { field } from '../../../platform/http/fields.js';

const LONGEST = 2_000;

/** A web address, or empty where none is known: imported material does not always name its source. */
export const KnownAddress = () =>
  field(
    { description: 'A web address. Empty: not known.' },
    { type: 'string', maxLength: LONGEST },
    ValidateIf((_, value) => value !== ''),
    IsUrl({ protocols: ['http', 'https'], require_protocol: true, require_tld: false }),
    MaxLength(LONGEST),
  );
