export { LtiRegisteringHttpModule, LtiRegisteringModule } from './registering.module.js';
