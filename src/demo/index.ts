export { openAllYear, seedDemo } from './seed.js';
export { demoStaffAccounts, type DemoAccount } from './seed-towns.js';
export { demoOfficerAccounts } from './story/scenes.js';
export { openingOf, type Opening } from './story/opening.js';
