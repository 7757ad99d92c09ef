export { seedDemo } from './seed.js';
export { demoStaffAccounts, type DemoAccount } from './seed-towns.js';
