export { FloodGate, type FloodLimit } from './flood-gate.js';
export { FloodModule } from './flood.module.js';
