import type { Type } from '@nestjs/common';
import { CallQuestionController } from './call-question.controller.js';
import { CallQuestionsController } from './call-questions.controller.js';
import { CallSectionController } from './call-section.controller.js';
import { CallsController } from './calls.controller.js';
import { PaperProposalController } from './papers.controller.js';
import { ProposalCodeController } from './code.controller.js';
import { ProposalDecisionController } from './decision.controller.js';
import { ProposalHearingController } from './hearing.controller.js';
import { ProposalSettingsController } from './settings.controller.js';
import { ProposalSortingController } from './sorting.controller.js';
import { ProposalTellingController } from './telling.controller.js';
import { ReceivedProposalsController } from './received.controller.js';

/** The desk of calls and proposals; what has a fixed address stands before the call whose id would stand there. */
export const PROPOSAL_CONTROLLERS: readonly Type[] = [
  PaperProposalController,
  ReceivedProposalsController,
  ProposalSortingController,
  ProposalDecisionController,
  ProposalHearingController,
  ProposalTellingController,
  ProposalCodeController,
  ProposalSettingsController,
  CallQuestionsController,
  CallQuestionController,
  CallSectionController,
  CallsController,
];
