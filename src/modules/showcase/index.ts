export { showcaseEntities } from './data/entities.js';
export { ShowcaseHttpModule } from './showcase.module.js';
