// Who runs where: the server that is measured has one core to itself; the load and PostgreSQL have the others.
import { spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';

const count = availableParallelism();
const canPin = process.platform === 'linux' && count > 1 && spawnSync('taskset', ['--version']).status === 0;

export const serverCores = canPin ? '0' : null;
export const databaseCores = canPin ? (count === 2 ? '1' : `1-${count - 1}`) : null;

export const coresInWords = canPin
  ? `server on core ${serverCores}; load and PostgreSQL on ${databaseCores}`
  : 'not pinned: one core only, or no taskset here';
