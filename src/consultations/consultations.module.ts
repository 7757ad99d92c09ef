import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ApprovalsModule } from '../approvals/approvals.module.js';
import { proveMachine } from '../kernel/machine.js';
import { MunicipalitiesModule } from '../municipalities/municipalities.module.js';
import { StaffModule } from '../staff/staff.module.js';
import { consultationMachine } from './domain/consultation.js';
import { letterMachine } from './domain/mayor-letter.js';
import { ConsultationExtensionRow } from './store/consultation-extension-row.js';
import { ConsultationFileRow } from './store/consultation-file-row.js';
import { ConsultationRow } from './store/consultation-row.js';
import { ConsultationStore } from './store/consultation.store.js';
import { MayorLetterRow } from './store/mayor-letter-row.js';
import { MayorLetterStore } from './store/mayor-letter.store.js';
import { OpinionGroupRow } from './store/opinion-group-row.js';
import { OpinionGroupStore } from './store/opinion-group.store.js';
import { PublicCommentRow } from './store/public-comment-row.js';
import { PublicCommentStore } from './store/public-comment.store.js';
import { VoiceSettingsRow } from './store/voice-settings-row.js';
import { VoiceSettingsStore } from './store/voice-settings.store.js';
import { CheckReturnCode } from './use-cases/check-return-code.use-case.js';
import { ConsultationResult } from './use-cases/consultation-result.js';
import { ConsultationResultSubject } from './use-cases/consultation-result-subject.js';
import { DecideConsultation } from './use-cases/decide-consultation.use-case.js';
import { EraseWriters } from './use-cases/erase-writers.js';
import { ExportComments } from './use-cases/export-comments.use-case.js';
import { HandleLetter } from './use-cases/handle-letter.use-case.js';
import { LetterAnswer } from './use-cases/letter-answer.js';
import { LetterAnswerSubject } from './use-cases/letter-answer-subject.js';
import { PublishConsultation } from './use-cases/publish-consultation.use-case.js';
import { ReturnCodes } from './use-cases/return-codes.js';
import { SendComment } from './use-cases/send-comment.use-case.js';
import { SendLetter } from './use-cases/send-letter.use-case.js';
import { SortComments } from './use-cases/sort-comments.use-case.js';
import { ViewConsultations } from './use-cases/view-consultations.use-case.js';
import { ViewLetters } from './use-cases/view-letters.use-case.js';
import { ViewPublicConsultations } from './use-cases/view-public-consultations.use-case.js';
import { ViewPublicLetters } from './use-cases/view-public-letters.use-case.js';
import { VoiceSettingsDesk } from './use-cases/voice-settings-desk.js';
import { WriteConsultation } from './use-cases/write-consultation.use-case.js';

proveMachine('consultation', consultationMachine, 'draft');
proveMachine('mayor letter', letterMachine, 'unread');

const OFFERED = [
  VoiceSettingsDesk,
  WriteConsultation,
  PublishConsultation,
  SendComment,
  SortComments,
  DecideConsultation,
  ExportComments,
  ViewConsultations,
  ViewPublicConsultations,
  SendLetter,
  HandleLetter,
  ViewLetters,
  ViewPublicLetters,
  CheckReturnCode,
  EraseWriters,
];

@Module({
  imports: [
    TypeOrmModule.forFeature([
      VoiceSettingsRow,
      ConsultationRow,
      ConsultationFileRow,
      ConsultationExtensionRow,
      OpinionGroupRow,
      PublicCommentRow,
      MayorLetterRow,
    ]),
    MunicipalitiesModule,
    StaffModule,
    ApprovalsModule,
  ],
  providers: [
    VoiceSettingsStore,
    ConsultationStore,
    OpinionGroupStore,
    PublicCommentStore,
    MayorLetterStore,
    ReturnCodes,
    ConsultationResult,
    ConsultationResultSubject,
    LetterAnswer,
    LetterAnswerSubject,
    ...OFFERED,
  ],
  exports: OFFERED,
})
export class ConsultationsModule {}
