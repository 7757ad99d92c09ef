export { AuditTrail, type AuditFilter, type AuditRecord } from './audit-trail.js';
