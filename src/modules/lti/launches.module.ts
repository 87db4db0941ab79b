import { Module } from '@nestjs/common';
import { LaunchesRepository } from './data/launches.repository.js';
import { LoginsRepository } from './data/logins.repository.js';
import { ParkedLaunchesRepository } from './data/parked-launches.repository.js';
import { ForgetLaunches } from './use-cases/launch/forget-launches.js';

const shared = [LoginsRepository, ParkedLaunchesRepository, LaunchesRepository, ForgetLaunches];

/** What is kept of logins and launches under way. */
@Module({ providers: shared, exports: shared })
export class LtiLaunchesModule {}
