export { LtiLaunchingHttpModule } from './launching.module.js';
export { LtiModule } from './lti.module.js';
export { LtiRegisteringHttpModule } from './registering.module.js';
