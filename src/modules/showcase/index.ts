export { showcaseEntities } from './data/entities.js';
export { ShowcaseHttpModule, ShowcaseModule } from './showcase.module.js';
