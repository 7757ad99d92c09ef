import { workOutAccounts } from './account.js';
import { startAutosave } from './autosave.js';
import { focusSummary } from './focus-summary.js';
import { showFollowUps } from './follow-ups.js';
import { followProgress } from './live-progress.js';
import { tellRemaining } from './remaining.js';
import { guardSubmits } from './submit-guard.js';
import { acceptPastedCells } from './paste-cells.js';
import { tellOfColleagues } from './openings.js';
import { refreshAfterSaves } from './refresh.js';
import { walkRows } from './row-keys.js';
import { workOutBudgets } from './budget.js';
import { sendChosenFiles } from './uploads.js';

/** Everything here is a comfort: each page works without it. */
focusSummary();
// In this order: a submit that waits for its files, or for a save on its way, is not yet sent.
sendChosenFiles();
startAutosave();
refreshAfterSaves();
guardSubmits();
workOutBudgets();
workOutAccounts();
acceptPastedCells();
showFollowUps();
tellRemaining();
walkRows();
followProgress();
tellOfColleagues();
