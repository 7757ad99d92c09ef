/** The part of this stage that also runs in the browser: pure, so that it can be bundled without the server. */
export { accountFigures, type AccountFigures, type AskedAccount, type PlannedLine } from './domain/account.js';
export { determinedFor, type DeterminationGround } from './domain/determination.js';
export { SIDES, type TypedLine } from './domain/typed-account.js';
