export { ReportingHttpModule } from './reporting.module.js';
