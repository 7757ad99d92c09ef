/** The programmes of the demonstration towns, as data; figures we do not know are named in each `sample`. */
export { ogoriOperatingGrant } from './ogori.js';
export type { DemoProgram, ProgramReferences } from './program-references.js';
export { PLAIN, UNADJUSTED, WARDS } from './rule-parts.js';
export { seedPrograms } from './seed-programs.js';
