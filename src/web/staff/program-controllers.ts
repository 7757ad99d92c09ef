import type { Type } from '@nestjs/common';
import { ProgramsController } from './programs.controller.js';
import { ProgramQuestionsController } from './program-questions.controller.js';
import { ProgramSectionController } from './program-section.controller.js';
import { ProgramQuestionController } from './program-question.controller.js';
import { ProgramStructureController } from './program-structure.controller.js';
import { ProgramDraftController } from './program-draft.controller.js';
import { ProgramLettersController } from './program-letters.controller.js';
import { ProgramPeriodController } from './program-period.controller.js';
import { ProgramChangesController } from './program-changes.controller.js';
import { ProgramCopyController } from './program-copy.controller.js';
import { ProgramWithdrawalController } from './program-withdrawal.controller.js';
import { ProgramTrialController } from './program-trial.controller.js';

/** The workbench of programmes; the first path that matches answers. */
export const PROGRAM_CONTROLLERS: readonly Type[] = [
  ProgramsController,
  ProgramQuestionsController,
  ProgramSectionController,
  ProgramQuestionController,
  ProgramStructureController,
  ProgramDraftController,
  ProgramLettersController,
  ProgramPeriodController,
  ProgramChangesController,
  ProgramCopyController,
  ProgramWithdrawalController,
  ProgramTrialController,
];
