export { LtiHttpModule, LtiModule } from './lti.module.js';
