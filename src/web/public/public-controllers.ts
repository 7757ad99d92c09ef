import type { Type } from '@nestjs/common';
import { PublicVerificationsController } from './verifications/verifications.controller.js';
import { PublicDistrictsController } from './districts/districts.controller.js';
import { OpenDataController } from './open-data/open-data.controller.js';
import { PublicCallsController } from './calls/calls.controller.js';
import { MyProposalController, OpenByCodeController } from './calls/my-proposal.controller.js';
import { PublicGrantsController } from './grants/grants.controller.js';
import { PublicProgramsController } from './programs/programs.controller.js';
import { BlankFormController } from './blank-form.controller.js';
import { PublicBulletinsController } from './bulletins/bulletins.controller.js';
import { PublicRecordsController } from './records/records.controller.js';
import { TownPageController } from './town-page/town-page.controller.js';
import { AccountController } from './sign-in-account.controller.js';
import { InvitationController } from './sign-in-invitation.controller.js';
import { SignInController } from './sign-in.controller.js';
import { PublicProposalsController } from './proposals/proposals.controller.js';
import { LetterCheckController } from './letter-check/letter-check.controller.js';
import { PublicConsultationsController } from './consultations/consultations.controller.js';
import { MayorLettersController } from './mayor-letters/letters.controller.js';

/** What everyone reaches, signed in or not. */
export const PUBLIC_CONTROLLERS: readonly Type[] = [
  TownPageController,
  PublicBulletinsController,
  PublicCallsController,
  OpenByCodeController,
  MyProposalController,
  PublicRecordsController,
  PublicProgramsController,
  BlankFormController,
  LetterCheckController,
  PublicProposalsController,
  SignInController,
  InvitationController,
  AccountController,
  PublicDistrictsController,
  OpenDataController,
  PublicGrantsController,
  MayorLettersController,
  PublicConsultationsController,
  PublicVerificationsController,
];
