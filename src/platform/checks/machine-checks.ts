import { existsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Environment } from '../config/environment.js';
import { loadKeySecret } from '../keys/load-key-secret.js';
import type { Check } from './check.js';

const LEAST_FREE_BYTES = 1024 ** 3;

/** What this machine must give. */
export function machineChecks(environment: Environment): Check[] {
  return [
    {
      what: 'disk',
      advice: `make room where ${resolve(environment.CAIRN_DATA_DIR)} is`,
      run: async () => {
        const { bavail, bsize } = await statfs(nearestFolder(environment.CAIRN_DATA_DIR));
        const free = bavail * bsize;
        const words = `${(free / 1024 ** 3).toFixed(1)} GiB free`;
        if (free < LEAST_FREE_BYTES) throw new Error(`only ${words}`);
        return words;
      },
    },
    {
      what: 'key secret',
      advice: 'restore the file key-secret in the data directory from a backup, or set CAIRN_KEY_SECRET to what it held',
      run: async () => {
        loadKeySecret(environment);
        return environment.CAIRN_KEY_SECRET
          ? 'from CAIRN_KEY_SECRET'
          : 'from the file key-secret in the data directory; back it up';
      },
    },
  ];
}

/** The data directory may not have been made yet. */
function nearestFolder(folder: string): string {
  let nearest = resolve(folder);
  while (!existsSync(nearest)) nearest = dirname(nearest);
  return nearest;
}
