import { InstitutionsHttpModule } from '../modules/institutions/index.js';

/** Controllers of each module: what the api role serves. */
export const httpModules = [InstitutionsHttpModule];

/** Job handlers of each module: what the worker role runs. */
export const jobModules = [];
