import { Institution } from '../modules/institutions/index.js';

/** Every table that TypeORM maps; the schema drift check compares them with the migrations. */
export const entities: (new () => object)[] = [Institution];
